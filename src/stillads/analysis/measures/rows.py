"""Observations found by site and day."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from .inputs import Observation, Site, days_of


class DailyRows:
    """The observations of one measure; of one slice where `piece` names it."""

    def __init__(self, observations: Iterable[Observation], piece: str = "") -> None:
        self._days: dict[str, dict[date, list[Observation]]] = {}
        for each in observations:
            if not piece or piece in each.slices:
                self._days.setdefault(each.site, {}).setdefault(each.day, []).append(each)

    def within(self, sites: Sequence[Site], first: date, last: date) -> Iterator[Observation]:
        """Those of the days from `first` to `last` at the sites."""
        for site in sites:
            days = self._days.get(site.key)
            if days:
                for day in days_of((first, last)):
                    yield from days.get(day, ())


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
