"""Allauth's log-in form with our labels."""

from typing import Any

from allauth.account import forms as allauth_forms
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.webauthn import forms as webauthn_forms
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


class ActivateTOTPForm(totp_forms.ActivateTOTPForm):  # type: ignore[misc]  # as above
    """The six digits of the app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _code_field(self)


class AuthenticateForm(mfa_forms.AuthenticateForm):  # type: ignore[misc]  # as above
    """A code of the app, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _code_field(self)


class ReauthenticateForm(mfa_forms.ReauthenticateForm):  # type: ignore[misc]  # as above
    """The same, for whoever is signed in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _code_field(self)


class AddPasskeyForm(webauthn_forms.AddWebAuthnForm):  # type: ignore[misc]  # as above
    """A name, and whether the key alone is enough."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name")
        passwordless = self.fields["passwordless"]
        passwordless.label = _("Log in with the passkey alone, without a password")
        passwordless.help_text = _("Your device then asks for fingerprint, face or code.")


def _code_field(form: forms.Form) -> None:
    code = form.fields["code"]
    code.label = _("Code")
    code.widget.attrs.pop("placeholder", None)


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
