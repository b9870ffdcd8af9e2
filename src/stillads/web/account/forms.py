"""Allauth's log-in form with our labels."""

from typing import Any

from allauth.account import forms as allauth_forms
from django import forms
from django.utils.translation import gettext_lazy as _


class LoginForm(allauth_forms.LoginForm):  # type: ignore[misc]  # allauth has no types
    """E-mail and password, without placeholders: a label is read aloud, a placeholder is not."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label, password.label, password.help_text = _("E-mail"), _("Password"), ""
        login.widget = forms.EmailInput(attrs={"autocomplete": "username"})
        password.widget.attrs.pop("placeholder", None)
