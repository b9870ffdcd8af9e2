"""What is kept is given again only while everything that was read for it reads the same."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from tests.harness.people import House

from stillads.kernel.rereading import reread
from stillads.organisation.models import Person, Unit
from stillads.organisation.policy import EMPLOYEE

Make = Callable[[], list[str]]


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    caches["pages"].clear()


def _reread(make: Make) -> list[str]:
    return reread("names", make, cache=caches["pages"])


def _names() -> list[str]:
    return list(Person.objects.order_by("pk").values_list("name", flat=True))


def test_a_second_question_that_depends_on_the_first_is_watched_too(house: House) -> None:
    def of_the_first_unit() -> list[str]:
        unit = Unit.objects.order_by("name").first()
        assert unit is not None
        people = Person.objects.filter(assignments__unit=unit)
        return [unit.name, *people.order_by("pk").values_list("name", flat=True)]

    house.unit("Bakkebo")
    assert _reread(of_the_first_unit) == ["Bakkebo"]
    house.person(EMPLOYEE, "Bakkebo", name="Inge Holm")
    assert _reread(of_the_first_unit) == ["Bakkebo", "Inge Holm"]
    house.unit("Andelsbo")
    assert _reread(of_the_first_unit) == ["Andelsbo"]


def test_what_is_changed_while_it_is_made_is_not_kept(house: House) -> None:
    house.person(EMPLOYEE, name="Inge Holm")
    made, reads = [], []

    def somebody_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        reads.append(sql)
        if len(reads) == 2:  # noted, and about to be read in earnest
            connection.create_cursor().execute("UPDATE organisation_person SET name = 'Inge Sø'")
        return execute(sql, params, many, context)

    def names() -> list[str]:
        made.append(1)
        if len(made) > 1:
            return _names()
        with connection.execute_wrapper(somebody_writes):
            return _names()

    assert _reread(names) == ["Inge Sø"]
    Person.objects.update(name="Inge Holm")
    assert _reread(names) == ["Inge Holm"]
    assert _reread(names) == ["Inge Holm"]
    assert len(made) == 2


def test_a_maker_that_writes_is_refused(house: House) -> None:
    house.person(EMPLOYEE, name="Inge Holm")
    with pytest.raises(RuntimeError, match="only what is read"):
        _reread(lambda: [str(Person.objects.update(name="Inge Sø"))])
