"""A question: its words, its answers, when it is shown."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stillads.playbooks.drafting.keys import relined
from stillads.playbooks.format.items import Items
from stillads.playbooks.questions.scales import SCALES
from stillads.playbooks.questions.standard import LIKERT_SCALES, STANDARD_LISTS
from stillads.web.shell.fields import DanishNumberField

from .base import EditForm, Lines, kept, line_field, number, text_field
from .choices import conditions, data_in, value_of, with_now

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
    ("photo", _("A photo"), _("A picture of what was arranged.")),
)

_Make = Callable[[], forms.Field]
_NONE: Final = ("", _("– my own, written below –"))


def _lists() -> list[tuple[str, Any]]:
    return [_NONE, *((key, ", ".join(word for _k, word, _s in rows)) for key, rows in STANDARD_LISTS.items())]


def _scales() -> list[tuple[str, Any]]:
    return [_NONE, *((key, " – ".join((words[0], words[-1]))) for key, words in LIKERT_SCALES.items())]


def _standard() -> forms.Field:
    return forms.ChoiceField(label=_("A ready list of answers"), choices=_lists(), required=False)


def _number(label: Any) -> _Make:
    return lambda: DanishNumberField(label=label, required=False)


_FIELDS: Final[Mapping[str, Mapping[str, _Make]]] = {
    "single_choice": {"standard": _standard, "options": lambda: Lines(label=_("The answers"))},
    "multiple_choice": {"standard": _standard, "options": lambda: Lines(label=_("The answers"))},
    "likert": {
        "scale": lambda: forms.ChoiceField(label=_("From what to what?"), choices=_scales(), required=False),
        "points": lambda: Lines(label=_("The points of the scale, least first")),
    },
    "scale": {
        "scale": lambda: forms.ChoiceField(
            label=_("Which scale?"), choices=[(s.key, f"{s.title} ({s.source})") for s in SCALES.values()],
            widget=forms.RadioSelect,
        ),
    },
    "number": {
        "unit": lambda: line_field(_("Unit"), help_text=_("For example: glas.")),
        "at_least": _number(_("The smallest it can be")),
        "at_most": _number(_("The largest it can be")),
    },
}  # fmt: skip


class QuestionForm(EditForm):
    """`earlier` are the questions before it, which it may depend on."""

    text = line_field(_("The question, as it is asked"))
    help = text_field(_("Help below the question"), rows=2)
    required = forms.BooleanField(label=_("It has to be answered"), required=False)
    show_if = forms.ChoiceField(label=_("When is it shown?"), required=False)

    def __init__(self, *args: Any, earlier: Items = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = _FIELDS.get(self.kind, {})
        self.fields.update({name: make() for name, make in own.items()})
        if self.kind == "scale":
            del self.fields["text"], self.fields["help"]
        self.order_fields(["text", *own])
        shown: Any = self.fields["show_if"]
        choices = with_now(conditions(earlier), self.part.get("show_if"))
        shown.choices = [
            ("", _now("Always")),
            *((v, _now("Only if %(condition)s") % {"condition": t}) for v, t in choices),
        ]
        if not choices:
            del self.fields["show_if"]

    @property
    def kind(self) -> str:
        """The question's kind."""
        return str(self.part.get("kind"))

    def read(self, part: Mapping[str, Any]) -> dict[str, Any]:
        return {
            **{name: part.get(name, "") for name in ("text", "help", "standard", "scale", "unit")},
            "options": "\n".join(str(row.get("text", "")) for row in part.get("options", ())),
            "points": "\n".join(part.get("points", ())),
            "required": bool(part.get("required")),
            "show_if": value_of(part.get("show_if")),
            "at_least": number(part.get("at_least")),
            "at_most": number(part.get("at_most")),
        }

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        names = ("text", "help", "required", "standard", "scale", "unit", "points")
        made: dict[str, Any] = {name: said.get(name) for name in names if name in self.fields}
        if "options" in self.fields:
            lines = [] if said.get("standard") else said.get("options") or []
            made["options"] = relined(part.get("options", ()), lines, "text")
        if said.get("scale") and self.kind == "likert":
            made["points"] = []
        for name in ("at_least", "at_most"):
            if name in self.fields:
                made[name] = None if said.get(name) is None else f"{said[name]:f}"
        if "show_if" in self.fields:
            made["show_if"] = data_in(said.get("show_if"))
        return kept(part, made)
