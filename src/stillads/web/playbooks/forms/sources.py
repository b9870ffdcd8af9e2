"""How a figure comes about, put together by hand: for those who want more than the ready ones."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stillads.playbooks.drafting.readable import instrument_of

from ..presenters.facts import Told, facts_told, forms_told
from ..presenters.words import HOW, PER, ROW_FACTS
from . import spots as spot
from .conditions import ConditionPlace
from .place import Place

SOURCE: Final = (
    "instrument", "how", "form", "field", "where", "among", "per", "start", "stop", "working_days",
    "distinct_per", "distinct_days", "distinct_each_day",
)  # fmt: skip
"""What of a measure says how its number comes about."""


def source_places(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Place, ...]:
    """Of the measure `part`; nothing while it has no instrument that can be read."""
    rows = {str(row.get("key")): row for row in playbook.get("instruments", ())}
    made = instrument_of(rows.get(str(part.get("instrument")), {}))
    if made is None:
        return ()
    facts = facts_told(made)
    instruments = [(key, row.get("title") or key) for key, row in rows.items()]
    every, of_row = ("", _now("– all of them –")), ROW_FACTS.items()
    return (
        spot.one("instrument", _("Put together yourself: which registrations?"), instruments, more=True),
        spot.one("form", _("Which form?"), [every, *forms_told(made)], more=True),
        spot.one("how", _("How is it counted?"), HOW.items(), more=True),
        spot.one("field", _("Of which answer?"), [*_choices(facts), *of_row], more=True),
        _condition("where", _("Which registrations count?"), facts, part),
        _condition("among", _("Out of which registrations?"), facts, part),
        spot.several(
            "by", _("What is it split by?"), [(f.key, f.words) for f in facts if f.ends],
            more=True,
        ),
        *_rates(part, playbook),
        spot.one("start", _("From which date?"), _choices(facts, "date", "time"), more=True),
        spot.one("stop", _("To which date?"), _choices(facts, "date", "time"), more=True),
        spot.flag("working_days", _("Only working days between them"), more=True),
        spot.one("distinct_per", _("Different ones for each …"), [*_choices(facts), *of_row], more=True),
        spot.whole("distinct_days", _("… within how many days?"), low=1, high=400, more=True),
        spot.whole(
            "distinct_each_day", _("… with at least how many registrations every day?"), low=1, high=50, more=True
        ),
    )  # fmt: skip


def _rates(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Place, ...]:
    measures = [(str(row["key"]), row.get("title") or row["key"]) for row in playbook.get("measures", ())]
    none = ("", _now("– none –"))
    others = [row for row in measures if row[0] != part.get("key")]
    return (
        spot.one("per.kind", _("Counted per what?"), [none, *PER.items()], more=True),
        spot.one("per.measure", _("Per which other measure?"), [none, *others], more=True),
        spot.amount(
            "per.times", _("Per how many of it?"), default="1", more=True,
            help_text=_("For example 1.000 for a figure per thousand."),
        ),
    )  # fmt: skip


def _condition(name: str, label: Any, facts: list[Told], part: Mapping[str, Any]) -> ConditionPlace:
    return ConditionPlace(name, label, facts, part.get(name), always=_now("All of them"), more=True)


def _choices(facts: list[Told], *types: str) -> list[tuple[str, str]]:
    return [("", _now("– none –")), *((f.key, f.words) for f in facts if not types or f.type in types)]
