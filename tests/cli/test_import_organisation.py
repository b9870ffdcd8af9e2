"""`import-units` and `import-people` from the shell."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

import pytest
from tests.harness.people import House

from stillads.cli.registry import Command, commands
from stillads.organisation.models import Person, Unit


def _command(name: str) -> Command:
    return next(command for command in commands() if command.name == name)


def _run(name: str, *words: str) -> int:
    command, parser = _command(name), ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(words, Namespace()))


def test_units_then_people_from_files(
    house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    units, people = tmp_path / "enheder.csv", tmp_path / "personer.csv"
    units.write_text("nøgle;navn;type;hører under\nelmely;Elmely;plejecenter;kommunen\n", "utf-8")
    people.write_bytes("navn;e-mail;rolle;enhed\nÅse Kjær;ase@example.dk;leder;elmely\n".encode("cp1252"))
    assert _run("import-units", str(units), "--dry-run") == 0
    assert not Unit.objects.filter(key="elmely").exists()
    assert _run("import-units", str(units)) == 0
    assert _run("import-people", str(people), "--json") == 0
    said = capsys.readouterr().out
    report = json.loads(said[said.index("{") :])
    assert (report["created"], report["saved"], report["encoding"]) == (1, True, "Latin-1")
    assert Person.objects.filter(name="Åse Kjær").exists()


def test_faults_end_with_one_and_write_nothing(
    house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "enheder.csv"
    path.write_text("nøgle;navn;type;hører under\nelmely;Elmely;slot;kommunen\n", "utf-8")
    assert _run("import-units", str(path)) == 1
    assert "slot" in capsys.readouterr().out
    assert not Unit.objects.filter(key="elmely").exists()
