"""An empty installation gets its first person from the shell."""

import io

import pytest
from django.test import Client

from stillads.cli import main as program
from stillads.organisation.models import Assignment, Person, Unit

pytestmark = pytest.mark.django_db
CALL = ["administrator", "--name", "Inge Holm", "--email", "inge@example.dk"]


def _call(monkeypatch: pytest.MonkeyPatch, password: str) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    return program.main(CALL)


def test_the_first_person_can_log_in(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _call(monkeypatch, "bølgebryder-skovsti") == 0
    assert "Inge Holm administers Viborg Kommune and logs in as inge@example.dk." in capsys.readouterr().out
    assert list(Assignment.objects.values_list("role", "unit__kind")) == [("administrator", "municipality")]
    page = Client().post("/konto/log-ind/", {"login": "inge@example.dk", "password": "bølgebryder-skovsti"})
    assert page.status_code == 302


def test_a_short_password_is_refused_and_nothing_is_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _call(monkeypatch, "kort") == 1
    assert "12" in capsys.readouterr().err
    assert (Person.objects.count(), Unit.objects.count()) == (0, 0)
