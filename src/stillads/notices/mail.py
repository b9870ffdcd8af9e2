"""The mail server, and how its answers are understood."""

import smtplib
from dataclasses import dataclass
from enum import Enum
from types import TracebackType

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from stillads.kernel.sealed import unseal

from .models import Notice


class Outcome(Enum):
    """What became of one delivery."""

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Delivery:
    """An outcome with the server's words. `unreachable`: there is no use in trying the next one now."""

    outcome: Outcome
    error: str = ""
    unreachable: bool = False


class MailServer:
    """One connection for a run of messages; opened when first needed."""

    def __init__(self) -> None:
        self._connection = get_connection(fail_silently=False)

    def __enter__(self) -> "MailServer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def deliver(self, notice: Notice) -> Delivery:
        """Hands one message over. Never raises for what a mail server or network can do."""
        try:
            self._connection.open()
        except smtplib.SMTPAuthenticationError as error:
            return Delivery(Outcome.LATER, _words(error), unreachable=True)
        except (OSError, smtplib.SMTPException) as error:
            return Delivery(Outcome.LATER, _words(error), unreachable=True)
        try:
            self._connection.send_messages([message_of(notice)])
        except (smtplib.SMTPException, OSError, ValueError) as error:
            self._connection.close()  # the conversation may be out of step: the next one begins anew
            return Delivery(_understood(error), _words(error))
        return Delivery(Outcome.SENT)


def message_of(notice: Notice) -> EmailMessage:
    """The e-mail. Its Message-ID follows from the notice, so that a second copy is known as one."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    return EmailMessage(
        subject=notice.subject,
        body=unseal(notice.body_sealed or b""),
        to=[unseal(notice.address_sealed or b"")],
        headers={
            "Message-ID": f"<{notice.public_id}@{domain}>",
            "Auto-Submitted": "auto-generated",  # RFC 3834: no holiday answers, please
            "Content-Language": "da",
        },
    )


def _understood(error: Exception) -> Outcome:
    """5xx is a no, 4xx a not now; a connection that broke off may have taken the message."""
    if isinstance(error, ValueError):  # an address with a line break, a letter that no header holds
        return Outcome.REFUSED
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in error.recipients.values()]
        return Outcome.REFUSED if codes and min(codes) >= 500 else Outcome.LATER
    if isinstance(error, smtplib.SMTPResponseException):
        return Outcome.REFUSED if error.smtp_code >= 500 else Outcome.LATER
    return Outcome.UNKNOWN


def _words(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:300]
