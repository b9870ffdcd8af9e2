"""A question, a scale, a section or a repeated group: its words, its answers, when it is shown."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stillads.playbooks.format.items import Items

from ..presenters.facts import facts_asked
from . import spots as spot
from .answers import answer_spots, desk_spots
from .base import EditForm
from .conditions import ConditionPlace
from .place import Place

KINDS: Final = (
    ("single_choice", _("Choose one answer"), _("Did it help? Yes, partly, no.")),
    ("multiple_choice", _("Choose several answers"), _("What did you do? Tick off.")),
    ("smiley", _("Five faces"), _("How has your day been?")),
    ("likert", _("Agree or disagree"), _("I am listened to: from disagree to agree.")),
    ("scale", _("A standard scale"), _("WHO-5: five questions on well-being, with a score.")),
    ("number", _("A number"), _("How many glasses of water?")),
    ("duration", _("How long it took"), _("45 minutes.")),
    ("money", _("An amount"), _("What did it cost?")),
    ("date", _("A date"), _("When did it begin?")),
    ("time", _("A time of day"), _("When did she get up?")),
    ("short_text", _("A few words"), _("Is there anything you wish for?")),
    ("long_text", _("More text"), _("What happened?")),
    ("citizen", _("A citizen"), _("Whom is it about?")),
    ("employee", _("An employee"), _("Who was there?")),
    ("unit", _("A place"), _("Which team?")),
    ("catalogue_item", _("A thing of a desk"), _("Which aid was it?")),
    ("photo", _("A photo"), _("A picture of what was arranged.")),
    (
        "group",
        _("Something that there may be several of"),
        _("Each fall, each visit: the same questions again."),
    ),
    ("section", _("A part with a heading"), _("Questions that belong together, on a page of their own.")),
)

_HEADED: Final = frozenset({"section", "group"})


class QuestionForm(EditForm):
    """`earlier` are the questions before it, which it may depend on; `desks` where a thing can come from."""

    def __init__(
        self,
        *args: Any,
        part: Mapping[str, Any],
        earlier: Items = (),
        desks: spot.type_choices = (),
        **kwargs: Any,
    ) -> None:
        kind = str(part.get("kind"))
        own = desk_spots(desks) if kind == "catalogue_item" else answer_spots(part)
        shown = ConditionPlace(
            "show_if", _("When is it shown?"), facts_asked(earlier), part.get("show_if"),
            always=_now("Always"), only=_now("Only if %(condition)s") % {"condition": "%s"},
        )  # fmt: skip
        super().__init__(*args, part=part, places=(*_words(kind), *own, *_asked(kind), shown), **kwargs)

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        made = super().write(part, said)
        if made.get("standard"):
            made.pop("options", None)
        if made.get("kind") == "likert" and made.get("scale"):
            made.pop("points", None)
        return made


def _words(kind: str) -> tuple[Place, ...]:
    if kind == "scale":
        return ()
    if kind in _HEADED:
        return (spot.line("title", _("The heading")), spot.text("help", _("Help below the heading")))
    return (spot.line("text", _("The question, as it is asked")),)


def _asked(kind: str) -> tuple[Place, ...]:
    if kind in _HEADED:
        return ()
    required = spot.flag("required", _("It has to be answered"))
    return (required,) if kind == "scale" else (spot.text("help", _("Help below the question")), required)
