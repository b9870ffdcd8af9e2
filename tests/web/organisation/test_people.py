"""People: found, added, given roles; what is out of reach is not found."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.audit.models import AuditEvent
from stillads.kernel.clock import today
from stillads.organisation.models import Assignment, Person
from stillads.organisation.policy import ADMINISTRATOR, CONSULTANT, EMPLOYEE, MANAGER


@pytest.fixture
def consultant(house: House) -> Client:
    return house.client(CONSULTANT)


def test_a_person_is_found_by_a_part_of_the_name_with_aa_as_å(house: House, consultant: Client) -> None:
    house.person(EMPLOYEE, name="Åse Kjær")
    house.person(EMPLOYEE, name="Bo Lund")
    page = consultant.get("/organisation/personer/?q=aase").content.decode()
    assert "Åse Kjær" in page
    assert "Bo Lund" not in page
    assert AuditEvent.objects.filter(verb="organisation.people.search", data__text="aase").count() == 1


def test_the_list_stands_in_danish_order_page_by_page(house: House, consultant: Client) -> None:
    for number in range(60):
        Person.objects.create(name=f"Øst {number:02}")
    Person.objects.create(name="Zita")
    first = consultant.get("/organisation/personer/").content.decode()
    second = consultant.get("/organisation/personer/?side=2").content.decode()
    assert first.index("Zita") < first.index("Øst 00")
    assert "Øst 59" in second
    assert "Zita" not in second
    assert consultant.get("/organisation/personer/?side=9999").status_code == 200


def test_a_manager_sees_the_people_of_the_own_unit_and_no_others(house: House) -> None:
    mine = house.person(EMPLOYEE, "elmely", name="Bo Lund")
    other = house.person(EMPLOYEE, "kokken", name="Kim Skov")
    manager = house.client(MANAGER, "elmely")
    page = manager.get("/organisation/personer/").content.decode()
    assert "Bo Lund" in page
    assert "Kim Skov" not in page
    assert manager.get(f"/organisation/personer/{mine.public_id}/").status_code == 200
    assert manager.get(f"/organisation/personer/{other.public_id}/").status_code == 404


def test_a_look_at_a_person_is_in_the_log(house: House, consultant: Client) -> None:
    person = house.person(EMPLOYEE, name="Bo Lund")
    consultant.get(f"/organisation/personer/{person.public_id}/")
    [event] = AuditEvent.objects.filter(verb="organisation.person.read")
    assert (event.target, event.target_name) == (f"person:{person.public_id}", "Bo Lund")
    assert event.purpose == f"/organisation/personer/{person.public_id}/"


def test_a_look_at_the_people_of_a_unit_is_in_the_log(house: House, consultant: Client) -> None:
    unit = house.unit("elmely")
    house.person(EMPLOYEE, "elmely", name="Bo Lund")
    assert "Bo Lund" in consultant.get(f"/organisation/enhed/{unit.public_id}/").content.decode()
    [event] = AuditEvent.objects.filter(verb="organisation.unit.read_people")
    assert (event.target, event.target_name) == (f"unit:{unit.public_id}", unit.name)


def test_a_person_is_added_and_given_a_role_that_ends(house: House, consultant: Client) -> None:
    unit = house.unit("elmely")
    sent = {"name": "Kim Skov", "email": "Kim@Example.dk", "idempotency_key": "p1"}
    made = consultant.post("/organisation/personer/ny/", sent)
    consultant.post("/organisation/personer/ny/", sent)
    person = Person.objects.get(name="Kim Skov")
    assert made["Location"] == f"/organisation/personer/{person.public_id}/"
    assert person.email == "kim@example.dk"
    role = {"role": EMPLOYEE, "unit": unit.public_id, "first_day": "2022-05-01", "last_day": ""}
    consultant.post(f"/organisation/personer/{person.public_id}/rolle/", role)
    consultant.post(f"/organisation/personer/{person.public_id}/rolle/", role)
    held = Assignment.objects.get(person=person)
    page = consultant.get(f"/organisation/personer/{person.public_id}/").content.decode()
    assert "Er medarbejder (Elmely)." in page
    end = f"/organisation/personer/{person.public_id}/rolle/{held.pk}/slut/"
    early = consultant.post(end, {"last_day": "2022-04-30"})
    assert "Den sidste dag kan ikke ligge før den første." in early.content.decode()
    consultant.post(end, {"last_day": str(today() - timedelta(days=1))})
    held.refresh_from_db()
    assert held.valid_to == today() - timedelta(days=1)
    assert (
        "Har ingen rolle i dag."
        in consultant.get(f"/organisation/personer/{person.public_id}/").content.decode()
    )


def test_what_was_typed_is_kept_when_it_is_refused(house: House, consultant: Client) -> None:
    house.person(EMPLOYEE, name="Bo Lund")
    taken = Person.objects.get(name="Bo Lund").email
    page = consultant.post("/organisation/personer/ny/", {"name": "En anden", "email": taken})
    text = page.content.decode()
    assert page.status_code == 422
    assert 'value="En anden"' in text
    assert "En anden person har den e-mailadresse." in text


def test_a_cpr_number_is_caught_before_it_is_saved(consultant: Client) -> None:
    page = consultant.post("/organisation/personer/ny/", {"name": "Bo 010190-1234"})
    assert "CPR" in page.content.decode()
    assert not Person.objects.filter(name__contains="0101").exists()


def test_a_consultant_cannot_make_anybody_administrator(house: House, consultant: Client) -> None:
    person = house.person(EMPLOYEE)
    unit = house.units["kommunen"].public_id
    role = {"role": ADMINISTRATOR, "unit": unit, "first_day": str(today())}
    page = consultant.post(f"/organisation/personer/{person.public_id}/rolle/", role)
    assert "Kun en systemadministrator kan give eller afslutte den rolle." in page.content.decode()
    assert (
        house.client(ADMINISTRATOR)
        .post(f"/organisation/personer/{person.public_id}/rolle/", role)
        .status_code
        == 302
    )


def test_absence_is_noted_without_a_reason_and_taken_back(house: House) -> None:
    person = house.person(EMPLOYEE, "elmely", name="Bo Lund")
    other = house.person(EMPLOYEE, "elmely", name="Kim Skov")
    manager = house.client(MANAGER, "elmely")
    address = f"/organisation/personer/{person.public_id}/"
    days = {
        "first_day": str(today()),
        "last_day": str(today() + timedelta(days=6)),
        "stand_in": other.public_id,
    }
    assert manager.post(f"{address}fravaer/", days)["Location"] == address
    page = manager.get(address).content.decode()
    assert "Kim Skov er stedfortræder." in page
    assert manager.post(f"{address}fravaer/", {**days, "stand_in": ""}).status_code == 422
    absence = person.absences.get()
    manager.post(f"{address}fravaer/{absence.pk}/fjern/")
    assert not person.absences.exists()


def test_a_leader_who_leaves_hands_everything_over_in_one_step(house: House, consultant: Client) -> None:
    leaver = house.person(MANAGER, "elmely", name="Inge Holm")
    heir = house.person(EMPLOYEE, "elmely", name="Kim Skov")
    member = house.person("council", name="Else Krag")  # sits on the council and works nowhere here
    address = f"/organisation/personer/{leaver.public_id}/overdrag/"
    page = consultant.get(address).content.decode()
    assert "Elmely" in page
    assert member.name not in page
    form = {"successor": heir.public_id, "first_day": str(today()), "until": ""}
    assert consultant.post(address, form).status_code == 302
    assert heir.assignments.filter(role=MANAGER, valid_from=today()).count() == 1
    assert leaver.assignments.get(role=MANAGER).valid_to == today() - timedelta(days=1)
    assert consultant.post(address, form).status_code == 422


def test_a_hand_over_until_a_day_leaves_the_role_with_both(house: House, consultant: Client) -> None:
    away = house.person(MANAGER, "elmely")
    heir = house.person(EMPLOYEE, "elmely")
    form = {
        "successor": heir.public_id,
        "first_day": str(today()),
        "until": str(today() + timedelta(days=20)),
    }
    consultant.post(f"/organisation/personer/{away.public_id}/overdrag/", form)
    assert heir.assignments.get(role=MANAGER).valid_to == today() + timedelta(days=20)
    assert away.assignments.get(role=MANAGER).valid_to is None


@pytest.mark.parametrize("address", ["/organisation/personer/", "/organisation/enhed/{}/"])
def test_the_lists_cost_the_same_with_one_person_as_with_three(
    house: House, consultant: Client, address: str
) -> None:
    where = address.format(house.unit("elmely").public_id)
    assert_same_query_count(show=lambda: consultant.get(where), add=lambda: house.person(EMPLOYEE, "elmely"))


def test_a_log_in_link_is_made_used_once_and_not_for_who_has_a_password(
    house: House, consultant: Client
) -> None:
    person = Person.objects.create(name="Bo Lund", email="bo@example.dk")
    Assignment.objects.create(
        person=person, role=EMPLOYEE, unit=house.units["kommunen"], valid_from=date(2020, 1, 1)
    )
    address = f"/organisation/personer/{person.public_id}/invitation/"
    page = consultant.post(address)
    link = page.context["link"].removeprefix("http://testserver")
    visitor = Client()
    assert "Velkommen, Bo Lund" in visitor.get(link).content.decode()
    short = visitor.post(link, {"password1": "kort", "password2": "kort"}).content.decode()
    assert "12" in short
    unlike = visitor.post(link, {"password1": "fire gule cykler hjem", "password2": "noget andet her"})
    assert "De to adgangskoder er ikke ens" in unlike.content.decode()
    both = {"password1": "fire gule cykler hjem", "password2": "fire gule cykler hjem"}
    assert visitor.post(link, both)["Location"] == "/konto/log-ind/"
    assert visitor.get(link).status_code == 404
    entered = visitor.post("/konto/log-ind/", {"login": "bo@example.dk", "password": both["password1"]})
    assert entered.status_code == 302
    assert consultant.post(address).status_code == 422
    consultant.post(f"/organisation/personer/{person.public_id}/luk-log-ind/")
    assert visitor.get("/konto/").status_code == 302


def test_a_new_address_opens_the_log_in_and_the_old_one_no_more(house: House, consultant: Client) -> None:
    person = house.person(EMPLOYEE, name="Bo Lund")
    assert person.user is not None
    old = person.email
    visitor = Client()
    visitor.post("/konto/adgangskode/glemt/", {"email": old})
    sent = {"name": "Bo Lund", "title": "", "email": "nyt@example.dk", "phone": "", "employee_number": ""}
    consultant.post(f"/organisation/personer/{person.public_id}/ret/", sent)
    mail.outbox.clear()
    visitor.post("/konto/adgangskode/glemt/", {"email": old})
    visitor.post("/konto/adgangskode/glemt/", {"email": "nyt@example.dk"})
    assert [(letter.to, "/konto/adgangskode/glemt/" in letter.body) for letter in mail.outbox] == [
        ([old], False),
        (["nyt@example.dk"], True),
    ]


def test_a_consultant_does_not_touch_an_administrators_address(house: House, consultant: Client) -> None:
    person = house.person(ADMINISTRATOR, name="Kim Skov")
    sent = {"name": "Kim Skov", "email": "min@example.dk"}
    assert consultant.post(f"/organisation/personer/{person.public_id}/ret/", sent).status_code == 422
    person.refresh_from_db()
    assert person.email != "min@example.dk"
