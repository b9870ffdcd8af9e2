"""The small parts that stand in lists: a window, opening hours, a thing, a heading, an answer, a law …"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stillads.vocabularies.queries.legal import all_legal_bases

from ..presenters.words import LEVELS, WEEKDAYS
from . import spots as spot
from .place import Spot

_WHEN: Final = (
    ("both", _("Both then and now")),
    ("now", _("Today")),
    ("then", _("When it was tried out")),
)


def row_spots(kind: str, part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    """The fields of a part of that kind."""
    return _OF[kind](part, playbook)


def _window(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.line("title", _("What is it called?"), help_text=_("For example: Servicekald i uge 23.")),
        spot.whole(
            "first_day", _("On which day does it begin?"), low=-200, high=400,
            help_text=_("Counted from day 1, which is 1. A week before day 1 is -7."),
        ),
        spot.whole("days", _("How many days does it last?"), low=1, high=400),
        spot.text("what", _("What is looked at?")),
    )  # fmt: skip


def _hours(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.one("weekday", _("On which day of the week?"), WEEKDAYS, begin="1", as_number=True),
        spot.clock("opens", _("Opens")),
        spot.clock("closes", _("Closes")),
        spot.whole("capacity", _("How many can be helped at once?"), default=1, low=1, high=50),
    )


def _thing(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.line("title", _("What is it called?")),
        spot.line("group", _("What does it belong with?"), help_text=_("For example: Gang, Køkken, Bad.")),
        spot.whole("copies", _("How many are there?"), default=1, high=1000),
        spot.whole(
            "loan_days", _("For how many days is it lent?"), low=1, high=1000,
            help_text=_("Left empty, it is handed out for good."),
        ),
    )  # fmt: skip


def _heading(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.line("title", _("The heading")),
        spot.text("help", _("Help to the one who writes")),
        spot.line("time", _("Time of day"), help_text=_("It stands in the margin, for example: 7–10.")),
        spot.flag("first", _("Stands first, above the day (særlig tilgang)")),
        spot.whole("longest", _("How many letters can it be at most?"), default=1200, low=20, high=6000),
        spot.lines(
            "words_that_belong", _("Which headings of a pasted text belong here?"),
            help_text=_("One on each line, for example: Formiddag."),
        ),
    )  # fmt: skip


def _column(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.line("title", _("What is it called?")),
        spot.line("unit", _("Unit"), help_text=_("For example: timer, km, kr.")),
        spot.lines(
            "names", _("What is the column called in the file?"),
            help_text=_("One on each line; then it is found by itself."),
        ),
        spot.flag("required", _("There has to be a figure")),
        spot.whole("decimals", _("How many decimals may there be?"), default=2, high=6),
        spot.amount("at_least", _("The smallest it can be")),
        spot.amount("at_most", _("The largest it can be")),
    )  # fmt: skip


def _answer(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.line("text", _("The words")),
        spot.text("help", _("Help below the answer")),
        spot.whole(
            "score", _("How many points does it give?"), low=-1000,
            help_text=_("Only where a measure adds up points."),
        ),
    )  # fmt: skip


def _old_step(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.line("title", _("What happened in this step?")),
        spot.line("role", _("Who did it?")),
        spot.whole("days", _("How many days did it take?"), help_text=_("Leave it empty if nobody knows.")),
    )


def _law(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    laws = [(row.key, row.name) for row in all_legal_bases()]
    return (
        spot.one("key", _("The law"), laws),
        spot.one("when", _("When does it hold?"), _WHEN, default="both", radio=True),
        spot.text("note", _("A remark")),
    )


def _link(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    chain = (playbook.get("theory") or {}).get("chain", ())
    others = [(str(r.get("key")), r.get("text")) for r in chain if r.get("key") != part.get("key")]
    measures = [(str(r["key"]), r.get("title") or r["key"]) for r in playbook.get("measures", ())]
    return (
        spot.line("text", _("The words")),
        spot.one("level", _("Where in the chain?"), LEVELS.items(), begin="activity", radio=True),
        spot.several("leads_to", _("What does it lead to?"), others),
        spot.one("indicator", _("Which measure shows it?"), [("", _now("– none –")), *measures]),
    )


def _rule(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (spot.line("title", _("The rule")), spot.text("text", _("What is there to say about it?")))


_OF: Final[Mapping[str, Callable[[Mapping[str, Any], Mapping[str, Any]], tuple[Spot, ...]]]] = {
    "window": _window, "hours": _hours, "thing": _thing, "heading": _heading, "column": _column, "answer": _answer,
    "old_step": _old_step, "law": _law, "link": _link, "rule": _rule,
}  # fmt: skip
