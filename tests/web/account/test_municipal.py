"""The municipality's own log-in: an issuer on loopback that signs, and who gets in by its word."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPMessage
from typing import IO

import pytest
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers import registry
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import LazySettings
from django.conf import settings as live_settings
from django.test import Client
from tests.harness.oidc_issuer import CLIENT, SECRET, Issuer, issuing
from tests.harness.people import House

from stillads.audit.models import AuditEvent
from stillads.config.oidc import providers
from stillads.organisation.models import Person, User
from stillads.organisation.policy import EMPLOYEE

OUT = "/konto/log-ind/kommune/"
DID_NOT_COME_THROUGH = "Kommunens log-ind gik ikke igennem."


@pytest.fixture
def issuer(settings: LazySettings) -> Iterator[Issuer]:
    registry.register(OpenIDConnectProvider)  # what the setting does at a start
    with issuing() as issuer:
        settings.SOCIALACCOUNT_PROVIDERS = providers(
            {
                "STILLADS_OIDC_SERVER": issuer.url,
                "STILLADS_OIDC_CLIENT": CLIENT,
                "STILLADS_OIDC_SECRET": SECRET,
            }
        )
        yield issuer


@pytest.fixture
def person(house: House) -> Person:
    return house.person(EMPLOYEE, name="Inge Holm")


class _Stays(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        return None


def _over_there(address: str) -> str:
    """What a browser does at the issuer: returns the address that it is sent back to."""
    with pytest.raises(urllib.error.HTTPError) as sent, urllib.request.build_opener(_Stays()).open(address):
        pass
    back = str(sent.value.headers["Location"])
    assert back.startswith(f"http://testserver{OUT}retur/?")
    return back.removeprefix("http://testserver")


def _log_in(client: Client, after: str = "/konto/") -> str:
    """Out and back; returns where one ends up."""
    left = client.get(f"{OUT}?next={after}")
    assert left.status_code == 302
    answer = client.get(_over_there(left["Location"]))
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def _refused(client: Client) -> str:
    """Out and back to the log-in page, and what it says; nobody is signed in."""
    assert _log_in(client) == "/konto/log-ind/"
    page = client.get("/konto/log-ind/").content.decode()
    assert client.get("/konto/").status_code == 302
    return page


def test_a_verified_address_opens_the_log_in_of_its_person(
    client: Client, issuer: Issuer, person: Person
) -> None:
    issuer.claims = {"email": person.email.upper(), "email_verified": True}
    assert _log_in(client, "/konto/kode/") == "/konto/kode/"
    assert "Inge Holm" in client.get("/konto/").content.decode()
    assert SocialAccount.objects.count() == 0


def test_the_first_time_makes_a_log_in_without_a_password_and_the_log_knows(
    client: Client, issuer: Issuer, person: Person
) -> None:
    user, person.user = person.user, None
    person.save()
    assert user is not None
    user.delete()
    issuer.claims = {"email": person.email, "email_verified": True}
    assert _log_in(client) == "/konto/"
    made = User.objects.get(person__pk=person.pk)
    assert (made.email, made.has_usable_password()) == (person.email, False)
    event = AuditEvent.objects.get(verb="organisation.municipal_login")
    assert (event.target_name, event.denied) == ("Inge Holm", False)
    assert _log_in(Client()) == "/konto/"
    assert User.objects.count() == 1


def test_an_address_beside_the_statement_counts_when_it_is_about_the_same_person(
    client: Client, issuer: Issuer, person: Person
) -> None:
    issuer.userinfo = {"sub": "1", "email": person.email, "email_verified": True}
    assert _log_in(client) == "/konto/"


def test_an_address_beside_the_statement_of_somebody_else_is_refused(
    client: Client, issuer: Issuer, person: Person
) -> None:
    issuer.userinfo = {"sub": "2", "email": person.email, "email_verified": True}
    assert DID_NOT_COME_THROUGH in _refused(client)


@pytest.mark.parametrize("verified", [False, None, "false"])
def test_an_address_that_nobody_vouches_for_is_refused(
    client: Client, issuer: Issuer, person: Person, verified: object
) -> None:
    issuer.claims = {"email": person.email, "email_verified": verified}
    assert "stod ikke inde for din e-mailadresse" in _refused(client)
    event = AuditEvent.objects.get(verb="organisation.municipal_login")
    assert event.denied


def test_nobody_gets_in_who_is_no_person_here(client: Client, issuer: Issuer, house: House) -> None:
    User.objects.create_user("fremmed@example.dk")  # a log-in alone is not enough
    issuer.claims = {"email": "fremmed@example.dk", "email_verified": True}
    assert "Ingen her har e-mailadressen fremmed@example.dk." in _refused(client)
    assert User.objects.count() == 1


def test_a_closed_log_in_stays_closed(client: Client, issuer: Issuer, person: Person) -> None:
    assert person.user is not None
    person.user.is_active = False
    person.user.save()
    issuer.claims = {"email": person.email, "email_verified": True}
    assert "Dit log-ind er lukket." in _refused(client)


def test_the_first_time_needs_a_role(client: Client, issuer: Issuer, house: House) -> None:
    Person.objects.create(name="Tidligere kollega", email="gammel@example.dk")
    issuer.claims = {"email": "gammel@example.dk", "email_verified": True}
    assert "Du har ingen rolle her i dag." in _refused(client)
    assert User.objects.count() == 0


@pytest.mark.parametrize(
    "claims",
    [{"iss": "https://another.example"}, {"aud": "another installation"}, {"exp": 1}],
    ids=["issuer", "audience", "too old"],
)
def test_a_statement_that_is_not_for_us_now_is_refused(
    client: Client, issuer: Issuer, person: Person, claims: dict[str, object]
) -> None:
    issuer.claims = {"email": person.email, "email_verified": True, **claims}
    assert DID_NOT_COME_THROUGH in _refused(client)


def test_a_statement_signed_by_somebody_else_is_refused(
    client: Client, issuer: Issuer, person: Person
) -> None:
    issuer.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    issuer.claims = {"email": person.email, "email_verified": True}
    assert DID_NOT_COME_THROUGH in _refused(client)


def test_a_code_does_not_open_another_browser(client: Client, issuer: Issuer, person: Person) -> None:
    issuer.claims = {"email": person.email, "email_verified": True}
    back = _over_there(client.get(OUT)["Location"])
    assert Client().get(back)["Location"] == "/konto/log-ind/"
    assert client.get(back).status_code == 302
    assert client.get("/konto/").status_code == 200


def test_giving_up_over_there_leads_back_with_a_word(client: Client, issuer: Issuer, house: House) -> None:
    issuer.refuses = "access_denied"
    assert DID_NOT_COME_THROUGH in _refused(client)


def test_the_log_in_page_shows_the_way_and_keeps_where_one_was_going(
    client: Client, issuer: Issuer, house: House
) -> None:
    page = client.get("/konto/log-ind/?next=/konto/kode/").content.decode()
    assert "Log ind med Viborg Kommune" in page
    assert f'href="{OUT}?next=%2Fkonto%2Fkode%2F"' in page


def test_where_the_municipality_has_none_there_is_no_way(client: Client, house: House) -> None:
    assert live_settings.SOCIALACCOUNT_PROVIDERS == {}
    assert OUT not in client.get("/konto/log-ind/").content.decode()
    assert (client.get(OUT).status_code, client.get(f"{OUT}retur/").status_code) == (404, 404)


def test_half_a_setting_or_an_open_line_is_refused() -> None:
    with pytest.raises(ValueError, match="needs STILLADS_OIDC_CLIENT"):
        providers({"STILLADS_OIDC_SERVER": "https://log-ind.example.dk"})
    both = {"STILLADS_OIDC_CLIENT": CLIENT, "STILLADS_OIDC_SECRET": SECRET}
    with pytest.raises(ValueError, match="must begin with https"):
        providers({"STILLADS_OIDC_SERVER": "http://log-ind.example.dk", **both})
