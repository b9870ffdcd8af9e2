"""The outbox: one message per deed, sent once, printed, forgotten."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings
from tests.conftest import Freeze
from tests.harness.mail_server import MailSink, mail_sink
from tests.harness.queries import assert_same_query_count

from stillads.audit.models import AuditEvent
from stillads.kernel.clock import COPENHAGEN, now
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import system_viewer
from stillads.notices.actions import (
    cancel,
    enqueue,
    erase_sent,
    mark_printed,
    mark_sent,
    send_again,
    send_due,
)
from stillads.notices.actions.send import Sent
from stillads.notices.models import Notice
from stillads.notices.queries import letters, outbox, posters
from stillads.notices.rules import BACKOFF, LOST_AFTER

pytestmark = pytest.mark.django_db
VIEWER = system_viewer("test")
SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def sink() -> Iterator[MailSink]:
    with mail_sink() as server, override_settings(
        EMAIL_BACKEND=SMTP, EMAIL_HOST="127.0.0.1", EMAIL_PORT=server.port, EMAIL_USE_TLS=False
    ):  # fmt: skip
        yield server


@transaction.atomic
def _message(key: str = "k1", **changes: Any) -> Notice:
    words: dict[str, Any] = {
        "channel": "email", "recipient_name": "Anna Sørensen", "address": "anna@example.dk",
        "subject": "Din idé er valgt", "body": "Kære Anna\n\nVi prøver den af på Toftegården.",
        "about": "idea:abc", "dedup_key": key,
    } | changes  # fmt: skip
    return enqueue(viewer=VIEWER, at=now(), **words)


def _state(notice: Notice) -> str:
    notice.refresh_from_db()
    return notice.state


def test_one_deed_makes_one_message_and_nothing_readable_lies_in_the_database() -> None:
    first, second = _message(), _message()
    assert first.pk == second.pk
    stored = Notice.objects.filter(pk=first.pk).values().get()
    assert b"Anna" not in b"".join(
        bytes(stored[k] or b"") for k in ("name_sealed", "address_sealed", "body_sealed")
    )
    assert AuditEvent.objects.filter(verb="notices.enqueue").count() == 1


def test_without_an_address_there_is_no_message() -> None:
    with pytest.raises(RuleError) as refused:
        _message(address=" ")
    assert refused.value.field == "address"


def test_a_message_reaches_a_real_mail_server_once(sink: MailSink) -> None:
    notice = _message()
    assert send_due(at=now()) == Sent(sent=1)
    assert send_due(at=now()) == Sent()
    (mail,) = sink.received
    assert (mail["To"], mail["Subject"], mail["Auto-Submitted"]) == (
        "anna@example.dk",
        "Din idé er valgt",
        "auto-generated",
    )
    assert mail["Message-ID"].startswith(f"<{notice.public_id}@")
    assert mail.get_content().replace("\r", "").strip() == "Kære Anna\n\nVi prøver den af på Toftegården."
    assert (_state(notice), sink.recipients) == ("sent", ["anna@example.dk"])


def test_letters_posters_and_what_is_not_due_are_not_mailed(sink: MailSink) -> None:
    _message("letter", channel="letter", address="Gaden 1\n8800 Viborg")
    _message("poster", channel="poster", address="unit1")
    with transaction.atomic():
        enqueue(
            channel="email", recipient_name="", address="a@example.dk", subject="s", body="b", about="",
            dedup_key="later", viewer=VIEWER, at=now(), due_at=now() + timedelta(days=1),
        )  # fmt: skip
    assert send_due(at=now()) == Sent()
    assert sink.received == []


@override_settings(EMAIL_BACKEND=SMTP, EMAIL_HOST="")
def test_without_a_mail_server_messages_wait() -> None:
    notice = _message()
    assert send_due(at=now()) == Sent()
    assert (_state(notice), notice.attempts) == ("waiting", 0)
    assert outbox(viewer=VIEWER).mail_is_set_up is False


def test_a_server_that_says_later_is_asked_later_and_later_and_then_it_failed(
    sink: MailSink, freeze: Freeze
) -> None:
    notice = _message()
    sink.answers["RCPT"] = "451 greylisted"
    at = now()
    for wait in BACKOFF:
        freeze(at)
        assert send_due(at=at) == Sent(later=1)
        notice.refresh_from_db()
        assert (notice.state, notice.due_at) == ("waiting", at + wait)
        at += wait
    freeze(at)
    assert send_due(at=at) == Sent(failed=1)
    assert (_state(notice), notice.attempts) == ("failed", len(BACKOFF) + 1)
    assert "greylisted" in notice.last_error


def test_a_server_that_cannot_be_reached_costs_one_message_one_attempt(sink: MailSink) -> None:
    _message("a")
    _message("b")
    with override_settings(EMAIL_PORT=1):
        assert send_due(at=now()) == Sent(later=1)
    assert sorted(Notice.objects.values_list("attempts", flat=True)) == [0, 1]


@pytest.mark.parametrize("command", ["RCPT", "MAIL", "DATA"])
def test_what_is_refused_for_good_is_not_tried_again(sink: MailSink, command: str) -> None:
    notice = _message()
    sink.answers[command] = "550 no such person"
    assert send_due(at=now()) == Sent(failed=1)
    assert _state(notice) == "failed"


def test_when_the_answer_never_comes_nothing_is_sent_twice(sink: MailSink) -> None:
    notice = _message()
    sink.answers["DATA"] = None
    assert send_due(at=now()) == Sent(uncertain=1)
    assert send_due(at=now()) == Sent()
    assert (_state(notice), len(sink.received)) == ("uncertain", 1)


def test_a_worker_killed_while_sending_leaves_the_decision_to_a_person(sink: MailSink) -> None:
    killed, at = _message(), now()
    Notice.objects.update(state="sending", claimed_at=at)
    assert send_due(at=at + LOST_AFTER) == Sent()
    assert send_due(at=at + LOST_AFTER + timedelta(seconds=1)) == Sent(uncertain=1)
    assert sink.received == []
    send_again(public_id=killed.public_id, viewer=VIEWER, at=at)
    assert send_due(at=at + LOST_AFTER) == Sent(sent=1)
    with pytest.raises(RuleError, match=r"allerede sendt|already"):
        mark_sent(public_id=killed.public_id, viewer=VIEWER, at=at)


def test_one_bad_message_does_not_hold_up_the_next(sink: MailSink) -> None:
    bad, good = _message("bad", address="a@example.dk\nBcc: all@example.dk"), _message("good")
    assert send_due(at=now()) == Sent(sent=1, failed=1)
    assert (_state(bad), _state(good)) == ("failed", "sent")


def test_letters_wait_until_somebody_says_that_they_are_printed() -> None:
    letter = _message(channel="letter", address="Gaden 1, 2. tv\n8800 Viborg\n")
    (shown,) = letters(viewer=VIEWER)
    assert (shown.name, shown.address) == ("Anna Sørensen", ["Gaden 1, 2. tv", "8800 Viborg"])
    assert shown.paragraphs == ["Kære Anna", "Vi prøver den af på Toftegården."]
    assert mark_printed(public_ids=[letter.public_id], viewer=VIEWER, at=now()) == 1
    assert mark_printed(public_ids=[letter.public_id], viewer=VIEWER, at=now()) == 0
    assert letters(viewer=VIEWER) == []
    assert len(letters(viewer=VIEWER, only=[letter.public_id])) == 1


def test_posters_gather_the_lines_of_a_unit() -> None:
    for number, unit in enumerate(["b", "a", "b"]):
        _message(f"k{number}", channel="poster", address=unit, recipient_name=f"Enhed {unit}")
    found = posters(viewer=VIEWER)
    assert [(p.place_name, len(p.lines)) for p in found] == [("Enhed a", 1), ("Enhed b", 2)]
    assert [p.place for p in posters(viewer=VIEWER, place="b")] == ["b"]


def test_the_outbox_says_why_a_button_is_off() -> None:
    _message()
    (row,) = outbox(viewer=VIEWER).rows
    assert row.cancel_refusal is None
    assert str(row.again_refusal)
    cancel(public_id=row.public_id, viewer=VIEWER, at=now())
    with pytest.raises(RuleError):
        cancel(public_id=row.public_id, viewer=VIEWER, at=now())
    with pytest.raises(NotFound):
        cancel(public_id="nobody", viewer=VIEWER, at=now())
    assert outbox(viewer=VIEWER, state="waiting").rows == []
    assert outbox(viewer=VIEWER).counts == {("email", "cancelled"): 1}


def test_the_outbox_costs_the_same_with_one_row_and_with_three() -> None:
    keys = iter("abc")
    assert_same_query_count(show=lambda: outbox(viewer=VIEWER), add=lambda: _message(next(keys)))


def test_who_it_was_to_is_forgotten_when_it_has_been_out_long_enough(freeze: Freeze) -> None:
    freeze(datetime(2026, 3, 2, 9, tzinfo=COPENHAGEN))
    letter = _message(channel="letter")
    waiting = _message("other", channel="letter")
    mark_printed(public_ids=[letter.public_id], viewer=VIEWER, at=now())
    assert erase_sent(at=now() + timedelta(days=59)) == 0
    assert erase_sent(at=now() + timedelta(days=61)) == 1
    letter.refresh_from_db()
    assert (letter.name_sealed, letter.body_sealed, letter.subject) == (None, None, "Din idé er valgt")
    waiting.refresh_from_db()
    assert waiting.body_sealed is not None
