"""A shared phone: enrolled by a link, opened by a code, closed by time, by hand and by the manager."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.conftest import Freeze
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.audit.models import AuditEvent
from stillads.kernel.clock import COPENHAGEN
from stillads.organisation.actions.codes import choose_code
from stillads.organisation.models import Person, QuickCode, SharedDevice
from stillads.organisation.policy import CONSULTANT, EMPLOYEE, MANAGER
from stillads.organisation.queries.phones import people_of_phone

NOON = datetime(2026, 5, 4, 12, tzinfo=COPENHAGEN)


@pytest.fixture(autouse=True)
def fast_hashes(settings) -> None:  # type: ignore[no-untyped-def]
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def manager(house: House) -> Client:
    return house.client_of(house.person(MANAGER, "elmely", name="Inge Holm"))


@pytest.fixture
def bo(house: House) -> Person:
    person = house.person(EMPLOYEE, "elmely", name="Bo Lund")
    choose_code(code="4907", viewer=house.viewer_of(person), at=NOON)
    return person


def _enrolled(house: House, manager: Client, name: str = "Vagttelefon") -> Client:
    unit = house.unit("elmely").public_id
    page = manager.post(f"/organisation/enhed/{unit}/telefoner/", {"name": name})
    phone = Client()
    phone.post(page.context["link"].removeprefix("http://testserver"))
    return phone


def _type(phone: Client, person: Person, code: str):  # type: ignore[no-untyped-def]
    return phone.post(f"/konto/telefon/{person.public_id}/", {"code": code, "next": "/konto/telefon/"})


def _in_hand(phone: Client) -> str:
    viewer = phone.get("/konto/telefon/").context["in_hand"] if "stillads_telefon" in phone.cookies else None
    return viewer.name if viewer else ""


def test_opening_the_link_shows_and_only_the_button_enrols(house: House, manager: Client) -> None:
    unit = house.unit("elmely").public_id
    link = manager.post(f"/organisation/enhed/{unit}/telefoner/", {"name": "Tablet"}).context["link"]
    link = link.removeprefix("http://testserver")
    phone = Client()
    assert "Skal den her være enhedens fælles telefon?" in phone.get(link).content.decode()
    assert SharedDevice.objects.get().token_hash is None
    assert phone.post(link)["Location"] == "/konto/telefon/"
    assert SharedDevice.objects.get().token_hash
    other = Client()
    assert other.get(link).status_code == 404
    assert other.post(link).status_code == 404
    assert "stillads_telefon" not in other.cookies


def test_the_link_is_too_old_after_half_an_hour(house: House, manager: Client, freeze: Freeze) -> None:
    freeze(NOON)
    unit = house.unit("elmely").public_id
    link = manager.post(f"/organisation/enhed/{unit}/telefoner/", {"name": "Tablet"}).context["link"]
    freeze(NOON + timedelta(minutes=31))
    assert Client().post(link.removeprefix("http://testserver")).status_code == 404


def test_the_right_code_gives_the_phone_and_done_gives_it_back(
    house: House, manager: Client, bo: Person
) -> None:
    phone = _enrolled(house, manager)
    assert _in_hand(phone) == ""
    assert _type(phone, bo, "4907").status_code == 302
    assert _in_hand(phone) == "Bo Lund"
    assert phone.post("/konto/telefon/faerdig/")["Location"] == "/konto/telefon/"
    assert _in_hand(phone) == ""
    [event] = AuditEvent.objects.filter(verb="organisation.sign_in_on_phone", denied=False)
    assert event.actor == f"person:{bo.public_id}"
    assert event.address == f"device:{SharedDevice.objects.get().public_id}"


def test_a_session_is_an_employees_whatever_else_the_person_is(house: House, manager: Client) -> None:
    leader = house.person(MANAGER, "elmely", name="Kim Skov")
    house.person(CONSULTANT)
    choose_code(code="4907", viewer=house.viewer_of(leader), at=NOON)
    phone = _enrolled(house, manager)
    _type(phone, leader, "4907")
    device = SharedDevice.objects.select_related("unit", "enrolled_by").get()
    viewer = phone.get("/konto/telefon/").context["in_hand"]
    assert viewer.roles == {EMPLOYEE}
    assert viewer.units_for(EMPLOYEE) == {device.unit_id}
    assert phone.get("/organisation/personer/").status_code == 403
    assert phone.get("/konto/adgangskode/").status_code == 302


def test_nobody_from_another_unit_is_offered_or_let_in(house: House, manager: Client) -> None:
    stranger = house.person(EMPLOYEE, "kokken", name="Ole Vind")
    choose_code(code="4907", viewer=house.viewer_of(stranger), at=NOON)
    phone = _enrolled(house, manager)
    assert "Ole Vind" not in phone.get("/konto/telefon/").content.decode()
    assert phone.get(f"/konto/telefon/{stranger.public_id}/").status_code == 404
    assert _type(phone, stranger, "4907").status_code == 404
    assert _in_hand(phone) == ""


def test_five_wrong_codes_lock_for_a_quarter_of_an_hour(
    house: House, manager: Client, bo: Person, freeze: Freeze
) -> None:
    freeze(NOON)
    phone = _enrolled(house, manager)
    for _ in range(4):
        assert "Det er ikke den rigtige kode." in _type(phone, bo, "1357").content.decode()
    assert "For mange forkerte koder. Prøv igen kl. 12.15" in _type(phone, bo, "1357").content.decode()
    assert "For mange forkerte koder." in _type(phone, bo, "4907").content.decode()
    assert _in_hand(phone) == ""
    other = _enrolled(house, manager, "Tablet")
    assert "For mange forkerte koder." in _type(other, bo, "4907").content.decode()
    freeze(NOON + timedelta(minutes=16))
    assert _type(phone, bo, "4907").status_code == 302
    assert AuditEvent.objects.filter(verb="organisation.sign_in_on_phone", denied=True).count() == 7


def test_trying_one_code_on_everybody_locks_the_phone(house: House, manager: Client, bo: Person) -> None:
    others = [house.person(EMPLOYEE, "elmely") for _ in range(5)]
    phone = _enrolled(house, manager)
    for person in others:
        _type(phone, person, "1357")
    assert "For mange forkerte koder." in _type(phone, bo, "4907").content.decode()


def test_without_a_code_the_answer_is_the_same_as_with_a_wrong_one(
    house: House, manager: Client, bo: Person
) -> None:
    nobody = house.person(EMPLOYEE, "elmely")
    phone = _enrolled(house, manager)
    wrong = _type(phone, bo, "1357").context["form"].errors
    assert _type(phone, nobody, "1357").context["form"].errors == wrong


def test_ten_idle_minutes_end_the_session(house: House, manager: Client, bo: Person, freeze: Freeze) -> None:
    freeze(NOON)
    phone = _enrolled(house, manager)
    _type(phone, bo, "4907")
    assert (
        phone.session["_session_expiry"] == 600
    )  # the database forgets it too, ten minutes after the last change
    for minutes in (9, 18):
        freeze(NOON + timedelta(minutes=minutes))
        assert _in_hand(phone) == "Bo Lund"
    freeze(NOON + timedelta(minutes=29))
    assert _in_hand(phone) == ""
    assert phone.get("/organisation/")["Location"] == "/konto/telefon/?next=/organisation/"


def test_a_revoked_phone_stops_at_once(house: House, manager: Client, bo: Person) -> None:
    phone = _enrolled(house, manager)
    _type(phone, bo, "4907")
    device = SharedDevice.objects.get()
    manager.post(f"/organisation/enhed/{house.unit('elmely').public_id}/telefoner/{device.public_id}/spaer/")
    assert "Telefonen er ikke tilknyttet" in phone.get("/konto/telefon/").content.decode()
    assert phone.get("/organisation/").status_code == 302
    assert _type(phone, bo, "4907").status_code == 200


def test_who_left_is_no_longer_let_in(house: House, manager: Client, bo: Person, freeze: Freeze) -> None:
    freeze(NOON)
    phone = _enrolled(house, manager)
    _type(phone, bo, "4907")
    bo.assignments.update(valid_to=NOON.date() - timedelta(days=1))
    assert _in_hand(phone) == ""
    assert "Bo Lund" not in phone.get("/konto/telefon/").content.decode()


def test_a_start_code_opens_only_the_page_where_one_chooses_ones_own(house: House, manager: Client) -> None:
    person = house.person(EMPLOYEE, "elmely", name="Bo Lund")
    code = manager.post(f"/organisation/personer/{person.public_id}/startkode/").context["code"]
    phone = _enrolled(house, manager)
    assert _type(phone, person, code)["Location"] == "/konto/telefon/ny-kode/"
    assert phone.get("/organisation/").status_code == 302
    unlike = phone.post("/konto/telefon/ny-kode/", {"code": "4907", "again": "4908"})
    assert "De to koder er ikke ens." in unlike.content.decode()
    for easy in ("1111", "1234", "9876", "12", "abcd"):
        assert phone.post("/konto/telefon/ny-kode/", {"code": easy, "again": easy}).status_code == 200
    assert phone.post("/konto/telefon/ny-kode/", {"code": "4907", "again": "4907"})["Location"] == "/"
    assert phone.get("/organisation/").status_code == 200
    assert not QuickCode.objects.get().temporary


def test_a_manager_of_another_unit_neither_sees_nor_revokes(
    house: House, manager: Client, bo: Person
) -> None:
    _enrolled(house, manager)
    other = house.client(MANAGER, "kokken")
    unit, device = house.unit("elmely").public_id, SharedDevice.objects.get().public_id
    assert other.get(f"/organisation/enhed/{unit}/telefoner/").status_code == 404
    assert other.post(f"/organisation/enhed/{unit}/telefoner/{device}/spaer/").status_code == 404
    assert other.post(f"/organisation/personer/{bo.public_id}/startkode/").status_code == 404


def test_a_forged_cookie_is_no_phone(house: House, manager: Client, bo: Person) -> None:
    phone = _enrolled(house, manager)
    forged = Client()
    forged.cookies["stillads_telefon"] = phone.cookies["stillads_telefon"].value[:-3] + "abc"
    assert "Telefonen er ikke tilknyttet" in forged.get("/konto/telefon/").content.decode()


def test_ones_own_code_is_chosen_on_the_account(house: House) -> None:
    person = house.person(EMPLOYEE, "elmely")
    client = house.client_of(person)
    assert "ikke valgt endnu" in client.get("/konto/").content.decode()
    assert client.post("/konto/kode/", {"code": "4907", "again": "4907"})["Location"] == "/konto/"
    assert "Din kode er gemt." in client.get("/konto/").content.decode()


def test_the_names_cost_the_same_however_many(house: House, manager: Client, bo: Person) -> None:
    phone = _enrolled(house, manager)
    assert_same_query_count(
        show=lambda: phone.get("/konto/telefon/"), add=lambda: house.person(EMPLOYEE, "elmely")
    )
    device = SharedDevice.objects.get()
    assert [one.name for one in people_of_phone(device.pk, on=NOON.date())][:1] == ["Bo Lund"]
