"""The tree and the units: shown as of a day, made, moved and closed by who may."""

from datetime import date

import pytest
from django.test import Client
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.kernel.clock import today
from stillads.organisation.models import Unit, UnitPlacement
from stillads.organisation.policy import CONSULTANT, EMPLOYEE, MANAGER


@pytest.fixture
def consultant(house: House) -> Client:
    return house.client(CONSULTANT)


def _text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def test_the_tree_stands_in_danish_order_and_says_who_leads(house: House, consultant: Client) -> None:
    for key in ("åbakken", "zoegaarden", "ærøvej"):
        house.unit(key)
    house.person(MANAGER, "zoegaarden", name="Inge Holm")
    page = _text(consultant, "/organisation/")
    assert page.index("Zoegaarden") < page.index("Ærøvej") < page.index("Åbakken")
    assert "leder: Inge Holm" in page


def test_a_unit_is_made_moved_and_closed(house: House, consultant: Client) -> None:
    area = house.unit("omraade")
    sent = {"name": "Elmegården", "kind": "care_centre", "parent": "", "first_day": "2022-01-01"}
    made = consultant.post("/organisation/enhed/ny/", {**sent, "idempotency_key": "k1"})
    again = consultant.post("/organisation/enhed/ny/", {**sent, "idempotency_key": "k1"})
    unit = Unit.objects.get(name="Elmegården")
    assert made["Location"] == again["Location"] == f"/organisation/enhed/{unit.public_id}/"
    assert unit.key == "elmegaarden"
    consultant.post(
        f"/organisation/enhed/{unit.public_id}/flyt/", {"parent": area.public_id, "first_day": "2022-06-01"}
    )
    rows = UnitPlacement.objects.filter(unit=unit).order_by("valid_from")
    assert [(row.parent, row.valid_from, row.valid_to) for row in rows] == [
        (None, date(2022, 1, 1), date(2022, 5, 31)),
        (area, date(2022, 6, 1), None),
    ]
    then = _text(consultant, f"/organisation/enhed/{unit.public_id}/?dato=2022-03-01")
    assert "Sådan så det ud 1. marts 2022" in then
    consultant.post(f"/organisation/enhed/{unit.public_id}/luk/", {"last_day": "2022-12-31"})
    unit.refresh_from_db()
    assert unit.valid_to == date(2022, 12, 31)
    assert "Elmegården" not in _text(consultant, "/organisation/")
    assert "Elmegården" in _text(consultant, "/organisation/?dato=2022-12-31")


def test_a_unit_with_people_does_not_close_and_says_who_is_in_the_way(
    house: House, consultant: Client
) -> None:
    unit = house.unit("elmely")
    house.person(MANAGER, "elmely", name="Inge Holm")
    page = consultant.post(f"/organisation/enhed/{unit.public_id}/luk/", {"last_day": "2030-01-01"})
    assert page.status_code == 422
    assert "Inge Holm" in page.content.decode()
    unit.refresh_from_db()
    assert unit.valid_to is None


def test_a_unit_does_not_move_below_itself(house: House, consultant: Client) -> None:
    upper = house.unit("omraade")
    lower = house.unit("elmely", below="omraade")
    page = consultant.post(
        f"/organisation/enhed/{upper.public_id}/flyt/",
        {"parent": lower.public_id, "first_day": str(today())},
    )
    assert "En enhed kan ikke høre under sig selv" in page.content.decode()


def test_an_employee_reads_the_tree_and_changes_nothing(house: House) -> None:
    unit = house.unit("elmely")
    client = house.client(EMPLOYEE, "elmely")
    page = _text(client, f"/organisation/enhed/{unit.public_id}/")
    assert "/luk/" not in page
    assert "Personer" not in page
    assert (
        client.post(f"/organisation/enhed/{unit.public_id}/luk/", {"last_day": "2030-01-01"}).status_code
        == 403
    )


def test_an_unknown_unit_is_not_found(consultant: Client) -> None:
    assert consultant.get("/organisation/enhed/findesikke/").status_code == 404


def test_the_pages_cost_the_same_with_one_unit_as_with_three(house: House, consultant: Client) -> None:
    names = iter("abcdefgh")
    top = house.units["kommunen"].public_id

    def add() -> None:
        house.person(MANAGER, next(names))

    assert_same_query_count(show=lambda: consultant.get("/organisation/"), add=add)
    assert_same_query_count(show=lambda: consultant.get(f"/organisation/enhed/{top}/"), add=add)
