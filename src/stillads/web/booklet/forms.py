"""The forms of the journey booklet."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.web.shell.fields import DayField, LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm


class FrontForm(PageForm):
    """The booklet's own texts."""

    title = SafeTextField(label=_("Title"), max_length=200)
    subtitle = SafeTextField(label=_("Subtitle"), max_length=200, required=False)
    foreword = LongTextField(
        label=_("Foreword"),
        rows=14,
        help_text=_("An empty line begins a new paragraph. Write “- ” in front of what stands in a list."),
    )
    foreword_by = SafeTextField(
        label=_("Who writes the foreword?"),
        max_length=300,
        required=False,
        help_text=_("For example: Af sundhedschefen og formanden for Ældrerådet"),
    )
    facts_title = SafeTextField(label=_("Heading of the facts box"), max_length=160, required=False)
    facts = LongTextField(label=_("Facts box"), rows=8, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)


class PublishForm(PageForm):
    """The edition about to be made, by the number that the person has seen."""

    note = SafeTextField(
        label=_("What is new in this edition?"),
        max_length=300,
        required=False,
        help_text=_("One sentence, printed at the end of the booklet."),
    )
    number = forms.IntegerField(widget=forms.HiddenInput)


class UploadForm(PageForm):
    """A booklet as a file."""

    file = forms.FileField(
        label=_("The booklet"),
        help_text=_("PDF, Word (.docx) or plain text, at most 20 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.docx,.txt"}),
    )


class ConfirmImportForm(PageForm):
    """The round that the booklet becomes."""

    round_key = forms.RegexField(
        r"^\d{4}-\d{1,2}$",
        label=_("Round"),
        max_length=12,
        help_text=_("Year and number, for example 2022-2."),
        error_messages={"invalid": _("Write the year and the round's number, for example 2022-2.")},
    )
    start = DayField(label=_("First day"))
    end = DayField(label=_("Last day"))
