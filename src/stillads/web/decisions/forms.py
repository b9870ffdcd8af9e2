"""Forms of hearing, committee item and decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.decisions.headings import headings
from stillads.decisions.queries.hearing import BODY_NAMES
from stillads.decisions.words import HEARING_STATES, ITEM_TYPES, OUTCOMES
from stillads.web.shell.fields import DayField, LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm


class HearingForm(PageForm):
    """One step of the hearing."""

    body = forms.ChoiceField(
        label=_("Who is heard"), choices=list(BODY_NAMES.items()), widget=forms.RadioSelect
    )
    state = forms.ChoiceField(
        label=_("What happened"), choices=list(HEARING_STATES.items()), widget=forms.RadioSelect
    )
    day = DayField(label=_("Day"))
    text = LongTextField(label=_("What they answered, or why the hearing is left out"), required=False)


class DraftForm(PageForm):
    """What kind of item, for which committee, when."""

    title = SafeTextField(label=_("Title of the item"), max_length=200)
    type = forms.ChoiceField(label=_("Type"), choices=list(ITEM_TYPES.items()), widget=forms.RadioSelect)
    committee = SafeTextField(label=_("Committee"), max_length=160)
    meeting_on = DayField(label=_("Day of the committee's meeting"))


class SectionsForm(PageForm):
    """One text for each heading of the setting, and management's recommendation apart."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, heading in headings():
            self.fields[key] = LongTextField(label=heading, required=False, rows=6)
            if key == "recommendation":
                self.fields["management"] = LongTextField(
                    label=_("Management recommends"),
                    help_text=_("Kept apart from what the committee decides."),
                    required=False,
                    rows=4,
                )


class ReasonForm(PageForm):
    """Why something is undone."""

    reason = LongTextField(label=_("Reason"), rows=3)


class WordingForm(PageForm):
    """What the committee decided in its own words, and what management does about it."""

    wording = LongTextField(label=_("The committee's wording"), help_text=_("As it stands in the minutes."))
    follow_up = LongTextField(label=_("Management's follow-up"), required=False)


class RulingForm(PageForm):
    """The decision on one part."""

    outcome = forms.ChoiceField(
        label=_("What was decided"),
        choices=[(key, word) for key, word in OUTCOMES.items() if key != "other"],
        widget=forms.RadioSelect,
    )
    wording = LongTextField(label=_("The decision in words"), rows=4)
    reason = LongTextField(
        label=_("Why"),
        help_text=_("When a trial is dropped, this is kept as what was learnt."),
        required=False,
        rows=3,
    )
    decided_on = DayField(label=_("Decided on"))
    owner = forms.ChoiceField(label=_("Who carries it on"), required=False)
    deadline = DayField(label=_("Deadline"), required=False)
    review_on = DayField(
        label=_("Review date"), help_text=_("On this day the decision is opened again."), required=False
    )
    spread_to = forms.MultipleChoiceField(
        label=_("Spread to"),
        help_text=_("Each unit gets its own line on the checklist. More can be added later."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    next_round = forms.ChoiceField(
        label=_("Goes on in round"),
        help_text=_("When a trial is extended, its next phase is drafted there."),
        required=False,
    )

    field_order = [
        "outcome", "wording", "reason", "decided_on", "owner", "deadline", "review_on", "next_round", "spread_to",
    ]  # fmt: skip

    def __init__(
        self,
        *args: Any,
        people: list[tuple[str, str]],
        units: list[tuple[str, str]],
        rounds: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "owner", [("", "–"), *people])
        _choices(self, "spread_to", units)
        _choices(self, "next_round", [("", "–"), *rounds])


class ActionForm(PageForm):
    """One thing to do."""

    what = SafeTextField(label=_("What shall be done"), max_length=300)
    owner = forms.ChoiceField(label=_("Who does it"), required=False)
    unit = forms.ChoiceField(label=_("Or the unit that finds somebody"), required=False)
    due = DayField(label=_("By"), required=False)

    def __init__(
        self, *args: Any, people: list[tuple[str, str]], units: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "owner", [("", "–"), *people])
        _choices(self, "unit", [("", "–"), *units])


def _choices(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101  (narrows the type)
    field.choices = choices
