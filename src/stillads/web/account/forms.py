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


def _digits(**attributes: str) -> forms.PasswordInput:
    return forms.PasswordInput(
        attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": "6", **attributes}
    )


class CodeForm(forms.Form):
    """The short code that opens a shared phone."""

    code = forms.CharField(label=_("Your code"), max_length=6, widget=_digits(autofocus="autofocus"))


class NewCodeForm(forms.Form):
    """A code of one's own, twice."""

    code = forms.CharField(
        label=_("New code"),
        help_text=_("Four to six digits that nobody guesses. Not your birthday."),
        max_length=6,
        widget=_digits(),
    )
    again = forms.CharField(label=_("The same code again"), max_length=6, widget=_digits())

    def clean_again(self) -> str:
        """Typed the same twice."""
        again = str(self.cleaned_data["again"])
        if again != self.cleaned_data.get("code", again):
            raise forms.ValidationError(_("The two codes are not alike. Type the same code twice."))
        return again


class FirstPasswordForm(forms.Form):
    """A password, twice."""

    password1 = forms.CharField(
        label=_("Password"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    password2 = forms.CharField(
        label=_("The same password again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password2(self) -> str:
        """Typed the same twice."""
        again = str(self.cleaned_data["password2"])
        if again != self.cleaned_data.get("password1", again):
            raise forms.ValidationError(_("The two passwords are not alike. Type the same one twice."))
        return again
