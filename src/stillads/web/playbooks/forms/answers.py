"""What can be said of the answers to each kind of question."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from stillads.playbooks.questions.scales import SCALES
from stillads.playbooks.questions.standard import LIKERT_SCALES, SMILEYS, STANDARD_LISTS

from . import spots as spot
from .place import Spot

_NONE: Final = ("", _("– my own, written below –"))
_NOTHING: Final = ("", _("– nothing –"))


def answer_spots(part: Mapping[str, Any]) -> tuple[Spot, ...]:
    """Of the question `part`."""
    make = _OF.get(str(part.get("kind")))
    return make(part) if make else ()


def _lists() -> list[tuple[str, Any]]:
    return [_NONE, *((key, ", ".join(word for _k, word, _s in rows)) for key, rows in STANDARD_LISTS.items())]


def _chosen(part: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The answers that stand there, to choose what is filled in beforehand."""
    standard = STANDARD_LISTS.get(str(part.get("standard")), ())
    written = [(str(row.get("key")), row.get("text")) for row in part.get("options", ())]
    return [*((key, words) for key, words, _score in standard), *written]


def _choice(part: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.one("standard", _("A ready list of answers"), _lists()),
        spot.parts("options", _("The answers"), "text"),
    )


def _single(part: Mapping[str, Any]) -> tuple[Spot, ...]:
    filled = spot.one("default", _("What is filled in beforehand?"), [_NOTHING, *_chosen(part)], more=True)
    return (*_choice(part), filled)


def _multiple(part: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        *_choice(part),
        spot.whole("at_most", _("How many may be chosen at most?"), low=1, high=60, more=True),
        spot.several("default", _("What is filled in beforehand?"), _chosen(part), more=True),
    )


def _likert(part: Mapping[str, Any]) -> tuple[Spot, ...]:
    scales = [_NONE, *((key, " – ".join((words[0], words[-1]))) for key, words in LIKERT_SCALES.items())]
    return (
        spot.one("scale", _("From what to what?"), scales),
        spot.lines("points", _("The points of the scale, least first")),
        spot.flag("dont_know", _("“Ved ikke” can be answered"), default=True, more=True),
        spot.flag("reversed", _("The least is the best: a score turns it round"), more=True),
    )


def _smiley(part: Mapping[str, Any]) -> tuple[Spot, ...]:
    label = _("The words of the faces, the saddest first")
    return (spot.lines("points", label, default=list(SMILEYS), rows=5, more=True),)


def _scale(part: Mapping[str, Any]) -> tuple[Spot, ...]:
    scales = [(each.key, f"{each.title} ({each.source})") for each in SCALES.values()]
    return (spot.one("scale", _("Which scale?"), scales, radio=True),)


def _bounds(*, more: bool, least: str | None = None, decimals: int = 0) -> tuple[Spot, ...]:
    return (
        spot.amount(
            "at_least", _("The smallest it can be"), default=least, emptied=least is not None, more=more
        ),
        spot.amount("at_most", _("The largest it can be"), more=more),
        spot.whole("decimals", _("How many decimals may there be?"), default=decimals, high=6, more=True),
        spot.amount("default", _("What is filled in beforehand?"), more=True),
    )


def _number(part: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (spot.line("unit", _("Unit"), help_text=_("For example: glas.")), *_bounds(more=False))


def _date(part: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.whole("days_back", _("How many days back may it lie?"), high=40_000, more=True),
        spot.whole("days_ahead", _("How many days ahead may it lie?"), high=40_000, more=True),
        spot.one(
            "default",
            _("What is filled in beforehand?"),
            [_NOTHING, ("today", _("The day itself"))],
            more=True,
        ),
    )


def _time(part: Mapping[str, Any]) -> tuple[Spot, ...]:
    now = [_NOTHING, ("now", _("The time as it is"))]
    return (spot.one("default", _("What is filled in beforehand?"), now, more=True),)


def _duration(part: Mapping[str, Any]) -> tuple[Spot, ...]:
    label = _("How many minutes can it be at most?")
    return (spot.whole("at_most", label, default=1440, low=1, high=100_000, more=True),)


def _longest(most: int, usual: int) -> Callable[[Mapping[str, Any]], tuple[Spot, ...]]:
    label = _("How many letters can it be at most?")
    return lambda part: (spot.whole("longest", label, default=usual, low=1, high=most, more=True),)


def desk_spots(desks: spot.type_choices) -> tuple[Spot, ...]:
    """Of a question for a thing: which desk's."""
    return (spot.one("desk", _("Which desk?"), [("", _("– any of them –")), *desks]),)


def _group(part: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.whole("at_least", _("How many must be told at least?"), default=0, high=20, more=True),
        spot.whole("at_most", _("How many can be told at most?"), default=5, low=1, high=50, more=True),
    )


_OF: Final[Mapping[str, Callable[[Mapping[str, Any]], tuple[Spot, ...]]]] = {
    "single_choice": _single, "multiple_choice": _multiple, "likert": _likert, "smiley": _smiley, "scale": _scale,
    "number": _number, "money": lambda part: _bounds(more=True, least="0", decimals=2), "date": _date,
    "time": _time, "duration": _duration, "short_text": _longest(300, 200), "long_text": _longest(10_000, 2000),
    "group": _group,
}  # fmt: skip
