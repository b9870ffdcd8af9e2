"""`stillads import-booklet`: what a shell and a program get to see."""

import json
from pathlib import Path

import pytest

from stillads.cli import main as program
from stillads.trials.models import Trial

FILE = Path(__file__).parents[1] / "booklet" / "reading" / "short_booklet.txt"
EXPECTED = json.loads(FILE.with_suffix(".json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.django_db


def test_json_prints_exactly_what_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["import-booklet", str(FILE), "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == EXPECTED
    assert Trial.objects.count() == 0


def test_it_says_what_it_did_and_the_second_time_that_it_had(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["import-booklet", str(FILE), "--round", "2023-2"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "3 prøvehandlinger er læst ind i runde 2023-2."
    assert program.main(["import-booklet", str(FILE)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "Hæftet er der allerede, i runde 2023-2. Intet er ændret."
    )
    assert Trial.objects.count() == 3


def test_another_text_is_refused_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "referat.txt"
    other.write_text("Referat af mødet\n\nAnbefaling\nPause.", encoding="utf-8")
    assert program.main(["import-booklet", str(other)]) == 1
    assert capsys.readouterr().err.startswith("Det er ikke et hæfte med prøvehandlinger.")
    assert Trial.objects.count() == 0


def test_a_file_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["import-booklet", "/findes/ikke.txt"]) == 1
    assert capsys.readouterr().err == "Filen /findes/ikke.txt kan ikke læses.\n"
