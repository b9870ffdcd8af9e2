"""A role reaches its unit and all below it, on the days it is held."""

from datetime import date

import pytest

from stillads.kernel.rules import Denied
from stillads.organisation.models import Assignment, Person, Unit, UnitPlacement
from stillads.organisation.permissions import ENROL_DEVICE
from stillads.organisation.policy import MANAGER, check_may, may
from stillads.organisation.queries.viewers import viewer_for_person

pytestmark = pytest.mark.django_db
DAY = date(2022, 5, 2)


@pytest.fixture
def tree() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for key, parent in [
        ("kommunen", None),
        ("omsorg", "kommunen"),
        ("elmely", "omsorg"),
        ("kokken", "kommunen"),
    ]:
        units[key] = Unit.objects.create(key=key, name=key, kind=Unit.Kind.AREA, valid_from=date(2020, 1, 1))
        UnitPlacement.objects.create(
            unit=units[key], parent=units[parent] if parent else None, valid_from=date(2020, 1, 1)
        )
    return units


def test_a_manager_reaches_the_units_below_and_no_others(tree: dict[str, Unit]) -> None:
    person = Person.objects.create(name="Inge Holm")
    Assignment.objects.create(person=person, role=MANAGER, unit=tree["omsorg"], valid_from=DAY)
    viewer = viewer_for_person(person, on=DAY)
    assert viewer.units_for(MANAGER) == {tree["omsorg"].pk, tree["elmely"].pk}
    assert may(viewer, ENROL_DEVICE, unit_id=tree["elmely"].pk)
    with pytest.raises(Denied) as refused:
        check_may(viewer, ENROL_DEVICE, unit_id=tree["kokken"].pk)
    assert str(refused.value.reason)


def test_a_role_is_held_from_its_first_day_to_its_last(tree: dict[str, Unit]) -> None:
    person = Person.objects.create(name="Inge Holm")
    Assignment.objects.create(
        person=person, role=MANAGER, unit=tree["omsorg"], valid_from=DAY, valid_to=date(2022, 5, 9)
    )
    assert viewer_for_person(person, on=date(2022, 5, 1)).roles == frozenset()
    assert viewer_for_person(person, on=date(2022, 5, 9)).roles == {MANAGER}
    assert viewer_for_person(person, on=date(2022, 5, 10)).roles == frozenset()
