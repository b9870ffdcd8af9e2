"""The pages of the welfare meeting, by the people who use them."""

from datetime import timedelta

import pytest
from django.test import Client
from tests.conftest import Freeze
from tests.decisions.conftest import AT, phase_in
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.decisions.actions.meeting import meeting_token, open_feedback
from stillads.decisions.models import AgendaItem, Feedback, Meeting
from stillads.kernel.viewer import Viewer
from stillads.trials.models import Round

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(meeting: Meeting, consultant: Viewer, freeze: Freeze) -> str:
    """The address of the phone page, with the feedback open now."""
    freeze(AT)
    open_feedback(meeting=meeting, until=AT + timedelta(hours=2), viewer=consultant, at=AT)
    return f"/velfaerdsmoede/svar/{meeting_token(meeting)}/"


def test_without_a_meeting_the_consultant_is_offered_to_plan_one(house: House, round_: Round) -> None:
    page = house.client("consultant").get("/velfaerdsmoede/2022-2/").content.decode()
    assert "/velfaerdsmoede/2022-2/planlaeg/" in page
    assert (
        "/velfaerdsmoede/2022-2/planlaeg/"
        not in house.client("employee").get("/velfaerdsmoede/2022-2/").content.decode()
    )


def test_planning_makes_one_meeting_with_the_rounds_trials(house: House, round_: Round) -> None:
    phase_in(round_, "Måltider")
    client = house.client("consultant")
    said = {"held_on": "2022-10-05", "starts_at": "13:00", "place": "Byrådssalen", "idempotency_key": "k"}
    for _twice in range(2):
        answer = client.post("/velfaerdsmoede/2022-2/planlaeg/", said)
        assert (answer.status_code, answer.url) == (302, "/velfaerdsmoede/2022-2/")  # type: ignore[attr-defined]
    assert [item.title for item in Meeting.objects.get().items.all()] == ["Måltider"]


def test_a_day_that_is_none_is_told_beside_its_field_and_kept(house: House, round_: Round) -> None:
    answer = house.client("consultant").post(
        "/velfaerdsmoede/2022-2/planlaeg/", {"held_on": "i morgen", "place": "Byrådssalen"}
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Byrådssalen" in page
    assert 'aria-invalid="true"' in page
    assert not Meeting.objects.exists()


def test_a_participant_answers_every_trial_from_a_phone_and_is_thanked(link: str) -> None:
    phone = Client()
    assert "Velfærdssamtaler" not in phone.get(link).content.decode()
    phone.post(link, {"role": "employee"})
    assert "Velfærdssamtaler" in phone.get(link).content.decode()
    places = [f"{link}{item.public_id}/" for item in AgendaItem.objects.all()]
    addresses = [
        phone.post(place, {"value": "4", "wish": "spread", "idempotency_key": place[-40:]}).headers[
            "Location"
        ]
        for place in places
    ]
    assert addresses == [link, f"{link}tak/"]
    assert list(Feedback.objects.values_list("role", "value", "wish").distinct()) == [
        ("employee", 4, "spread")
    ]


def test_an_empty_answer_is_refused_and_what_was_written_is_kept(link: str) -> None:
    phone = Client()
    phone.post(link, {"role": "employee"})
    place = f"{link}{AgendaItem.objects.all()[0].public_id}/"
    assert phone.post(place, {}).status_code == 200
    page = phone.post(place, {"text": "Hans 010203-1234 er glad"}).content.decode()
    assert "Hans 010203-1234 er glad" in page
    assert Feedback.objects.count() == 0


def test_one_phone_answers_a_trial_once_in_each_role(link: str) -> None:
    phone = Client()
    place = f"{link}{AgendaItem.objects.all()[0].public_id}/"
    for role in ("employee", "employee", "leader"):
        phone.post(link, {"role": role})
        for tap in range(2):
            said = {"value": "4", "idempotency_key": f"{role}-{tap}"}
            assert phone.post(place, said).headers["Location"] == link
        page = phone.get(place).content.decode()
        assert "Den er gemt." in page
        assert "<form" not in page
    # The second employee sent the first one's key again: one answer, as ever.
    assert list(Feedback.objects.order_by("pk").values_list("role", flat=True)) == ["employee", "leader"]


def test_a_role_must_be_chosen_and_each_answer_is_thanked_for(link: str) -> None:
    phone = Client()
    assert "Vælg, hvad du er med som." in phone.post(link, {}).content.decode()
    phone.post(link, {"role": "relative"})
    place = f"{link}{AgendaItem.objects.all()[0].public_id}/"
    asked = phone.get(place).content.decode()
    assert "Du må gerne springe over." in asked
    assert "(frivilligt)" not in asked
    said = phone.post(place, {"ready": "2", "idempotency_key": "k"}, follow=True).content.decode()
    assert "Tak. Din tilbagemelding er gemt." in said
    assert "1 prøvehandling venter på din tilbagemelding." in said


def test_a_manager_finds_the_way_to_the_sheets_that_are_typed_in(house: House, meeting: Meeting) -> None:
    page = house.client("manager").get("/velfaerdsmoede/2022-2/").content.decode()
    assert "/velfaerdsmoede/2022-2/papir/indtast/" in page
    assert "Byrådssalen, 5. oktober 2022 kl. 13.00" in page
    assert "/papir/indtast/" not in house.client("employee").get("/velfaerdsmoede/2022-2/").content.decode()


def test_a_foreign_link_opens_nothing(link: str) -> None:
    assert Client().get("/velfaerdsmoede/svar/gaettet/").status_code == 404


def test_the_agenda_costs_the_same_queries_whatever_its_length(
    house: House, meeting: Meeting, round_: Round
) -> None:
    client = house.client("consultant")

    def add() -> None:
        number = meeting.items.count()
        phase = phase_in(round_, f"Prøvehandling {number}")
        AgendaItem.objects.create(meeting=meeting, phase=phase, title=phase.trial.title, order=number + 1)

    assert_same_query_count(show=lambda: client.get("/velfaerdsmoede/2022-2/"), add=add)
    assert_same_query_count(show=lambda: client.get("/velfaerdsmoede/2022-2/tilbagemeldinger/"), add=add)


@pytest.mark.parametrize(
    "place", ["", "skaerm/1/", "plakat/", "papir/", "papir/indtast/", "tilbagemeldinger/"]
)
def test_every_page_of_a_meeting_is_shown(house: House, meeting: Meeting, place: str) -> None:
    assert house.client("consultant").get(f"/velfaerdsmoede/2022-2/{place}").status_code == 200


def test_an_employee_sees_the_feedback_and_freezes_nothing(house: House, meeting: Meeting) -> None:
    client = house.client("employee")
    assert client.get("/velfaerdsmoede/2022-2/tilbagemeldinger/").status_code == 200
    assert client.post("/velfaerdsmoede/2022-2/tilbagemeldinger/frys/").status_code == 403
    meeting.refresh_from_db()
    assert meeting.frozen_at is None
