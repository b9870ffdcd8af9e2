"""What waited on a phone is written together, and each of it counts as if it had come alone."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection, connections, transaction
from tests.harness.at_once import at_once
from tests.harness.capturing import NOON, Ward
from tests.harness.queries import queries_of

from stillads.audit.models import AuditEvent
from stillads.capture.actions.batches import MOST, Outcome, Sent, Waiting, register_batch
from stillads.capture.models import Bucket, Entry
from stillads.capture.moments import Told
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import EMPLOYEE

CONFLICT = "Den er sendt før med andre svar. Begge kan ikke gemmes som én registrering."


def _tap(ward: Ward, key: str, who: str = "citizen", viewer: Viewer | None = None, **more: str) -> Waiting:
    raw = {"event": [who], **{name: [text] for name, text in more.items()}}
    return Waiting(key, viewer or ward.employee, Told(NOON - timedelta(minutes=1)), raw)


def _undo(ward: Ward, key: str, of: str) -> Waiting:
    return Waiting(key, ward.employee, Told(NOON), {}, undo=of)


def _send(ward: Ward, *items: Waiting, instrument: str = "calls") -> Sent:
    return register_batch(
        deployment=ward.deployment(instrument).public_id, items=items, sent_at=NOON, viewer=ward.employee, at=ward.at
    )  # fmt: skip


def _results(sent: Sent) -> list[str]:
    return [each.result for each in sent.outcomes]


def _counted() -> tuple[int, int, int]:
    """Entries, what the day's sum says, lines in the log."""
    bucket = Bucket.objects.filter(measure="calls", slice="").first()
    return (
        Entry.objects.count(),
        bucket.n if bucket else 0,
        AuditEvent.objects.filter(verb="capture.register").count(),
    )


def test_one_that_is_wrong_is_refused_and_the_others_are_entries_with_sums_and_log(ward: Ward) -> None:
    items = [_tap(ward, f"k{n}", minutes="3") for n in range(9)]
    sent = _send(ward, *items[:4], _tap(ward, "wrong", minutes="længe"), *items[4:])
    assert _results(sent) == ["kept"] * 4 + ["refused"] + ["kept"] * 5
    assert sent.outcomes[4].reason == "Skriv, hvor længe det varede, for eksempel 45 min."
    assert (sent.today, _counted()) == (9, (9, 9, 9))
    minutes = Bucket.objects.get(measure="call_minutes", slice="")
    assert (minutes.n, int(minutes.total), int(minutes.total_of_squares)) == (9, 27, 81)
    logged = AuditEvent.objects.filter(verb="capture.register").values_list("data__entry", flat=True)
    assert set(logged) == set(Entry.objects.values_list("public_id", flat=True))


def test_all_wrong_and_nothing_is_written(ward: Ward) -> None:
    assert _results(_send(ward, *[_tap(ward, f"k{n}", "cat") for n in range(3)])) == ["refused"] * 3
    assert _counted() == (0, 0, 0)
    assert (_send(ward).outcomes, _send(ward).today) == ([], 0)


def test_a_key_twice_in_one_queue_is_one_registration_or_a_conflict(ward: Ward) -> None:
    sent = _send(ward, _tap(ward, "k1"), _tap(ward, "k1"), _tap(ward, "k1", "colleague"), _tap(ward, "k2"))
    assert _results(sent) == ["kept", "again", "refused", "kept"]
    assert sent.outcomes[2].reason == CONFLICT
    assert _counted() == (2, 2, 2)


def test_a_key_that_is_kept_already_is_the_same_one_or_a_conflict(ward: Ward) -> None:
    _send(ward, _tap(ward, "k1"), _tap(ward, "k2"))
    sent = _send(ward, _tap(ward, "k0"), _tap(ward, "k1"), _tap(ward, "k2", "colleague"), _tap(ward, "k3"))
    assert _results(sent) == ["kept", "again", "refused", "kept"]
    assert sent.outcomes[2] == Outcome("k2", "refused", CONFLICT)
    assert _counted() == (4, 4, 4)


