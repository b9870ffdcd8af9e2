"""Who lives at a unit: written down once, seen by those who work there, forgotten when somebody moves."""

import re
from datetime import date, datetime

import pytest
from tests.conftest import Freeze
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.audit.models import AuditEvent
from stillads.jobs.daily import erase_what_is_due
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.sealed import unseal
from stillads.organisation.models import Citizen, Unit
from stillads.organisation.policy import CONSULTANT, EMPLOYEE, MANAGER
from stillads.organisation.queries.residents import residents_of

AT = datetime(2026, 5, 6, 12, tzinfo=COPENHAGEN)


@pytest.fixture
def elmely(house: House, freeze: Freeze) -> Unit:
    freeze(AT)
    return house.unit("elmely")


def _url(unit: Unit) -> str:
    return f"/organisation/enhed/{unit.public_id}/beboere/"


def _names() -> list[str]:
    return sorted(unseal(row.name_sealed) for row in Citizen.objects.filter(erased_at__isnull=True))


def test_a_list_is_pasted_twice_and_stands_there_once(house: House, elmely: Unit) -> None:
    client = house.client(EMPLOYEE, "elmely")
    pasted = {"names": "Gudrun  Holm\n\nEgon Bak\nEgon Bak"}  # two of the same name
    for said in ("3 beboere er nye på listen.", "De stod på listen i forvejen."):
        answer = client.post(_url(elmely), pasted, follow=True)
        assert said in answer.content.decode()
    assert _names() == ["Egon Bak", "Egon Bak", "Gudrun Holm"]
    assert b"Gudrun" not in b"".join(bytes(row.name_sealed) for row in Citizen.objects.all())
    page = re.sub(r"\s+", " ", client.get(_url(elmely)).content.decode())
    assert "Der står 3 beboere på listen." in page
    assert AuditEvent.objects.filter(verb="organisation.residents.read").exists()
    unit = client.get(f"/organisation/enhed/{elmely.public_id}/").content.decode()
    assert _url(elmely) in unit


def test_what_is_wrong_is_told_and_kept(house: House, elmely: Unit) -> None:
    client = house.client(MANAGER, "elmely")
    for names, said in (
        ("Gudrun Holm 010145-1234", "CPR-nummer"),
        ("x" * 121, "Et navn på hver linje."),
        ("\n".join(["Navn"] * 401), "Højst 400 navne ad gangen."),
    ):
        answer = client.post(_url(elmely), {"names": names})
        assert answer.status_code == 422 and said in answer.content.decode()
    assert names in answer.content.decode()
    assert not Citizen.objects.exists()


def test_whoever_moves_is_forgotten_at_once_and_the_row_stays(house: House, elmely: Unit) -> None:
    client = house.client(MANAGER, "elmely")
    client.post(_url(elmely), {"names": "Gudrun Holm\nEgon Bak"})
    gone = next(row for row in Citizen.objects.all() if unseal(row.name_sealed) == "Gudrun Holm")
    path = f"{_url(elmely)}{gone.public_id}/flyttet/"
    assert "Gudrun Holm bor her ikke længere" in client.get(path).content.decode()
    sent = {"idempotency_key": "k1"}
    client.post(path, sent)
    assert _names() == ["Egon Bak"]
    gone.refresh_from_db()
    assert (gone.unit, unseal(gone.name_sealed)) == (None, "")
    assert client.post(path, sent).status_code == 404


def test_only_those_who_work_at_the_unit_see_it(house: House, elmely: Unit) -> None:
    house.unit("toftegaarden")
    for role, unit in ((EMPLOYEE, "toftegaarden"), (CONSULTANT, "kommunen")):
        client = house.client(role, unit)
        assert client.get(_url(elmely)).status_code == 403
        assert client.post(_url(elmely), {"names": "Gudrun Holm"}).status_code == 403
        assert _url(elmely) not in client.get(f"/organisation/enhed/{elmely.public_id}/").content.decode()
    assert not Citizen.objects.exists()


def test_names_go_when_the_unit_has_closed(house: House, elmely: Unit) -> None:
    house.client(MANAGER, "elmely").post(_url(elmely), {"names": "Gudrun Holm"})
    Unit.objects.filter(pk=elmely.pk).update(valid_to=date(2026, 3, 31))
    erase_what_is_due.run(AT)
    assert _names() == []


def test_the_list_takes_the_same_queries(house: House, elmely: Unit) -> None:
    viewer, client = house.viewer(EMPLOYEE, "elmely"), house.client(EMPLOYEE, "elmely")
    names = iter("abcdef")
    assert_same_query_count(
        show=lambda: residents_of(unit=elmely.public_id, viewer=viewer),
        add=lambda: client.post(_url(elmely), {"names": next(names)}),
    )
