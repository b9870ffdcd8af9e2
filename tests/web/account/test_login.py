"""Logging in, with everything a person may meet on the way."""

import pytest
from django.core import mail
from django.test import Client
from tests.harness.people import House

from stillads.organisation.policy import EMPLOYEE

PASSWORD = "fire gule cykler hjem"


@pytest.fixture
def person(house: House):  # type: ignore[no-untyped-def]
    person = house.person(EMPLOYEE, name="Inge Holm")
    assert person.user is not None
    person.user.set_password(PASSWORD)
    person.user.save()
    return person


def _login(client: Client, email: str, password: str, **extra: str):  # type: ignore[no-untyped-def]
    return client.post("/konto/log-ind/", {"login": email, "password": password, **extra})


def test_the_right_password_leads_to_the_page_that_was_asked_for(client: Client, person) -> None:  # type: ignore[no-untyped-def]
    asked = client.get("/konto/")
    assert asked.status_code == 302
    assert asked["Location"] == "/konto/log-ind/?next=/konto/"
    entered = _login(client, person.email, PASSWORD, next="/konto/")
    assert (entered.status_code, entered["Location"]) == (302, "/konto/")
    assert "Inge Holm" in client.get("/konto/").content.decode()


def test_a_wrong_password_says_so_and_keeps_the_address(client: Client, person) -> None:  # type: ignore[no-untyped-def]
    page = _login(client, person.email, "forkert").content.decode()
    assert "adgangskode" in page
    assert f'value="{person.email}"' in page


def test_an_unknown_address_gets_the_same_answer_as_a_wrong_password(client: Client, person) -> None:  # type: ignore[no-untyped-def]
    known = _login(client, person.email, "forkert").context["form"].errors
    unknown = _login(client, "ingen@example.dk", "forkert").context["form"].errors
    assert known == unknown


def test_nobody_signs_up_by_themselves(client: Client, db: None) -> None:
    page = client.post("/konto/opret/", {"email": "ny@example.dk", "password1": PASSWORD})
    assert page.status_code == 200
    assert "Kommunen opretter log-ind for dig" in page.content.decode()
    assert _login(client, "ny@example.dk", PASSWORD).status_code == 200


def test_a_forgotten_password_is_replaced_by_the_link_in_the_mail(client: Client, person) -> None:  # type: ignore[no-untyped-def]
    assert client.post("/konto/adgangskode/glemt/", {"email": person.email}).status_code == 302
    [letter] = mail.outbox
    link = next(word for word in letter.body.split() if "/konto/adgangskode/glemt/" in word)
    form = client.get(link.partition("://")[2].partition("/")[2].join(["/", ""]), follow=True)
    sent = client.post(
        form.redirect_chain[-1][0], {"password1": "en helt ny lang kode", "password2": "en helt ny lang kode"}
    )
    assert (sent.status_code, sent["Location"]) == (302, "/konto/adgangskode/skiftet/")
    assert _login(client, person.email, "en helt ny lang kode").status_code == 302


def test_logging_out_is_a_deed_and_not_a_link(client: Client, person) -> None:  # type: ignore[no-untyped-def]
    _login(client, person.email, PASSWORD)
    assert client.get("/konto/log-ud/").status_code == 200
    assert client.get("/konto/").status_code == 200
    assert client.post("/konto/log-ud/")["Location"] == "/konto/log-ind/"
    assert client.get("/konto/").status_code == 302
