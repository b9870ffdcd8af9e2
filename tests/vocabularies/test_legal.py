"""The law as it holds on a day."""

from datetime import date

import pytest
from django.test import Client
from tests.harness.people import House

from stillads.kernel.rules import Denied
from stillads.organisation.policy import CONSULTANT, EMPLOYEE
from stillads.vocabularies.actions.legal import save_legal_basis
from stillads.vocabularies.models import LegalBasis
from stillads.vocabularies.queries.legal import all_legal_bases, legal_bases_on

pytestmark = pytest.mark.django_db


def test_help_at_home_moved_from_one_law_to_the_other_on_the_first_of_july_2025() -> None:
    before = {row.key for row in legal_bases_on(date(2025, 6, 30))}
    after = {row.key for row in legal_bases_on(date(2025, 7, 1))}
    assert "serviceloven-83" in before - after
    assert "serviceloven-83a" in before - after
    assert "aeldreloven-10" in after - before
    assert {"serviceloven-112", "serviceloven-97"} <= before & after


def test_what_moved_names_its_successor() -> None:
    [row] = [row for row in all_legal_bases() if row.key == "serviceloven-83"]
    assert (row.name, row.valid_to, row.successor) == (
        "Serviceloven § 83",
        date(2025, 6, 30),
        "Ældreloven § 10",
    )


def test_every_row_says_where_it_is_written() -> None:
    assert [row.key for row in all_legal_bases() if not row.source] == []


def test_a_consultant_adds_and_corrects(house: House) -> None:
    client = house.client(CONSULTANT)
    sent = {
        "law": "Lov om retssikkerhed", "paragraph": "§ 4", "subject": "Medvirken", "valid_from": "2010-01-01",
        "valid_to": "", "successor": "", "source": "Retsinformation. Efterprøves",
    }  # fmt: skip
    assert client.post("/organisation/lovgrundlag/ny/", sent).status_code == 302
    row = LegalBasis.objects.get(law="Lov om retssikkerhed")
    assert row.key == "lov-om-retssikkerhed-4"
    twice = client.post("/organisation/lovgrundlag/ny/", sent)
    assert "Bestemmelsen er allerede på listen fra den dag." in twice.content.decode()
    wrong = client.post(f"/organisation/lovgrundlag/{row.key}/", {**sent, "valid_to": "2009-01-01"})
    assert wrong.status_code == 422
    assert (
        client.post(f"/organisation/lovgrundlag/{row.key}/", {**sent, "subject": "Andet"}).status_code == 302
    )
    row.refresh_from_db()
    assert row.subject == "Andet"
    assert "efterprøves" in client.get("/organisation/lovgrundlag/").content.decode()


def test_an_employee_reads_and_changes_nothing(house: House, client: Client) -> None:
    employee = house.client(EMPLOYEE)
    assert employee.get("/organisation/lovgrundlag/?dato=2020-01-01").status_code == 200
    assert employee.get("/organisation/lovgrundlag/ny/").status_code == 403
    with pytest.raises(Denied):
        save_legal_basis(
            key=None, law="x", paragraph="§ 1", subject="x", valid_from=date(2020, 1, 1), valid_to=None,
            successor=None, source="x", viewer=house.viewer(EMPLOYEE), at=None,  # type: ignore[arg-type]
        )  # fmt: skip
