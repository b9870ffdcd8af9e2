"""Every request finds its session and its user anew: what has expired or been closed is signed out at once."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from tests.harness.people import House

from stillads.organisation.models import User
from stillads.organisation.policy import CONSULTANT
from stillads.organisation.sessions import SessionStore


def _in(client: Client) -> bool:
    return client.get("/registrer/").status_code == 200


def test_a_session_that_has_expired_or_is_not_there_signs_out(house: House) -> None:
    client = house.client(CONSULTANT)
    assert _in(client)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert not _in(client)
    again = house.client(CONSULTANT)
    assert _in(again)
    Session.objects.all().delete()
    assert not _in(again)


def test_a_user_who_is_closed_is_signed_out(house: House) -> None:
    client = house.client(CONSULTANT)
    assert _in(client)
    User.objects.update(is_active=False)
    assert not _in(client)
    User.objects.update(is_active=True)
    assert _in(client)


def test_what_was_put_into_a_session_is_there_again(db: None) -> None:
    session = SessionStore()
    session["ward"] = "Elmely"
    session.save()
    found = SessionStore(session.session_key)
    assert found["ward"] == "Elmely"
    unknown = SessionStore("x" * 32)
    assert unknown.get("ward") is None and unknown.session_key is None
