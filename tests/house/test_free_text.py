"""No form of ours takes free text in which a CPR number would slip through."""

import importlib
import pkgutil
from collections.abc import Iterator

from django import forms

from stillads import web
from stillads.web.shell.fields import SafeTextField

# No prose, or checked by the action for each line: every one has its reason.
ELSEWHERE = {
    ("ActivateTOTPForm", "code"): "digits of the second step, never saved",
    ("AuthenticateForm", "code"): "digits of the second step, never saved",
    ("ReauthenticateForm", "code"): "digits of the second step, never saved",
    ("AddPasskeyForm", "name"): "allauth's own; seen by its owner alone",
    ("ConfirmImportForm", "round_key"): "a round's key",
    ("GiveForm", "website"): "a trap for machines, never saved",
    ("EntryForm", "lines"): "the action checks every line and names the one that is wrong",
    ("FilterForm", "q"): "searches, saves nothing",
    ("LogForm", "q"): "searches, saves nothing",
}


def _forms(parent: type[forms.BaseForm] = forms.BaseForm) -> Iterator[type[forms.BaseForm]]:
    for form in parent.__subclasses__():
        if form.__module__.startswith("stillads.web."):
            yield form
        yield from _forms(form)


def _prose(field: forms.Field) -> bool:
    typed = not isinstance(field.widget, forms.HiddenInput | forms.PasswordInput)
    checked = isinstance(field, SafeTextField | forms.EmailField)
    return isinstance(field, forms.CharField) and typed and not checked


def test_every_text_field_refuses_a_cpr_number_or_says_why_it_need_not() -> None:
    for module in pkgutil.walk_packages(web.__path__, "stillads.web."):
        importlib.import_module(module.name)
    open_fields = {
        (form.__name__, name)
        for form in _forms()
        for name, field in getattr(form, "base_fields", {}).items()
        if _prose(field)
    }
    assert open_fields == set(ELSEWHERE)