def test_taken_back_in_the_middle_only_what_came_before_it_is(ward: Ward) -> None:
    sent = _send(ward, _tap(ward, "k1"), _tap(ward, "k2"), _undo(ward, "u", "k1"), _tap(ward, "k3"))
    assert (_results(sent), sent.today) == (["kept"] * 4, 2)
    voids = Entry.objects.get(form="void").voids
    assert voids is not None and voids.idempotency_key == "k1"
    assert _counted() == (4, 2, 3)
    assert _results(_send(ward, _undo(ward, "u", "k1"), _undo(ward, "u2", "nothing"))) == ["again", "again"]


def test_what_others_registered_elsewhere_is_not_taken_back(ward: Ward) -> None:
    _send(ward, _tap(ward, "k1"))
    elsewhere = ward.deployment("calls", "toftegaarden").public_id
    there = ward.house.viewer(EMPLOYEE, "toftegaarden")
    undo = Waiting("u", there, Told(NOON), {}, undo="k1")
    sent = register_batch(deployment=elsewhere, items=[undo], sent_at=NOON, viewer=there, at=ward.at)
    assert _results(sent) == ["again"]
    assert not Entry.objects.filter(form="void").exists()
    mine = register_batch(
        deployment=elsewhere, items=[_tap(ward, "k2")], sent_at=NOON, viewer=there, at=ward.at
    )
    assert (
        mine.outcomes[0].reason == "Den, der trykkede, arbejder ikke længere på enheden."
        and _counted()[0] == 1
    )


def test_ten_cost_the_same_statements_as_two(ward: Ward) -> None:
    _send(ward, _tap(ward, "first"))
    few = queries_of(lambda: _send(ward, *[_tap(ward, f"a{n}") for n in range(2)]))
    many = queries_of(lambda: _send(ward, *[_tap(ward, f"b{n}") for n in range(MOST)]))
    assert len(few) == len(many)
    with pytest.raises(RuleError):
        _send(ward, *[_tap(ward, f"c{n}") for n in range(MOST + 1)])
    with pytest.raises(NotFound):
        register_batch(deployment="nowhere", items=[], sent_at=None, viewer=ward.employee, at=ward.at)


@pytest.mark.django_db(transaction=True)
def test_many_phones_at_once_write_each_key_once_and_the_sums_are_theirs(ward: Ward) -> None:
    def phone(n: int) -> Callable[[], object]:
        return lambda: [
            _results(_send(ward, *[_tap(ward, f"{turn}-{key}-{n % 3}") for key in range(MOST)]))
            for turn in range(3)
        ]

    answers = at_once(*[phone(n) for n in range(6)])
    assert all(isinstance(answer, list) for answer in answers)
    told = [result for answer in answers if isinstance(answer, list) for batch in answer for result in batch]
    assert sorted(told) == ["again"] * 90 + ["kept"] * 90
    assert _counted() == (90, 90, 90)


@pytest.mark.django_db(transaction=True)
def test_what_is_sent_while_another_writes_it_is_judged_by_what_the_other_kept(ward: Ward) -> None:
    """The other has not committed when the queue is looked at; PostgreSQL then waits at the key, SQLite before it."""
    queue = [_tap(ward, "k0"), _tap(ward, "k1"), _tap(ward, "k2", "colleague"), _tap(ward, "k2", "colleague")]
    found: list[Sent] = []

    def send() -> None:
        found.append(_send(ward, *queue, _undo(ward, "u", "k1")))
        connections.close_all()

    other = threading.Thread(target=send)
    with transaction.atomic():
        _send(ward, _tap(ward, "k1"), _tap(ward, "k2"))
        other.start()
        while other.is_alive() and not _somebody_waits():
            other.join(0.01)
    other.join(30)
    [sent] = found
    assert _results(sent) == ["kept", "again", "refused", "refused", "kept"]
    assert (sent.outcomes[2].reason, sent.today) == (CONFLICT, 2)
    assert _counted() == (4, 2, 3)


def _somebody_waits() -> bool:
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])
