"""The harness itself: a test that commits leaves nothing behind, and people reach what their role reaches."""

from datetime import datetime

import pytest
from django.db import transaction
from tests.conftest import Freeze
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.audit.actions.record import record
from stillads.audit.models import AuditEvent
from stillads.kernel.clock import now
from stillads.kernel.viewer import system_viewer
from stillads.organisation.models import Person
from stillads.organisation.policy import MANAGER


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "second"])
def test_a_test_that_commits_finds_the_tables_as_they_were(turn: str) -> None:
    assert AuditEvent.objects.count() == 0
    with transaction.atomic():
        record(viewer=system_viewer("test"), verb=f"test.{turn}")


def test_a_viewer_holds_the_role_at_the_unit(house: House) -> None:
    viewer = house.viewer(MANAGER, "elmely")
    assert viewer.roles == {MANAGER}
    assert viewer.units_for(MANAGER) == {house.units["elmely"].pk}


def test_the_clock_stands_still(freeze: Freeze) -> None:
    moment = freeze(datetime(2022, 5, 2, 9, 0))  # noqa: DTZ001
    assert now() == moment


def test_a_query_per_row_is_found(house: House) -> None:
    def show() -> list[str]:
        return [person.user.email for person in Person.objects.all() if person.user]

    with pytest.raises(AssertionError, match="1 row: 2, 3 rows: 4"):
        assert_same_query_count(show=show, add=lambda: house.person(MANAGER))
