"""Writing, locking and amending a prediction."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.trials.prediction_rules import CriterionInput
from stillads.trials.queries.prediction import CriterionView
from stillads.trials.words import PERSPECTIVES
from stillads.web.shell.fields import DanishNumberField, DayField, LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm

ASKED = ("perspective", "what", "direction", "size", "unit", "how_known", "primary", "guardrail")
DIRECTIONS = [
    ("down", _("It goes down")),
    ("up", _("It goes up")),
    ("unchanged", _("It stays the same")),
    ("not_worse", _("It must not get worse")),
]


class CriterionForm(PageForm):
    """One expectation. `amending` adds the reason."""

    perspective = forms.ChoiceField(
        label=_("For whom?"), choices=list(PERSPECTIVES.items()), widget=forms.RadioSelect
    )
    what = SafeTextField(
        label=_("What do you expect to see?"),
        max_length=300,
        help_text=_("One thing that can be counted or asked: calls at night, minutes of waiting."),
    )
    direction = forms.ChoiceField(label=_("Which way?"), choices=DIRECTIONS, widget=forms.RadioSelect)
    worse = forms.ChoiceField(
        label=_("What would be worse?"),
        choices=[
            ("up", _("That it goes up, as with complaints")),
            ("down", _("That it goes down, as with satisfaction")),
        ],
        widget=forms.RadioSelect,
        initial="up",
        required=False,
        help_text=_("Only for what must not get worse."),
    )
    size = DanishNumberField(
        label=_("How much?"), required=False, help_text=_("A number, for example 20 or 1,5.")
    )
    unit = SafeTextField(
        label=_("Counted in"), max_length=40, required=False, help_text=_("For example % or calls a week.")
    )
    how_known = SafeTextField(
        label=_("How will you know?"),
        max_length=400,
        required=False,
        help_text=_("Who counts what, when, and what it is compared with."),
    )
    primary = forms.BooleanField(label=_("It is the most important one"), required=False)
    guardrail = forms.BooleanField(
        label=_("It is a guardrail: something that must not get worse, such as complaints"), required=False
    )
    reason = LongTextField(label=_("Why is it amended?"), rows=3)

    def __init__(self, *args: Any, amending: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not amending:
            del self.fields["reason"]

    def said(self, data: dict[str, Any], *, like: CriterionView | None = None) -> CriterionInput:
        """The form's words as the actions take them; what the form does not ask stays as in `like`."""
        return CriterionInput(
            **{name: data[name] for name in ASKED},
            worse=data["worse"] or "up",
            measure=like.measure if like else "",
            evaluation_date=like.evaluation_date if like else None,
        )


class RuleForm(PageForm):
    """The decision rule and the day on which it is settled."""

    decision_rule = LongTextField(
        label=_("Decision rule"),
        rows=4,
        help_text=_("What shall it take to go on, to extend, to stop? Write it as you would say it now."),
    )
    evaluation_date = DayField(
        label=_("The day on which it is settled"),
        help_text=_("Until then pages show progress, never “met”."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class AmendRuleForm(PageForm):
    """Another rule after the lock."""

    decision_rule = LongTextField(label=_("The rule from now on"), rows=4)
    reason = LongTextField(label=_("Why is it amended?"), rows=3)


class AmendDayForm(PageForm):
    """Another day after the lock."""

    day = DayField(label=_("The day from now on"))
    reason = LongTextField(label=_("Why is it amended?"), rows=3)


class ConfirmForm(PageForm):
    """Yes."""
