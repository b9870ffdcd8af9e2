"""Beginning and changing a trial, its lead, its law, its stages and links."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import today
from stillads.kernel.dates import format_date
from stillads.kernel.viewer import Viewer
from stillads.trials.queries.choices import (
    LegalChoice,
    find_trials,
    ideas_for_trial,
    leads_on,
    legal_choices,
    themes,
    units_on,
)
from stillads.trials.words import BLOCKERS, EXEMPTIONS, LINKS, STAGE_STATES
from stillads.ui.picker import MOST, PickField
from stillads.web.shell.fields import DayField, LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm

NOBODY = ("", _("– not chosen –"))
PART_OF_IT = _("Write a part of its title or question, its place or its round.")


class TrialForm(PageForm):
    """A trial's words. Choices are read when the form is made."""

    title = SafeTextField(
        label=_("Title of the trial"),
        max_length=200,
        help_text=_("Short, as you would say it at the board meeting."),
    )
    question = LongTextField(
        label=_("Question"),
        rows=3,
        required=False,
        help_text=_("What will you be able to answer after 100 days?"),
    )
    description = LongTextField(
        label=_("Description"),
        rows=8,
        required=False,
        help_text=_("What is done differently, by whom, when? A blank line makes a paragraph, “- ” a list."),
    )
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    owner_unit = forms.ChoiceField(
        label=_("Unit"), required=False, help_text=_("Its manager and leads may change the trial too.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "theme", [NOBODY, *themes()])
        _choose(self, "owner_unit", [NOBODY, *units_on(today())])


class NewTrialForm(TrialForm):
    """A new trial, out of ideas or not."""

    ideas = forms.MultipleChoiceField(
        label=_("Out of which ideas?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    lead = forms.ChoiceField(label=_("Who leads it?"), required=False)
    field_order = ["title", "question", "lead", "owner_unit", "theme", "description", "ideas"]

    def __init__(self, *args: Any, asked: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "lead", [NOBODY, *leads_on(today())])
        ideas = ideas_for_trial(asked)
        _choose(self, "ideas", ideas)
        if not ideas:
            del self.fields["ideas"]


class EditTrialForm(TrialForm):
    """A trial's words, with the version they were read in."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class LeadForm(PageForm):
    """Who takes over, and for how long."""

    to = forms.ChoiceField(label=_("Who takes over?"))
    until = DayField(
        label=_("Until"),
        required=False,
        help_text=_("Left empty, it is for good. With a day, the lead of now has it back the day after."),
    )
    reason = SafeTextField(label=_("Why?"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "to", [NOBODY, *leads_on(today())])


class LegalForm(PageForm):
    """The provisions a trial stands on, and the exemption."""

    keys = forms.MultipleChoiceField(
        label=_("Which provisions does the trial stand on?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    exemption = forms.ChoiceField(
        label=_("Does it need an exemption?"), choices=list(EXEMPTIONS.items()), widget=forms.RadioSelect
    )
    exemption_note = SafeTextField(
        label=_("From which rule, and who decides?"), max_length=300, required=False
    )

    def __init__(self, *args: Any, first: date, last: date, **kwargs: Any) -> None:
        """`first`, `last`: the days of the trial, on which the provisions hold."""
        super().__init__(*args, **kwargs)
        rows = legal_choices(first, last, self.initial["keys"])
        _choose(self, "keys", [(row.key, _law_words(row)) for row in rows])


class StageForm(PageForm):
    """One stage."""

    title = SafeTextField(label=_("What is the stage?"), max_length=200)
    state = forms.ChoiceField(label=_("How far is it?"), choices=list(STAGE_STATES.items()))
    blocker = forms.ChoiceField(label=_("What does it wait for?"), choices=list(BLOCKERS.items()))
    status_text = LongTextField(label=_("Status in words"), rows=3, required=False)
    expected_on = DayField(label=_("Expected"), required=False)


class LinkForm(PageForm):
    """Another trial, and how the two belong together."""

    other = PickField(label=_("Which trial?"), help_text=PART_OF_IT)
    kind = forms.ChoiceField(
        label=_("How do they belong together?"),
        choices=[(key, word) for key, word in LINKS.items() if key != "merged_into"],
        widget=forms.RadioSelect,
        initial="related",
    )
    note = SafeTextField(label=_("A note"), max_length=300, required=False)

    def __init__(self, *args: Any, trial: str, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_trials(self, "other", trial, viewer)


class MergeForm(PageForm):
    """Into which trial, and why."""

    into = PickField(label=_("Into which trial?"), help_text=PART_OF_IT)
    reason = LongTextField(label=_("Why?"), rows=3)

    def __init__(self, *args: Any, trial: str, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_trials(self, "into", trial, viewer)


class ReasonForm(PageForm):
    """Why."""

    reason = LongTextField(label=_("Why?"), rows=3)


def _offer_trials(form: forms.Form, name: str, besides: str, viewer: Viewer) -> None:
    field = form.fields[name]
    assert isinstance(field, PickField)  # noqa: S101  the classes above say so
    field.offer(
        lambda text, named: find_trials(text, besides=besides, named=named, viewer=viewer, limit=MOST + 1)
    )


def _law_words(row: LegalChoice) -> str:
    said = f"{row.text}: {row.subject}"
    return said if row.valid_to is None else f"{said} ({_until(row.valid_to)})"


def _until(day: date) -> str:
    return gettext("until %(day)s") % {"day": format_date(day)}


def _choose(form: forms.Form, name: str, choices: list[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField | forms.MultipleChoiceField)  # noqa: S101  the classes above say so
    field.choices = choices
