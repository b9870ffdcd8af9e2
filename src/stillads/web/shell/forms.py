"""How every form behaves: sent once, refused beside the field, nothing typed is lost."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django import forms
from django.forms.utils import ErrorDict

from stillads.kernel.ids import new_token
from stillads.kernel.rules import Invalid, RuleError
from stillads.ui.picker import asked_for

T = TypeVar("T")


class PageForm(forms.Form):
    """A form that is sent once: the key it was shown with makes a second sending the same deed.

    Pass `cleaned_data["idempotency_key"]` to the action.
    """

    idempotency_key = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["idempotency_key"].initial = new_token

    @property
    def errors(self) -> ErrorDict:
        """None while somebody is still searching for what to choose (`ui/picker.py`)."""
        return ErrorDict() if asked_for(self) else super().errors

    def is_valid(self) -> bool:
        """Not while somebody is still searching."""
        return not asked_for(self) and super().is_valid()

    def clean_idempotency_key(self) -> str:
        """The key that the form was shown with; a fresh one for a client that sent none."""
        return self.cleaned_data.get("idempotency_key") or new_token()


def offer(form: forms.Form, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Says what the choice field `name` can choose among: (key, words)."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{name} is no choice")
    field.choices = list(choices)


def run(form: forms.Form, act: Callable[[dict[str, Any]], T]) -> T | None:
    """Runs `act(cleaned_data)` if the form holds; a rule's refusal goes beside its field.

    Returns what `act` returned, or None where the form must be shown again.
    """
    if not form.is_valid():
        return None
    try:
        return act(form.cleaned_data)
    except Invalid as refusal:
        for field, reason in refusal.errors.items():
            form.add_error(field if field in form.fields else None, str(reason))
    except RuleError as refusal:
        place = refusal.field if refusal.field in form.fields else None
        form.add_error(place, str(refusal.reason))
    return None
