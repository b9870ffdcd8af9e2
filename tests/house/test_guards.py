"""The database keeps what shall stay: the triggers are there, and they refuse."""

import pytest
from django.db import IntegrityError, connection, transaction

from stillads.audit.actions.record import record
from stillads.audit.models import AuditEvent
from stillads.kernel.guards import GUARDED
from stillads.kernel.viewer import system_viewer

pytestmark = pytest.mark.django_db


def _triggers() -> set[str]:
    sql = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_no_%'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE '%_no_%'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return {row[0] for row in cursor.fetchall()}


def test_every_guard_that_a_migration_promised_is_in_the_database() -> None:
    promised = {f"{table}_no_{event.lower()}" for table, events in GUARDED.items() for event in events}
    assert promised  # the migrations were read
    assert _triggers() == promised


@pytest.fixture
def event() -> AuditEvent:
    with transaction.atomic():
        record(viewer=system_viewer("test"), verb="test.did")
    return AuditEvent.objects.latest("pk")


def test_a_logged_event_cannot_be_changed(event: AuditEvent) -> None:
    event.verb = "test.never"
    with pytest.raises(IntegrityError, match="audit_auditevent only grows"), transaction.atomic():
        event.save()


def test_a_logged_event_cannot_be_removed(event: AuditEvent) -> None:
    with pytest.raises(IntegrityError, match="audit_auditevent only grows"), transaction.atomic():
        AuditEvent.objects.filter(pk=event.pk).delete()
    assert AuditEvent.objects.filter(pk=event.pk).count() == 1
