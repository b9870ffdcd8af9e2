"""Seals: a log that was tampered with shows it."""

from types import SimpleNamespace

import pytest
from django.db import connection, transaction

from stillads.audit.actions.record import record
from stillads.audit.actions.seal import seal_events
from stillads.audit.queries.seals import first_broken_seal
from stillads.kernel.clock import now
from stillads.kernel.viewer import system_viewer

pytestmark = pytest.mark.django_db


def _three_events() -> None:
    with transaction.atomic():
        for number in range(3):
            record(viewer=system_viewer("test"), verb=f"test.{number}")


def test_sealing_counts_each_event_once() -> None:
    _three_events()
    assert seal_events(at=now()) == 3
    assert seal_events(at=now()) == 0
    assert first_broken_seal()[0] is None


def test_an_event_removed_behind_the_databases_back_breaks_its_seal() -> None:
    _three_events()
    seal_events(at=now())
    with connection.cursor() as cursor:
        drop = "DROP TRIGGER audit_auditevent_no_delete"
        cursor.execute(drop if connection.vendor == "sqlite" else f"{drop} ON audit_auditevent")
        cursor.execute("DELETE FROM audit_auditevent WHERE verb = 'test.1'")
    assert first_broken_seal()[0] is not None


def test_recording_outside_a_transaction_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    outside = SimpleNamespace(in_atomic_block=False)
    monkeypatch.setattr("stillads.audit.actions.record.connection", outside)
    with pytest.raises(RuntimeError, match="inside the action's transaction"):
        record(viewer=system_viewer("test"), verb="test.loose")
