"""The daily house-keeping of the log."""

from datetime import datetime

import pytest

from stillads.audit import retention
from stillads.audit.actions.sweep import erase_due, seal_and_check
from stillads.audit.models import AuditEvent, AuditSeal
from stillads.audit.queries.seals import seal_state
from stillads.audit.retention import RetentionRule, declare
from stillads.kernel.clock import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "_rules", {})


def test_what_is_due_is_erased_and_only_what_was_erased_is_in_the_log(alone: None) -> None:
    asked: list[datetime] = []

    def erase(at: datetime) -> int:
        asked.append(at)
        return 3

    declare(RetentionRule("test.some", "a", "b", "c", erase))
    declare(RetentionRule("test.none", "a", "b", "c", lambda at: 0))
    declare(RetentionRule("test.never", "a", "b", "c"))
    at = now()
    assert erase_due(at=at) == {"test.none": 0, "test.some": 3}
    assert asked == [at]
    [event] = AuditEvent.objects.filter(verb="audit.erase")
    assert (event.target, event.data) == ("retention:test.some", {"count": 3})


def test_the_daily_job_seals_checks_and_says_so() -> None:
    assert seal_state().checked_at is None
    AuditEvent.objects.create(at=now(), actor="a", verb="test.deed")
    assert seal_and_check(at=now()) == "1 events sealed; 1 seals, all hold"
    state = seal_state()
    assert (state.seals, state.broken, state.unsealed) == (1, None, 1)


def test_a_seal_that_was_forged_is_found_and_stays_in_the_log() -> None:
    for _ in range(2):
        AuditEvent.objects.create(at=now(), actor="a", verb="test.deed")
        seal_and_check(at=now())
    last = AuditSeal.objects.order_by("last_id").last()
    assert last is not None
    AuditSeal.objects.create(
        first_id=last.last_id + 1, last_id=last.last_id + 9, count=1, previous="x", sha256="y", at=now()
    )
    assert seal_and_check(at=now()).endswith("3 seals, seal 3 no longer fits")
    assert seal_state().broken == 3
