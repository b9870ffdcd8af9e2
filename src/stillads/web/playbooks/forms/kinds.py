"""The fields that each kind of instrument has besides those that all have."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from ..presenters.words import WEEKDAYS
from . import spots as spot
from .place import Spot
from .surveys import survey_spots

_ABOUT: Final = (
    ("nobody", _("Nobody is named")),
    ("may", _("A citizen may be named")),
    ("must", _("A citizen must be named")),
)
_PER: Final = (
    ("day", _("A row for each day")),
    ("week", _("A row for each week")),
    ("month", _("A row for each month")),
)
_TALKS: Final = (
    ("focus_group", _("A focus group")),
    ("interview", _("A conversation with one")),
    ("observation", _("An observation")),
)


def own_spots(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    """Of the instrument `part` in its playbook."""
    make = _OF.get(str(part.get("kind")))
    return make(part, playbook) if make else ()


def _register(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.line("event", _("Question over the buttons"), help_text=_("For example: Hvem ringede?")),
        spot.parts(
            "buttons", _("The buttons"), "text", help_text=_("One on each line, at most twelve.")
        ),
        spot.one("about_whom", _("Is it about a citizen?"), _ABOUT, default="nobody", radio=True),
        spot.whole(
            "backdate_days", _("How many days back can something forgotten be registered?"), default=1, high=31,
            more=True,
        ),
    )  # fmt: skip


def _case(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.parts("outcomes", _("How can it end?"), "title"),
        spot.parts("cancel_reasons", _("Why may it be called off?"), "title"),
        spot.text(
            "mark", _("What are planners to see in the care record?"), more=True,
            help_text=_("A short text that can be copied, for example: Deltager i prøvehandlingen."),
        ),
    )  # fmt: skip


def _wishes(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.parts("areas", _("What can a wish be about?"), "text"),
        spot.whole(
            "act_within_days", _("Within how many days is a wish acted on?"), default=14, low=1, high=200,
            more=True,
        ),
    )  # fmt: skip


def _plan(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    fields = [(str(row.get("key")), row.get("title") or row.get("key")) for row in part.get("fields", ())]
    return (
        spot.parts("fields", _("The headings of the plan, in the order of the day"), "title", rows=8),
        spot.whole("links", _("How many links may a plan carry?"), default=5, high=5, more=True),
        spot.lines(
            "hosts", _("Which sites may they lead to?"), more=True,
            help_text=_("One on each line, for example: vejledning.kommune.dk."),
        ),
        spot.several(
            "hand_over", _("What stands on the hand-over sheet? (All of it, where nothing is chosen)"), fields,
            more=True,
        ),
    )  # fmt: skip


def _desk(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.parts("catalogue", _("What can be tried or lent?"), "title", rows=8),
        spot.parts("errands", _("What can one come for?"), "text", more=True),
        spot.whole(
            "slot_minutes", _("How many minutes does a booking last?"), default=30, low=5, high=240, more=True
        ),
    )  # fmt: skip


def _presence(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.parts("functions", _("What is one there as?"), "text"),
        spot.flag("locked", _("The time is locked: it may not be used for anything else"), more=True),
        spot.text("note", _("What is there to know about it?"), more=True),
        spot.line("meeting.title", _("A meeting that comes again: what is it called?"), more=True),
        spot.line(
            "meeting.prompt", _("How is one asked for points to the agenda?"), more=True,
            help_text=_("For example: Noget til terapeuterne?"),
        ),
        spot.one(
            "meeting.weekday", _("On which day of the week?"), [("", _("– no fixed day –")), *WEEKDAYS], more=True,
            as_number=True,
        ),
        spot.whole("meeting.every_weeks", _("With how many weeks between?"), default=1, low=1, high=12, more=True),
        spot.lines("meeting.standing", _("What stands on the agenda every time?"), more=True),
    )  # fmt: skip


def _account(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.line("unit", _("What is it that is saved up?"), help_text=_("For example: minutter.")),
        spot.amount("earned", _("How much is added each time?"), default="0"),
        spot.whole("every_days", _("With how many days between?"), default=7, low=1, high=366),
        spot.amount("ceiling", _("How much may be saved up at most?"), more=True),
        spot.parts("uses", _("What can it be used for?"), "text"),
    )


def _interview(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.one("form", _("What kind of conversation is it?"), _TALKS, default="focus_group", radio=True),
        spot.lines("guide", _("Questions to be asked"), rows=6),
        spot.parts("themes", _("Themes that the notes are sorted by"), "text"),
    )


def _series(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    return (
        spot.line("holder", _("Who has the figures?")),
        spot.one("per", _("How often?"), _PER, default="day", radio=True),
        spot.parts("columns", _("The figures"), "title"),
    )


_OF: Final[Mapping[str, Callable[[Mapping[str, Any], Mapping[str, Any]], tuple[Spot, ...]]]] = {
    "register": _register, "survey": survey_spots, "case": _case, "wishes": _wishes, "plan": _plan, "desk": _desk,
    "presence": _presence, "account": _account, "interview": _interview, "series": _series,
}  # fmt: skip
