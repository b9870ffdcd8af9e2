"""Observations found by site and day."""

from collections.abc import Iterable, Sequence
from datetime import date

from .days import ByDay
from .inputs import Observation, Site


class DailyRows:
    """The observations of one measure; of one slice where `piece` names it."""

    def __init__(self, observations: Iterable[Observation], piece: str = "") -> None:
        found: dict[str, dict[date, list[Observation]]] = {}
        for each in observations:
            if not piece or piece in each.slices:
                found.setdefault(each.site, {}).setdefault(each.day, []).append(each)
        self._sites = {site: ByDay(days) for site, days in found.items()}

    def within(self, sites: Sequence[Site], first: date, last: date) -> list[Observation]:
        """Those of the days from `first` to `last` at the sites."""
        kept: list[Observation] = []
        for site in sites:
            if (days := self._sites.get(site.key)) is not None:
                for rows in days.within(first, last):
                    kept += rows
        return kept


def newest_per_subject(observations: Iterable[Observation]) -> list[Observation]:
    """Of each case or wish the registration written last; those that belong to none are all kept."""
    kept: list[Observation] = []
    newest: dict[str, Observation] = {}
    for each in observations:
        if not each.subject:
            kept.append(each)
        elif each.subject not in newest or newest[each.subject].order < each.order:
            newest[each.subject] = each
    return kept + list(newest.values())
