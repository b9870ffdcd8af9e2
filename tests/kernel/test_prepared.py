"""A query that is compiled once gives what Django gives; rows added by one statement are those of the models."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import models, transaction
from django.db.models import BigIntegerField, CharField, DateField
from tests.capture.conftest import ward
from tests.harness.at_once import at_once
from tests.harness.capturing import NOON, Ward

from stillads.audit.models import AuditEvent
from stillads.capture.lookup import deployment_by
from stillads.capture.models import Deployment, Entry
from stillads.kernel.adding import add, add_new
from stillads.kernel.prepared import Parameter, Prepared
from stillads.kernel.rules import NotFound
from stillads.organisation.models import Assignment, Unit

__all__ = ["ward"]


def _told(row: models.Model) -> dict[str, Any]:
    """Every column that was loaded of a row, and of the rows beside it."""
    found: dict[str, Any] = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.attname not in row.get_deferred_fields()
    }
    return found | {name: other and _told(other) for name, other in row._state.fields_cache.items()}


def test_a_deployment_comes_with_all_that_django_would_load(ward: Ward) -> None:
    in_trial = ward.deployment("calls")
    alone = Deployment.objects.create(
        instrument=in_trial.instrument, unit=in_trial.unit, valid_from=NOON.date()
    )
    beside = ("instrument__version__playbook", "unit", "phase_site__phase__trial")
    for pk in (in_trial.pk, alone.pk):
        loaded = Deployment.objects.select_related(*beside).defer("instrument__version__content")
        expected = _told(loaded.get(pk=pk))
        assert _told(deployment_by(pk)) == expected
        assert _told(deployment_by(expected["public_id"])) == expected
    assert _told(in_trial)["phase_site"]["phase"]["trial"]["title"] == "Alle redskaber"
    assert _told(deployment_by(alone.pk))["phase_site"] is None
    for nothing in ("nothing", 0):
        with pytest.raises(NotFound):
            deployment_by(nothing)


def test_parameters_are_bound_anew_each_time_and_stand_beside_values(ward: Ward) -> None:
    held = Prepared(
        lambda: Assignment.objects.filter(
            valid_from__lte=Parameter("day", DateField()), role="employee",
            person_id=Parameter("person", BigIntegerField()),
        ).values_list("role", "unit_id")
    )  # fmt: skip
    row = Assignment.objects.get(person=ward.nurse)
    before = row.valid_from - timedelta(days=1)
    assert held.all(day=row.valid_from, person=ward.nurse.pk) == [("employee", row.unit_id)]
    assert held.all(day=before, person=ward.nurse.pk) == []
    assert held.first(day=row.valid_from, person=0) is None
    assert held.first(day=date.max, person=ward.nurse.pk) == ("employee", row.unit_id)
    with pytest.raises(KeyError):
        held.all(day=before)


@pytest.mark.django_db(transaction=True)
def test_each_thread_asks_over_its_own_connection(ward: Ward) -> None:
    units = Prepared(lambda: Unit.objects.filter(key=Parameter("key", CharField())))
    assert [unit.name for unit in units.all(key="elmely")] == ["Elmely"]
    found = at_once(*[lambda: [unit.key for unit in units.all(key="elmely")]] * 3)
    assert found == [["elmely"]] * 3


def _entry(ward: Ward, key: str, **changes: Any) -> Entry:
    calls = ward.deployment("calls")
    return Entry(
        deployment=calls, version=ward.version, site=calls.unit, form="event", occurred_at=NOON, received_at=NOON,
        local_day=NOON.date(), source="queue", idempotency_key=key, digest="d", **{"answers": {"event": "æ"}} | changes,
    )  # fmt: skip


def test_added_rows_are_those_of_the_models_and_what_is_there_already_is_left_out(ward: Ward) -> None:
    first = _entry(ward, "k1")
    first.save()
    rows = [_entry(ward, "k0"), _entry(ward, "k1"), _entry(ward, "k2", void_reason="%s", voids=first)]
    with transaction.atomic():
        add_new(rows)
    assert [row._state.adding for row in rows] == [False, True, False]
    for row in (rows[0], rows[2]):
        kept = Entry.objects.get(pk=row.pk)
        assert {name: getattr(row, name) for name in _told(kept)} == _told(kept)
    add_new([])
    twice = _entry(ward, "k3", voids=first)  # taken back already
    add_new([twice])
    assert (twice._state.adding, Entry.objects.count()) == (True, 3)


def test_rows_without_a_name_are_added_as_they_are(ward: Ward) -> None:
    before = AuditEvent.objects.count()
    events = [AuditEvent(at=NOON, actor="person:x", verb=f"v{n}", data={"ø": [n, None]}) for n in range(3)]
    add(events)
    add([])
    kept = AuditEvent.objects.filter(actor="person:x").order_by("verb")
    assert AuditEvent.objects.count() == before + 3
    assert [(row.at, row.verb, row.data, row.denied) for row in kept] == [
        (NOON, f"v{n}", {"ø": [n, None]}, False) for n in range(3)
    ]
