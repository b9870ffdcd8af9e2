"""Measures and expectations, chosen from what the instruments give."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stillads.web.shell.fields import DanishNumberField

from ..presenters.words import DIRECTIONS, PERIODS, PERSPECTIVES
from .base import EditForm, kept, line_field, number, text_field
from .choices import data_in, measurable, value_of, with_now

_FROM: Final = (
    "instrument", "how", "form", "field", "where", "among", "per", "start", "stop", "working_days",
    "distinct_per", "distinct_days", "distinct_each_day",
)  # fmt: skip
_WAYS: Final = ("up", "down", "none")
_EXPECTED: Final = ("up", "down", "unchanged", "not_worse")


class MeasureForm(EditForm):
    """`what` is the whole of how the number comes about."""

    what = forms.ChoiceField(label=_("What is to be counted?"), required=False)
    title = line_field(_("What is it called?"))
    perspective = forms.ChoiceField(
        label=_("Whom does it matter to?"), choices=list(PERSPECTIVES.items()), widget=forms.RadioSelect
    )
    direction = forms.ChoiceField(
        label=_("Which way is good?"), choices=[(k, DIRECTIONS[k]) for k in _WAYS], widget=forms.RadioSelect
    )
    unit = line_field(_("Unit"), help_text=_("For example: opkald, minutter, %."))
    period = forms.ChoiceField(label=_("How often is it added up?"), choices=list(PERIODS.items()))
    compared = forms.BooleanField(label=_("Is compared with how it was before start"), required=False)
    sustaining = forms.BooleanField(label=_("Goes on in daily operation"), required=False)

    def __init__(self, *args: Any, playbook: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        what: Any = self.fields["what"]
        what.choices = [("", _now("– choose –")), *with_now(measurable(playbook), _source(self.part))]

    def read(self, part: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "what": value_of(_source(part)),
            **{name: part.get(name, "") for name in ("title", "unit")},
            "perspective": part.get("perspective", "citizen"),
            "direction": part.get("direction", "none"),
            "period": part.get("period", "week"),
            "compared": (part.get("baseline") or {}).get("kind") != "none",
            "sustaining": bool(part.get("sustaining")),
        }

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        source = data_in(said.get("what")) or {}
        names = ("title", "unit", "perspective", "direction", "period", "sustaining")
        made = dict.fromkeys(_FROM) | source | {name: said.get(name) for name in names}
        if not said.get("compared"):
            made["baseline"] = {"kind": "none"}
        elif part.get("baseline") == {"kind": "none"}:
            made["baseline"] = None
        return kept(part, made)


class CriterionForm(EditForm):
    """One expectation, as it prefills a trial's prediction."""

    what = line_field(_("What do you expect?"))
    perspective = forms.ChoiceField(
        label=_("Whom does it matter to?"), choices=list(PERSPECTIVES.items()), widget=forms.RadioSelect
    )
    measure = forms.ChoiceField(label=_("Which measure shows it?"), required=False)
    direction = forms.ChoiceField(
        label=_("Which way?"), choices=[(k, DIRECTIONS[k]) for k in _EXPECTED], widget=forms.RadioSelect
    )
    size = DanishNumberField(label=_("By how much?"), required=False, low=Decimal(0))
    unit = line_field(_("Unit"), help_text=_("For example: opkald, minutter, %."))
    how_known = text_field(_("How will you know?"), rows=2)
    primary = forms.BooleanField(label=_("This is the most important expectation"), required=False)
    worse = forms.ChoiceField(
        label=_("If it must not get worse: which way is worse?"),
        choices=(("up", _("That it goes up")), ("down", _("That it goes down"))),
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, playbook: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        measure: Any = self.fields["measure"]
        rows = [(row["key"], row.get("title") or row["key"]) for row in playbook.get("measures", ())]
        measure.choices = [("", _now("None, we find out in another way")), *rows]

    def read(self, part: Mapping[str, Any]) -> dict[str, Any]:
        return {
            **{name: part.get(name, "") for name in ("what", "measure", "unit", "how_known")},
            "perspective": part.get("perspective", "citizen"),
            "direction": part.get("direction", "up"),
            "worse": part.get("worse", "up"),
            "size": number(part.get("size")),
            "primary": bool(part.get("primary")),
        }

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        names = ("what", "measure", "unit", "how_known", "perspective", "direction", "primary")
        guards = said.get("direction") == "not_worse"
        size = said.get("size")
        more = {
            "size": None if size is None else f"{size:f}",
            "guardrail": guards,
            "worse": said.get("worse") if guards else None,
        }
        return kept(part, {name: said.get(name) for name in names} | more)


def _source(part: Mapping[str, Any]) -> dict[str, Any]:
    return {name: part[name] for name in _FROM if part.get(name) not in (None, "", False, [])}
