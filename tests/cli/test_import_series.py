"""`import-series` from the shell."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

import pytest
from tests.capture.conftest import ward
from tests.harness.capturing import Ward
from tests.harness.series_files import text_file

from stillads.capture.models import Entry
from stillads.cli.registry import commands
from stillads.kernel.rules import NotFound

__all__ = ["ward"]


def _run(*words: str) -> int:
    command = next(command for command in commands() if command.name == "import-series")
    parser = ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args([*words, "--json"], Namespace()))


def test_looked_at_then_read_in_then_unchanged(
    ward: Ward, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = [str(text_file(tmp_path)), "--instrument", "alle-redskaber/sickness"]

    def report() -> dict[str, Any]:
        said: dict[str, Any] = json.loads(capsys.readouterr().out)
        return said

    assert _run(*call, "--dry-run") == 0
    assert (report()["rows"], Entry.objects.count()) == (3, 0)
    assert _run(*call) == 0
    assert (report()["rows"], Entry.objects.count()) == (3, 3)
    assert _run(*call) == 0
    assert (report()["unchanged"], Entry.objects.count()) == (3, 3)


def test_a_fault_ends_with_one_and_reads_nothing_in(
    ward: Ward, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = text_file(tmp_path, "Enhed;Dato;Sygetimer\nElmely;3-5-2026;4\nElmely;4-5-2026;syv\n")
    assert _run(str(path), "--instrument", "alle-redskaber/sickness") == 1
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    assert ((fault["line"], fault["column"]), Entry.objects.count()) == ((3, "Sygetimer"), 0)
    with pytest.raises(NotFound):
        _run(str(path), "--instrument", "alle-redskaber/calls")
