"""A step of a flow: who does it, by when, and where it goes from there."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stillads.playbooks.format.items import Items
from stillads.web.shell.fields import DanishNumberField

from .base import EditForm, kept, line_field, text_field
from .choices import conditions, data_in, type_choices, value_of, with_now

_BRANCHES: Final = (1, 2)


class StepForm(EditForm):
    """`targets` are the other steps and the ends; `asked` what was asked in the flow so far."""

    title = line_field(_("What happens in this step?"))
    role = line_field(_("Who does it?"), help_text=_("The profession's own word: visitator, hjemmetræner."))
    help = text_field(_("Help to the one who does it"), rows=2)
    days = DanishNumberField(
        label=_("Within how many working days?"), required=False, low=Decimal(0), high=Decimal(400)
    )
    spoken = forms.BooleanField(label=_("May be handed over by word of mouth"), required=False)
    to = forms.MultipleChoiceField(
        label=_("Where does it go from here?"),
        help_text=_("If there are several, the one who does the step chooses."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    when1 = forms.ChoiceField(label=_("Unless …"), required=False)
    to1 = forms.ChoiceField(label=_("… then to"), required=False)
    when2 = forms.ChoiceField(label=_("Or unless …"), required=False)
    to2 = forms.ChoiceField(label=_("… then to"), required=False)

    def __init__(self, *args: Any, targets: type_choices, asked: Items, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.targets = dict(targets)
        fields: Any = self.fields
        nothing = ("", _now("– choose –"))
        simple = conditions(asked)
        branches = self._branches(self.part)
        fields["to"].choices = targets
        for name in ("to1", "to2"):
            fields[name].choices = [nothing, *targets]
        for number in _BRANCHES:
            now = branches[number - 1]["when"] if len(branches) >= number else None
            fields[f"when{number}"].choices = [nothing, *with_now(simple, now)]
        if not simple and not branches:
            for name in ("when1", "to1", "when2", "to2"):
                del self.fields[name]

    @staticmethod
    def _branches(part: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [way for way in part.get("ways", ()) if way.get("when")]

    def read(self, part: Mapping[str, Any]) -> dict[str, Any]:
        shown = {name: part.get(name, "") for name in ("title", "role", "help")}
        straight = [way["to"] for way in part.get("ways", ()) if not way.get("when")]
        shown |= {
            "days": (part.get("deadline") or {}).get("days"),
            "spoken": bool(part.get("spoken")),
            "to": straight,
        }
        for number, way in zip(_BRANCHES, self._branches(part), strict=False):
            shown |= {f"when{number}": value_of(way["when"]), f"to{number}": way["to"]}
        return shown

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        days = said.get("days")
        deadline = None if days is None else {**(part.get("deadline") or {}), "days": int(days)}
        named = {name: said.get(name) for name in ("title", "role", "help", "spoken")}
        return kept(part, {**named, "deadline": deadline, "ways": self._ways(part, said)})

    def _ways(self, part: Mapping[str, Any], said: Mapping[str, Any]) -> list[dict[str, Any]]:
        old = {(way["to"], value_of(way.get("when"))): way for way in part.get("ways", ())}
        wanted = [(said.get(f"to{n}"), said.get(f"when{n}")) for n in _BRANCHES]
        ways = [(to, when) for to, when in wanted if to and when]
        ways += [(way["to"], value_of(way["when"])) for way in self._branches(part)[len(_BRANCHES) :]]
        straight = [way["to"] for way in part.get("ways", ()) if not way.get("when")]
        chosen = list(said.get("to") or ())
        ways += [
            (to, "") for to in sorted(chosen, key=lambda to: straight.index(to) if to in straight else 99)
        ]
        return [
            old.get((to, when or ""))
            or kept({}, {"to": to, "text": self.targets.get(to, to), "when": data_in(when)})
            for to, when in ways
        ]
