"""The second step: an app on the phone, recovery codes, and proving oneself before changing it."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from tests.harness.people import House

from stillads.organisation.models import Person
from stillads.organisation.policy import EMPLOYEE

PASSWORD = "fire gule cykler hjem"


@pytest.fixture
def person(house: House) -> Person:
    person = house.person(EMPLOYEE)
    assert person.user is not None
    person.user.set_password(PASSWORD)
    person.user.save()
    return person


def _code(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(secret, counter)))


def _signed_in(person: Person) -> Client:
    client = Client()
    client.post("/konto/log-ind/", {"login": person.email, "password": PASSWORD})
    return client


def _proven(person: Person) -> Client:
    client = _signed_in(person)
    asked = client.get("/konto/to-trin/app/")
    assert asked["Location"] == "/konto/bekraeft/?next=%2Fkonto%2Fto-trin%2Fapp%2F"
    assert "Er det stadig dig?" in client.get(asked["Location"]).content.decode()
    assert client.post(asked["Location"], {"password": "forkert"}).status_code == 200
    assert client.post(asked["Location"], {"password": PASSWORD})["Location"] == "/konto/to-trin/app/"
    return client


def test_the_app_is_set_up_and_asked_for_and_recovery_codes_help(person: Person) -> None:
    client = _proven(person)
    page = client.get("/konto/to-trin/app/")
    secret = page.context["form"].secret
    assert "scan billedet" in page.content.decode()
    assert "Koden passer ikke." in client.post("/konto/to-trin/app/", {"code": "000000"}).content.decode()
    done = client.post("/konto/to-trin/app/", {"code": _code(secret)})
    assert done["Location"] == "/konto/to-trin/reservekoder/"
    codes = client.get(done["Location"]).context["unused_codes"]
    assert len(codes) == 10

    later = Client()
    asked = later.post("/konto/log-ind/", {"login": person.email, "password": PASSWORD})
    assert asked["Location"] == "/konto/to-trin/kode/"
    assert later.get("/konto/").status_code == 302
    assert later.post("/konto/to-trin/kode/", {"code": codes[0]}).status_code == 302
    assert later.get("/konto/").status_code == 200
    assert "Du logger ind i to trin." in later.get("/konto/to-trin/").content.decode()
    assert Authenticator.objects.filter(user=person.user, type=Authenticator.Type.TOTP).exists()


def test_the_pages_of_passkeys_answer(person: Person) -> None:
    client = _proven(person)
    assert "Du har ingen adgangsnøgler." in client.get("/konto/adgangsnoegler/").content.decode()
    assert "Giv den et navn" in client.get("/konto/adgangsnoegler/ny/").content.decode()
    options = Client().get("/konto/adgangsnoegler/log-ind/", headers={"Accept": "application/json"})
    assert "publicKey" in options.json()["request_options"]


def test_a_new_password_needs_the_old_one(person: Person) -> None:
    client = _signed_in(person)
    sent = {
        "oldpassword": "forkert",
        "password1": "en helt ny lang kode",
        "password2": "en helt ny lang kode",
    }
    assert client.post("/konto/adgangskode/", sent).status_code == 200
    assert client.post("/konto/adgangskode/", {**sent, "oldpassword": PASSWORD}).status_code == 302
    assert client.get("/konto/").status_code == 200


def test_a_log_in_without_a_person_is_told_so(house: House, client: Client) -> None:
    from stillads.organisation.models import User

    client.force_login(User.objects.create_user("ingen@example.dk"))
    page = client.get("/konto/")
    assert page.status_code == 403
    assert "ikke knyttet til nogen her" in page.content.decode()
