"""The lists behind „Registrér“: those the unit has something on, and the viewer may open."""

from tests.conftest import Freeze
from tests.harness.capturing import NOON, new_ward

from stillads.web.shell.worklists import worklists


def test_an_employee_sees_the_lists_of_the_units_instruments(db: None, freeze: Freeze) -> None:
    freeze(NOON)
    ward = new_ward()
    shown = [label for label, _url in worklists(ward.employee)]
    assert shown == [
        "Ønsker", "Forløb", "Planer", "Skranke", "Tilstedeværelse og møder", "Konti", "Spørgeskemaer", "Interview",
    ]  # fmt: skip
    assert [label for label, _url in worklists(ward.manager)] == [*shown, "Tal fra andre"]


def test_a_unit_without_instruments_has_no_lists(db: None, freeze: Freeze) -> None:
    freeze(NOON)
    ward = new_ward(only=["calls"])
    assert worklists(ward.employee) == []


def test_every_list_that_is_shown_opens(db: None, freeze: Freeze) -> None:
    freeze(NOON)
    ward = new_ward()
    client = ward.house.client_of(ward.nurse)
    assert [(url, client.get(url).status_code) for _label, url in worklists(ward.employee)] == [
        (url, 200) for _label, url in worklists(ward.employee)
    ]
