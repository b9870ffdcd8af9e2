"""The forms of the evaluation: each saves one thing, and each carries the version it began from."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.evaluation.evidence import Evidence
from stillads.evaluation.words import EVIDENCE, KINDS, NOT_RATED, PROPOSALS, RATINGS, RHYTHMS
from stillads.web.shell.fields import DanishNumberField, DayField, LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm

type_choices = Iterable[tuple[str, Any]]


class VersionedForm(PageForm):
    """Knows the version that the writer had on the screen."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first = next((field for field in self.fields.values() if not field.widget.is_hidden), None)
        if first is not None and not isinstance(first.widget, forms.RadioSelect):
            first.widget.attrs["autofocus"] = True


class TextForm(VersionedForm):
    """A running text."""

    text = LongTextField(
        rows=10,
        required=False,
        label=_("Text"),
        help_text=_("Paste from Word if you like. A blank line makes a paragraph, “- ” a list."),
    )


class FindingForm(VersionedForm):
    """An advantage or barrier, and what stands behind it."""

    text = LongTextField(rows=4, label=_("What did you find?"))
    evidence = forms.ChoiceField(widget=forms.RadioSelect, label=_("How do you know?"))
    figure = forms.ChoiceField(required=False, label=_("Number behind it"))
    source = SafeTextField(
        required=False,
        max_length=300,
        label=_("Source"),
        help_text=_("Where it can be read, which survey it was, or who said it (role, never a name)."),
    )
    may_be_published = forms.BooleanField(
        required=False, label=_("A quote: the one who said it agrees to its being printed")
    )
    part = SafeTextField(
        required=False, max_length=160, label=_("Part of the trial"), help_text=_("If it has several.")
    )

    def __init__(self, *args: Any, figures: type_choices, imported: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(key, word) for key, word in EVIDENCE.items() if key != "unclassified" or imported]
        self.fields["evidence"].choices = kinds  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["figure"].choices = [("", _("None"))] + list(figures)  # type: ignore[attr-defined]  # noqa: RUF005

    def links(self) -> list[Evidence]:
        """What was given as evidence: a number, a source, or somebody's words."""
        said = self.cleaned_data
        found = [Evidence("figure", figure=said["figure"])] if said["figure"] else []
        if said["source"] and said["evidence"] == "quote":
            found.append(Evidence("quote", source=said["source"], may_be_published=said["may_be_published"]))
        elif said["source"]:
            found.append(Evidence("source", source=said["source"]))
        return found


class BoxForm(VersionedForm):
    """What an empty box means."""

    state = forms.ChoiceField(
        widget=forms.RadioSelect,
        label=_("Why is the box empty?"),
        choices=[
            ("none_found", _("We looked and found none")),
            ("not_examined", _("It was not examined")),
            ("open", _("It is still to be written")),
        ],
    )
    why = SafeTextField(
        required=False,
        max_length=300,
        label=_("How did you look, or why not?"),
        help_text=_("For example: asked 16 citizens in a questionnaire in week 33."),
    )


class PartForm(VersionedForm):
    """One part of the recommendation."""

    proposal = forms.ChoiceField(
        widget=forms.RadioSelect, label=_("What do you recommend?"), choices=list(PROPOSALS.items())
    )
    text = LongTextField(rows=4, label=_("In your words"))
    owner = forms.ChoiceField(required=False, label=_("Who takes it on?"))
    due = DayField(required=False, label=_("By when?"))

    def __init__(self, *args: Any, people: type_choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [("", _("Nobody yet"))] + list(people)  # type: ignore[attr-defined]  # noqa: RUF005


class RatingForm(VersionedForm):
    """The rating of one perspective, in words."""

    value = forms.ChoiceField(
        widget=forms.RadioSelect,
        label=_("All in all"),
        choices=[
            *((str(step), RATINGS[step]) for step in sorted(RATINGS, reverse=True)),
            ("none", NOT_RATED),
        ],
    )
    why = SafeTextField(max_length=400, label=_("Why?"), widget=forms.Textarea(attrs={"rows": 3}))

    def rating(self) -> int | None:
        """The step, or None."""
        value = self.cleaned_data["value"]
        return None if value == "none" else int(value)


class LineForm(VersionedForm):
    """One line of the small economy."""

    what = SafeTextField(max_length=200, label=_("What?"))
    way = forms.ChoiceField(
        widget=forms.RadioSelect,
        label=_("Gained or spent?"),
        choices=[("gained", _("Gained")), ("spent", _("Spent"))],
    )
    amount = DanishNumberField(label=_("How much?"))
    kind = forms.ChoiceField(label=_("Of what?"), choices=list(KINDS.items()))
    rhythm = forms.ChoiceField(label=_("How often?"), choices=list(RHYTHMS.items()))
    who = SafeTextField(max_length=160, label=_("Who gains it, or pays?"))
    method = SafeTextField(max_length=300, label=_("How do you know?"))
    estimate = forms.BooleanField(required=False, label=_("It is an estimate"))

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        amount = abs(given["amount"] or 0)
        names = ("what", "kind", "rhythm", "who", "method", "estimate")
        return {
            **{name: given[name] for name in names},
            "amount": -amount if given["way"] == "spent" else amount,
        }


class LearningForm(VersionedForm):
    """What was learnt."""

    text = LongTextField(
        rows=6,
        label=_("What did we learn?"),
        help_text=_("Write it for whoever gets the same idea in three years."),
    )


class ReasonForm(PageForm):
    """A sentence that others shall be able to read later."""

    reason = SafeTextField(max_length=2000, label=_("Why?"), widget=forms.Textarea(attrs={"rows": 3}))


_QUESTIONS = {
    "changes": _("What would you like to have changed?"),
    "reopen": _("Why must it be opened again?"),
}


def reason_form(target: str, data: Any = None) -> ReasonForm:
    """The form that sends back (`changes`) or opens again (`reopen`), with its own question and ids."""
    form = ReasonForm(data, auto_id=f"{target}_%s")
    form.fields["reason"].label = _QUESTIONS[target]
    return form


class FigureForm(PageForm):
    """A number typed by hand."""

    label = SafeTextField(max_length=300, label=_("What was counted?"))
    value = DanishNumberField(required=False, label=_("The number"))
    unit = SafeTextField(
        required=False, max_length=40, label=_("Unit"), help_text=_("For example %, citizens, calls a week.")
    )
    numerator = forms.IntegerField(
        required=False, min_value=0, label=_("Out of a group: how many?"), help_text=_("The n of n of N.")
    )
    denominator = forms.IntegerField(required=False, min_value=1, label=_("… of how many in all?"))
    before = DanishNumberField(required=False, label=_("The same number before the trial"))
    criterion = forms.ChoiceField(required=False, label=_("Does it answer an expectation?"))
    perspective = forms.ChoiceField(required=False, label=_("Whom is it about?"))
    method = SafeTextField(max_length=300, label=_("How was it counted?"))
    source = SafeTextField(max_length=300, label=_("Where does it stand?"))
    dated = DayField(label=_("Read on which day?"))
    estimate = forms.BooleanField(required=False, label=_("It is one person's estimate, not a count"))

    def __init__(self, *args: Any, criteria: type_choices, perspectives: type_choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criterion"].choices = [("", _("No"))] + list(criteria)  # type: ignore[attr-defined]  # noqa: RUF005
        self.fields["perspective"].choices = [("", _("Several"))] + list(perspectives)  # type: ignore[attr-defined]  # noqa: RUF005
