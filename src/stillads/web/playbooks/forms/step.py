"""A step of a flow: who does it, by when, and where it goes from there."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stillads.playbooks.format.items import Items
from stillads.playbooks.questions.standard import STANDARD_LISTS

from ..presenters.facts import facts_asked
from . import spots as spot
from .base import EditForm, kept
from .choices import data_in, type_choices, value_of, with_now
from .conditions import ConditionPlace, test_choices
from .place import Spot

_BRANCHES: Final = (1, 2)


def _spots() -> tuple[Spot, ...]:
    professions = [(key, words) for key, words, _score in STANDARD_LISTS["profession"]]
    return (
        spot.line("title", _("What happens in this step?")),
        spot.line(
            "role", _("Who does it?"), help_text=_("The profession's own word: visitator, hjemmetræner.")
        ),
        spot.text("help", _("Help to the one who does it")),
        spot.whole("deadline.days", _("Within how many working days?"), high=400, name="days"),
        spot.flag("spoken", _("May be handed over by word of mouth")),
        spot.flag("deadline.working", _("Weekends and holidays count too"), default=True, turned=True, more=True),
        spot.flag("follow_up", _("A day is set on which it is looked at again"), more=True),
        spot.several(
            "professions", _("Whose time is noted, in minutes?"), professions, more=True,
            help_text=_("Only those whose time a measure uses."),
        ),
    )  # fmt: skip


class WayForm(EditForm):
    """One way on from a step; `targets` are the other steps and the ends, `asked` what was asked in the flow."""

    def __init__(
        self, *args: Any, part: Mapping[str, Any], targets: type_choices, asked: Items, **kwargs: Any
    ) -> None:
        places = (
            spot.one("to", _("Where does it lead?"), [("", _now("– choose –")), *targets]),
            spot.line("text", _("What does the button say?")),
            ConditionPlace(
                "when", _("When is this way taken?"), facts_asked(asked), part.get("when"),
                always=_now("Otherwise, or when it is chosen"), only=_now("If %(condition)s") % {"condition": "%s"},
            ),
        )  # fmt: skip
        super().__init__(*args, part=part, places=places, **kwargs)


class StepForm(EditForm):
    """`targets` are the other steps and the ends; `asked` what was asked in the flow so far."""

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
        super().__init__(*args, places=_spots(), **kwargs)
        self.order_fields(["title", "role", "help", "days", "spoken"])
        self.targets = dict(targets)
        fields: Any = self.fields
        nothing = ("", _now("– choose –"))
        simple = [(value, words) for value, words in test_choices(facts_asked(asked)) if "bound" not in value]
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
        shown = super().read(part)
        shown["to"] = [way["to"] for way in part.get("ways", ()) if not way.get("when")]
        for number, way in zip(_BRANCHES, self._branches(part), strict=False):
            shown |= {f"when{number}": value_of(way["when"]), f"to{number}": way["to"]}
        return shown

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        made = super().write(part, said)
        if "days" not in made.get("deadline", {}):
            made.pop("deadline", None)
        return kept(made, {"ways": self._ways(part, said)})

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
