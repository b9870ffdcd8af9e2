"""`stillads import-booklet`: what a shell and a program get to see."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from stillads.cli import main as program
from stillads.evaluation.models import Finding, RecommendationPart
from stillads.trials.models import Round, Trial

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


def _answer(capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    assert program.main(["import-booklet", str(FILE), "--json", *more]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_json_says_what_was_made_and_the_second_time_what_stayed(capsys: pytest.CaptureFixture[str]) -> None:
    first = _answer(capsys, "--round", "2023-2")
    made = {
        "rounds": 1,
        "trials": Trial.objects.count(),
        "findings": Finding.objects.count(),
        "recommendations": RecommendationPart.objects.count(),
    }
    assert made["trials"] == 3
    nothing = dict.fromkeys(made, 0)
    assert first.pop("import") == {
        "round": "2023-2",
        "result": "made",
        "made": made,
        "unchanged": nothing,
        "message": "3 prøvehandlinger er læst ind i runde 2023-2.",
    }
    assert first == EXPECTED
    second = _answer(capsys)
    assert second.pop("import") == {
        "round": "2023-2",
        "result": "unchanged",
        "made": nothing,
        "unchanged": made,
        "message": "Hæftet er der allerede, i runde 2023-2. Intet er ændret.",
    }
    assert second == EXPECTED
    assert Finding.objects.count() == made["findings"]


def test_a_round_that_stood_empty_is_not_made_again(capsys: pytest.CaptureFixture[str]) -> None:
    Round.objects.create(
        key="2023-2",
        title="Runde 2023-2",
        start=date(2023, 4, 3),
        end=date(2023, 7, 11),
        evaluation_deadline=date(2023, 7, 25),
    )
    told = _answer(capsys, "--round", "2023-2")["import"]
    assert (told["made"]["rounds"], told["unchanged"]["rounds"]) == (0, 1)
    assert (told["made"]["trials"], told["unchanged"]["trials"]) == (3, 0)


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
