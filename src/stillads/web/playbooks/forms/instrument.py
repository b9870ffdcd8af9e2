"""An instrument: what all kinds have, and the few fields of each kind."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.playbooks.drafting.keys import relined
from stillads.web.shell.fields import DanishNumberField

from ..presenters.words import WHO
from .base import EditForm, Lines, kept, line_field, number, text_field

_OPEN: Final = (
    ("baseline", _("Before start, so that there is something to compare with")),
    ("trial", _("In the 100 days")),
    ("after", _("In daily operation afterwards")),
)
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
_LINES: Final[Mapping[str, str]] = {
    "buttons": "text", "areas": "text", "uses": "text", "themes": "text", "functions": "text",
    "outcomes": "title", "cancel_reasons": "title", "fields": "title", "catalogue": "title", "columns": "title",
}  # fmt: skip
"""Lists of parts that are written one a line, with the name of the words in each."""

_Make = Callable[[], forms.Field]
_FIELDS: Final[Mapping[str, Mapping[str, _Make]]] = {
    "register": {
        "event": lambda: line_field(_("Question over the buttons"), help_text=_("For example: Hvem ringede?")),
        "buttons": lambda: Lines(label=_("The buttons"), help_text=_("One on each line, at most twelve.")),
        "about_whom": lambda: _choice(_("Is it about a citizen?"), _ABOUT),
    },
    "survey": {
        "drawn_from": lambda: _choice(_("Who is asked?"), _DRAWN),
        "channels": lambda: _several(_("How do they answer?"), CHANNELS),
        "anonymous": lambda: forms.BooleanField(label=_("The answers are anonymous"), required=False),
        "every_days": lambda: _count(_("Asked again after how many days?"), _("Left empty, it is asked once.")),
    },
    "case": {
        "outcomes": lambda: Lines(label=_("How can it end?")),
        "cancel_reasons": lambda: Lines(label=_("Why may it be called off?")),
    },
    "wishes": {"areas": lambda: Lines(label=_("What can a wish be about?"))},
    "plan": {"fields": lambda: Lines(label=_("The headings of the plan, in the order of the day"), rows=8)},
    "desk": {"catalogue": lambda: Lines(label=_("What can be tried or lent?"), rows=8)},
    "presence": {"functions": lambda: Lines(label=_("What is one there as?"))},
    "account": {
        "unit": lambda: line_field(_("What is it that is saved up?"), help_text=_("For example: minutter.")),
        "earned": lambda: _count(_("How much is added each week?"), ""),
        "uses": lambda: Lines(label=_("What can it be used for?")),
    },
    "interview": {
        "guide": lambda: Lines(label=_("Questions to be asked"), rows=6),
        "themes": lambda: Lines(label=_("Themes that the notes are sorted by")),
    },
    "series": {
        "holder": lambda: line_field(_("Who has the figures?")),
        "per": lambda: _choice(_("How often?"), _PER),
        "columns": lambda: Lines(label=_("The figures")),
    },
}  # fmt: skip
FRESH: Final[Mapping[str, Any]] = {"open": {"baseline": True}, "by": ["employee"]}
_OF_KIND: Final[Mapping[str, Mapping[str, Any]]] = {"plan": {"links": 0}}


def fresh(kind: str) -> dict[str, Any]:
    """What an instrument of the kind begins with."""
    return {"kind": kind, **FRESH, **_OF_KIND.get(kind, {})}


class InstrumentForm(EditForm):
    """The fields of its kind stand between those that all have."""

    title = line_field(_("What is it called?"))
    what = text_field(_("What is registered? One sentence to those who do it."), rows=2)
    used_for = text_field(_("What is it used for? It is shown where it is registered."), rows=2)
    by = forms.MultipleChoiceField(
        label=_("Who registers or answers?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=list(WHO.items()),
    )
    open = forms.MultipleChoiceField(
        label=_("When is it open?"), required=False, widget=forms.CheckboxSelectMultiple, choices=_OPEN
    )
    seconds = DanishNumberField(
        label=_("Seconds each time"), required=False, low=Decimal(0), high=Decimal(7200)
    )
    times = DanishNumberField(
        label=_("Times a week for each employee"), required=False, low=Decimal(0), high=Decimal(1000)
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = _FIELDS.get(str(self.part.get("kind")), {})
        self.fields.update({name: make() for name, make in own.items()})
        self.order_fields(["title", "what", *own])
        for name in own:
            self.initial[name] = _read(self.part, name)

    def read(self, part: Mapping[str, Any]) -> dict[str, Any]:
        opening = part.get("open") or {}
        cost = part.get("cost") or {}
        return {
            **{name: part.get(name, "") for name in ("title", "what", "used_for")},
            "by": list(part.get("by", ("employee",))),
            "open": [name for name, _word in _OPEN if opening.get(name, name == "trial")],
            "seconds": cost.get("seconds"),
            "times": number(cost.get("times_a_week")),
            **{name: _read(part, name) for name in _FIELDS.get(str(part.get("kind")), {})},
        }

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        opened = said.get("open") or []
        opening = {**(part.get("open") or {}), **{name: name in opened for name, _word in _OPEN}}
        made = kept(part, {
            **{name: said.get(name, "") for name in ("title", "what", "used_for")},
            "by": list(said.get("by") or ()),
            "open": opening,
            "cost": _cost(said),
        })  # fmt: skip
        for name in _FIELDS.get(str(part.get("kind")), {}):
            made = _written(made, name, said.get(name))
        return made


def _cost(said: Mapping[str, Any]) -> dict[str, Any] | None:
    seconds, times = said.get("seconds"), said.get("times")
    if seconds is None and times is None:
        return None
    return {"seconds": int(seconds or 0), "times_a_week": float(times or 0)}


def _read(part: Mapping[str, Any], name: str) -> Any:
    if name == "every_days":
        return (part.get("waves") or {}).get("every_days")
    if name == "earned":
        return number(part.get(name))
    if name in _LINES:
        return "\n".join(str(row.get(_LINES[name], "")) for row in part.get(name, ()))
    if name == "guide":
        return "\n".join(part.get(name, ()))
    if name == "channels":
        return list(part.get(name, ("staff",)))
    return part.get(name, {"drawn_from": "participants", "about_whom": "nobody", "per": "day"}.get(name, ""))


def _written(part: dict[str, Any], name: str, said: Any) -> dict[str, Any]:
    if name == "every_days":
        days = None if said is None else int(said)
        return kept(part, {"waves": kept(part.get("waves") or {}, {"every_days": days})})
    if name in _LINES:
        return kept(part, {name: relined(part.get(name, ()), said or (), _LINES[name])})
    if name == "earned":
        return kept(part, {name: None if said is None else str(said)})
    return kept(part, {name: said})


def _choice(label: Any, choices: Any) -> forms.Field:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, required=False)


def _several(label: Any, choices: Any) -> forms.Field:
    return forms.MultipleChoiceField(
        label=label, choices=choices, widget=forms.CheckboxSelectMultiple, required=False
    )


def _count(label: Any, hint: Any) -> forms.Field:
    return DanishNumberField(label=label, help_text=hint, required=False, low=Decimal(0), high=Decimal(1000))
