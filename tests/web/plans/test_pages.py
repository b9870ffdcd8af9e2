"""The pages of plans: written, conflicting, pasted, printed, read."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.capture.conftest import ward
from tests.harness.capturing import Ward
from tests.harness.planning import save

from stillads.capture.models import Plan, PlanReading, PlanVersion

__all__ = ["ward"]


@pytest.fixture
def nurse(ward: Ward) -> Client:
    """The employee's browser."""
    return ward.house.client_of(ward.nurse)


def _begin(ward: Ward, name: str = "plans:begin") -> str:
    return reverse(name, args=[ward.deployment("rhythm").public_id, ward.participant().public_id])


def test_a_plan_is_written_and_read(ward: Ward, nurse: Client) -> None:
    sent = {"morning": "Kaffe på sengen.", "based_on": "0", "idempotency_key": "k1"}
    address = _begin(ward)
    answers = [nurse.post(address, sent, follow=True) for _twice in range(2)]
    page = answers[0].content.decode()
    assert "Kaffe på sengen." in page
    assert "Læst af 1 af 1 på vagtlaget." in page
    assert page.index("Særlig tilgang") < page.index("Morgen")
    assert PlanVersion.objects.count() == 1


def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_is_kept(ward: Ward, nurse: Client) -> None:
    sent = {"morning": "Ring 010203-1234", "link_1": "https://elsewhere.dk/", "based_on": "0"}
    answer = nurse.post(_begin(ward), sent)
    assert answer.status_code == 422
    assert "Ring 010203-1234" in answer.content.decode()
    sent["morning"] = "Kaffe."
    answer = nurse.post(_begin(ward), sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["link_1"])
    assert not Plan.objects.exists()


def test_the_second_writer_sees_both_and_saves_on_top(ward: Ward, nurse: Client) -> None:
    person = ward.participant()
    plan = save(ward, person, "k1", morning="Kaffe.").version.plan.public_id
    save(ward, person, "k2", based_on=1, morning="Te.", viewer=ward.manager)
    address = reverse("plans:write", args=[plan])
    answer = nurse.post(address, {"morning": "Mælk.", "based_on": "1", "idempotency_key": "k3"})
    assert answer.status_code == 409
    assert answer.context["both"] == [("Morgen", "Te.", "Mælk.")]
    form = answer.context["form"]
    again = {
        "morning": "Te og mælk.",
        "based_on": form["based_on"].value(),
        "idempotency_key": form["idempotency_key"].value(),
    }
    assert nurse.post(address, again).status_code == 302
    assert PlanVersion.objects.get(number=3).content == {"morning": "Te og mælk."}


def test_pasted_text_is_looked_through_before_it_is_saved(ward: Ward, nurse: Client) -> None:
    address = _begin(ward, "plans:move")
    pasted = {"text": "Om Nexus\nMorgen:\nKaffe.", "moved_from": "Nexus"}
    answer = nurse.post(address, pasted)
    form = answer.context["form"]
    assert (form["morning"].value(), form["left"].value()) == ("Kaffe.", "Om Nexus")
    assert not Plan.objects.exists()
    sent = {
        "morning": "Kaffe.",
        "left": "Om Nexus",
        "moved_from": "Nexus",
        "based_on": "0",
        "idempotency_key": "k1",
    }
    assert nurse.post(address, sent).status_code == 422
    assert nurse.post(address, {**sent, "leave_out": "on"}).status_code == 302
    assert Plan.objects.get().moved_from == "Nexus"
    assert nurse.get(address).status_code == 302  # moved already: the plan is changed instead


def test_the_sheet_is_one_page_or_says_what_to_shorten(ward: Ward, nurse: Client) -> None:
    person = ward.participant()
    plan = save(ward, person, "k1", morning="Kaffe.").version.plan.public_id
    fetched = nurse.get(reverse("plans:pdf", args=[plan]))
    assert (fetched["Content-Type"], fetched.content[:5]) == ("application/pdf", b"%PDF-")
    lines = "x\n" * 550
    save(ward, person, "k2", based_on=1, morning=lines, approach="Roligt.")
    page = nurse.get(reverse("plans:paper", args=[plan]))
    assert "„Morgen“ er længst" in page.content.decode()
    assert reverse("plans:pdf", args=[plan]) not in page.content.decode()
    assert nurse.get(reverse("plans:pdf", args=[plan])).status_code == 422


def test_reading_sharing_and_ending(ward: Ward, nurse: Client) -> None:
    plan = save(ward, ward.participant(), "k1", morning="Kaffe.", viewer=ward.manager).version.plan.public_id
    assert "Læst af 0 af 1" in nurse.get(reverse("plans:plan", args=[plan])).content.decode()
    nurse.post(reverse("plans:read", args=[plan]), {"version": "1"})
    assert PlanReading.objects.filter(person=ward.nurse).count() == 1
    assert nurse.post(reverse("plans:read", args=[plan]), {"version": "x"}).status_code == 404
    unit = ward.house.units["toftegaarden"].public_id
    page = nurse.post(
        reverse("plans:share", args=[plan]), {"unit": unit, "first_day": "2026-05-06"}, follow=True
    )
    assert "Toftegaarden" in page.content.decode()
    nurse.post(reverse("plans:end_share", args=[plan]), {"unit": unit})
    assert "Planen hører til en enhed" in ward.house.client("employee", "toftegaarden").get(
        reverse("plans:plan", args=[plan])
    ).content.decode()  # fmt: skip


def test_the_text_for_nexus_says_which_of_the_two_is_the_record(ward: Ward, nurse: Client) -> None:
    plan = save(ward, ward.participant(), "k1", morning="Kaffe & te.").version.plan.public_id
    page = nurse.get(reverse("plans:copying", args=[plan])).content.decode()
    assert "MORGEN (kl. 7–10)\nKaffe &amp; te." in page
    assert "Nexus er journalen" in page
