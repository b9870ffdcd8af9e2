"""What happens to a message, and when it may happen."""

from datetime import datetime, timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError, allowed
from stillads.kernel.states import StateTable, Step

from .models import Notice

S = Notice.State

NOTICE: Final = StateTable(
    "message",
    S.WAITING,
    {
        S.WAITING: _("waits"),
        S.SENDING: _("is being sent"),
        S.SENT: _("sent"),
        S.PRINTED: _("printed"),
        S.UNCERTAIN: _("maybe sent"),
        S.FAILED: _("did not arrive"),
        S.CANCELLED: _("cancelled"),
    },
    (
        Step(S.WAITING, S.SENDING, "claimed by a worker, committed before the mail server is asked"),
        Step(S.SENDING, S.SENT, "the server took it"),
        Step(S.SENDING, S.WAITING, "the server surely did not take it, once more later"),
        Step(S.SENDING, S.FAILED, "refused for good, or tried too often"),
        Step(S.SENDING, S.UNCERTAIN, "the answer never came, or the worker died"),
        Step(S.UNCERTAIN, S.SENT, "a person says that it arrived"),
        Step(S.UNCERTAIN, S.WAITING, "a person says send it again"),
        Step(S.FAILED, S.WAITING, "a person says send it again"),
        Step(S.WAITING, S.PRINTED, "a letter or poster line is printed"),
        Step(S.PRINTED, S.WAITING, "the printer ate it"),
        Step(S.WAITING, S.CANCELLED, "cancelled"),
        Step(S.FAILED, S.CANCELLED, "cancelled"),
        Step(S.UNCERTAIN, S.CANCELLED, "cancelled"),
    ),
)

# how long after the n-th attempt the next one comes; after the last, the message has failed
BACKOFF = (
    timedelta(minutes=2), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=4), timedelta(hours=12),
)  # fmt: skip
LOST_AFTER = timedelta(minutes=15)  # longer than any answer of a mail server is waited for
KEEP_AFTER_SENT = timedelta(days=60)  # then name, address and text are erased


def check_step(state: str, to: str) -> None:
    """Raises RuleError where a message in `state` cannot become `to`."""
    if NOTICE.step(state, to):
        return
    reasons = {
        S.SENT: _("The message has been sent already."),
        S.PRINTED: _("It has been printed already."),
        S.CANCELLED: _("The message was cancelled."),
        S.SENDING: _("The message is just being sent. Wait a moment."),
    }
    raise RuleError(reasons.get(S(state), _("That cannot be done with this message now.")))


def check_can_send_again(channel: str, state: str) -> None:
    """A message that failed, or of which nobody knows; a print that went wrong."""
    if state == S.WAITING:
        raise RuleError(_("The message already waits to be sent."))
    check_step(state, S.WAITING)


def can_send_again(channel: str, state: str) -> bool:
    """The question form of `check_can_send_again`."""
    return allowed(check_can_send_again, channel, state)


def next_attempt(attempts: int, at: datetime) -> datetime | None:
    """When to try after `attempts` failures; None when it is enough."""
    return at + BACKOFF[attempts - 1] if attempts <= len(BACKOFF) else None
