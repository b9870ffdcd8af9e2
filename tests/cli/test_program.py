"""The `stillads` program: every command explains itself, fails with a reason, speaks JSON where asked."""

import json
from argparse import Namespace

import pytest

from stillads.cli import main as program
from stillads.cli.registry import Command, commands
from stillads.kernel.rules import Conflict


def test_every_command_has_a_help_that_fits_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert {"check", "migrate", "serve", "worker"} <= {command.name for command in commands()}
    for command in commands():
        with pytest.raises(SystemExit) as ended:
            program.main([command.name, "--help"])
        assert ended.value.code == 0
        assert command.help in " ".join(capsys.readouterr().out.split())


def test_the_list_of_commands_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["help"]) == 0
    assert "bring the database to this version" in capsys.readouterr().out


def test_an_unknown_command_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        program.main(["fly"])
    assert ended.value.code == 2
    assert "invalid choice: 'fly'" in capsys.readouterr().err


def _refusing(monkeypatch: pytest.MonkeyPatch, needs_database: bool = True) -> None:
    def run(arguments: Namespace) -> int:
        raise Conflict("Somebody was first.")

    def add_arguments(parser: object) -> None:
        parser.add_argument("--json", action="store_true")  # type: ignore[attr-defined]  # argparse's own

    command = Command("refuse", "refuse", run, add_arguments, needs_database)
    monkeypatch.setattr(program, "commands", lambda: [command])


def test_a_refusal_is_a_line_on_the_error_stream(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _refusing(monkeypatch)
    assert program.main(["refuse"]) == 1
    assert capsys.readouterr() == ("", "Somebody was first.\n")


def test_a_refusal_can_be_read_by_a_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _refusing(monkeypatch)
    assert program.main(["refuse", "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == {"error": "Somebody was first."}


@pytest.mark.parametrize("needs_database", [True, False])
def test_the_database_is_prepared_for_the_commands_that_need_it(
    monkeypatch: pytest.MonkeyPatch, needs_database: bool
) -> None:
    prepared: list[str] = []
    _refusing(monkeypatch, needs_database)
    program.main(["refuse"], before=lambda: prepared.append("yes"))
    assert prepared == (["yes"] if needs_database else [])


@pytest.mark.django_db
def test_check_names_each_thing_it_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    code = program.main(["check", "--json"])
    seen = json.loads(capsys.readouterr().out)
    checks = {check["what"]: check for check in seen["checks"]}
    assert (code == 0) == seen["ok"]
    assert checks["migrations"] == {"what": "migrations", "ok": True, "says": "all applied"}
    assert {
        "settings",
        "data directory",
        "database",
        "dkfds",
        "static files",
        "Danish texts",
    } <= checks.keys()


@pytest.mark.django_db
def test_migrating_again_applies_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["migrate", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"applied": 0}
