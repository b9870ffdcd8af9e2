"""The pages of figures: sent, looked at, mapped, read in, taken back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.capture.conftest import ward
from tests.harness.capturing import Ward
from tests.harness.series_files import DANISH

from stillads.capture.models import Entry, ImportBatch

__all__ = ["ward"]


@pytest.fixture
def manager(ward: Ward) -> Client:
    """A browser of one who sets up registrations at both places."""
    return ward.house.client("consultant")


def _send(ward: Ward, client: Client, text: str, name: str = "tal.csv") -> str:
    """Sends a file; returns the address of its page."""
    one = reverse("series:one", args=[ward.deployment("sickness").public_id])
    answer = client.post(one, {"file": SimpleUploadedFile(name, text.encode("latin-1"))})
    assert answer.status_code == 302
    return str(answer["Location"])


def _chosen(client: Client, address: str) -> dict[str, str]:
    form = client.get(address).context["form"]
    return {name: form[name].value() or "" for name in form.fields if name != "idempotency_key"}


def test_a_file_is_looked_at_read_in_and_taken_back(ward: Ward, manager: Client) -> None:
    address = _send(ward, manager, DANISH)
    page = manager.get(address).content.decode()
    assert "3 rækker er klar: " in page
    assert "1.243,75 timer" in page
    assert not Entry.objects.exists()
    read = manager.post(address, {**_chosen(manager, address), "indlaes": "1"}, follow=True)
    batch = ImportBatch.objects.get()
    assert read.redirect_chain[-1][0] == reverse("series:batch", args=[batch.public_id])
    undo = reverse("series:undo", args=[batch.public_id])
    assert manager.post(undo, {"reason": ""}).status_code == 422
    page = manager.post(undo, {"reason": "Forkert fil."}, follow=True).content.decode()
    assert "Fortrudt den 6. maj 2026" in page
    assert Entry.objects.filter(form="void").count() == 3


def test_a_name_that_is_not_known_is_chosen_on_the_page(ward: Ward, manager: Client) -> None:
    address = _send(ward, manager, DANISH.replace("Elmely", "Plejecenter Elmely øst"))
    page = manager.get(address)
    assert "„Plejecenter Elmely øst“ er ikke en enhed, vi kender" in page.content.decode()
    chosen = _chosen(manager, address) | {"unit_0": ward.house.units["elmely"].public_id, "proev": "1"}
    assert "3 rækker er klar" in manager.post(address, chosen, follow=True).content.decode()


def test_the_same_file_again_says_unchanged(ward: Ward, manager: Client) -> None:
    first = _send(ward, manager, DANISH)
    manager.post(first, {**_chosen(manager, first), "indlaes": "1"})
    again = _send(ward, manager, DANISH)
    assert "Uændret: Alt i filen er læst ind før." in manager.get(again).content.decode()


def test_what_is_no_table_is_refused_beside_the_field(ward: Ward, manager: Client) -> None:
    one = reverse("series:one", args=[ward.deployment("sickness").public_id])
    answer = manager.post(one, {"file": SimpleUploadedFile("x.xls", b"\x00\x01")})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["file"])


def test_an_employee_sees_none_of_it(ward: Ward) -> None:
    employee = ward.house.client_of(ward.nurse)
    assert employee.get(reverse("series:list")).status_code == 403
    consultant = ward.house.client("consultant")
    assert "Sygefravær" in consultant.get(reverse("series:list")).content.decode()
    assert consultant.get(reverse("series:file", args=["nothing"])).status_code == 404
