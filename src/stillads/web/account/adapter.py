"""What allauth shall do and say our way: nobody signs up by themselves, and refusals are plain."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError
from stillads.kernel.sealed import seal, unseal


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """People get their account from their municipality."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("E-mail and password do not fit together. Try again."),
        "invalid_login": _("E-mail and password do not fit together. Try again."),
        "incorrect_password": _("That is not the right password. Try again."),
        "enter_current_password": _("That is not your password now. Try again."),
        "incorrect_code": _("The code does not fit. Write the one that the app shows now."),
        "too_many_login_attempts": _("Too many wrong tries. Wait five minutes and try again."),
        "rate_limited": _("Too many tries in a short time. Wait a minute and try again."),
        "account_inactive": _("This log-in is closed. Talk to your manager."),
        "invalid_password_reset": _("The link has been used, or it is too old. Ask for a new one."),
    }

    def is_open_for_signup(self, request: Any) -> bool:
        """Never."""
        return False

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The ways of proving oneself again, in the words that the other pages use."""
        words = {
            "reauthenticate": _("Use your password"),
            "mfa_reauthenticate": _("Use a code from your app or a recovery code"),
            "mfa_reauthenticate:webauthn": _("Use your passkey"),
        }
        ways = super().get_reauthentication_methods(user)
        return [{**way, "description": words.get(way["id"], way["description"])} for way in ways]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """At once and not through the outbox: a link that opens a log-in is kept nowhere."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:  # SMTPException is one, and so is a server that does not answer
            raise RuleError(_("The e-mail could not be sent just now. Try again in a while.")) from error


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # as above
    """The secrets of the second step lie sealed in the database."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("The code does not fit. Write the one that the app shows now."),
    }

    def encrypt(self, text: str) -> str:
        """The text as sealed bytes in hex."""
        return seal(text).hex()

    def decrypt(self, encrypted_text: str) -> str:
        """The text again."""
        return unseal(bytes.fromhex(encrypted_text))
