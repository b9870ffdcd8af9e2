"""The fields of a questionnaire: who is asked, how and when, and where a wish goes that is heard."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stillads.playbooks.drafting.readable import items_of
from stillads.playbooks.format.items import questions_in

from . import spots as spot
from .place import Spot

CHANNELS: Final = (
    ("staff", _("An employee asks and notes on the phone")),
    ("link", _("A personal link")),
    ("open_link", _("An open link or a poster with a QR code")),
    ("kiosk", _("A tablet that stands there")),
    ("paper", _("A sheet of paper")),
)
_DRAWN: Final = (
    ("participants", _("Citizens who take part")),
    ("residents", _("The unit's residents")),
    ("relatives", _("Relatives")),
    ("employees", _("Employees")),
    ("anybody", _("Anybody who comes by")),
)


def survey_spots(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    """Of the survey `part`; what it can choose among stands in it and in the rest of the playbook."""
    return (
        spot.one("drawn_from", _("Who is asked?"), _DRAWN, default="participants", radio=True),
        spot.several("channels", _("How do they answer?"), CHANNELS, default=["staff"]),
        spot.flag("anonymous", _("The answers are anonymous")),
        spot.whole(
            "waves.every_days", _("Asked again after how many days?"), low=1, high=366, name="every_days",
            help_text=_("Left empty, it is asked once."),
        ),
        spot.text("intro", _("What is said before the questions?"), more=True),
        spot.text("thanks", _("What is said when they have answered?"), more=True),
        spot.flag("pulse", _("It is first of all a short conversation that staff hold (a pulse)"), more=True),
        spot.whole(
            "sample", _("How many are asked?"), low=1, high=100_000, more=True,
            help_text=_("They are drawn by lot. Left empty, all are asked."),
        ),
        spot.days(
            "waves.days", _("On which days is it asked? Counted from day 1"), more=True,
            help_text=_("For example 1, 30, 90. Instead of an interval."),
        ),
        spot.whole(
            "waves.open_days", _("How many days can it be answered?"), default=14, low=1, high=366, more=True
        ),
        spot.days(
            "waves.remind_after_days", _("After how many days are they reminded?"), more=True,
            help_text=_("For example 3, 7."),
        ),
        *_wish(part, playbook),
    )  # fmt: skip


def _wish(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    lists = [
        (str(row["key"]), row.get("title") or row["key"])
        for row in playbook.get("instruments", ())
        if row.get("kind") == "wishes"
    ]
    asked = list(questions_in(items_of(list(part.get("items", ())))))
    words = [(each.key, each.text) for each in asked if each.kind in {"short_text", "long_text"}]
    one = [(each.key, each.text) for each in asked if each.kind == "single_choice"]
    stands = part.get("wish") or {}
    none = ("", _now("– none –"))
    hint = _("A wish that is heard goes onto the citizen's wish list in the same tap.")
    return (
        spot.one(
            "wish.wishes", _("Which wish list does a wish go onto?"), [none, *_with(lists, stands.get("wishes"))],
            more=True, help_text=hint if lists else _("Add a wish list to the playbook first."),
        ),
        spot.one(
            "wish.question", _("Which question asks for the wish?"), [none, *_with(words, stands.get("question"))],
            more=True,
        ),
        spot.one(
            "wish.area", _("Which question says what the wish is about?"), [none, *_with(one, stands.get("area"))],
            more=True, help_text=_("Its answers are the areas of the wish list."),
        ),
    )  # fmt: skip


def _with(rows: list[tuple[str, str]], stands: Any) -> list[tuple[str, str]]:
    """What stands there already can be kept."""
    return rows if not stands or stands in dict(rows) else [*rows, (str(stands), str(stands))]
