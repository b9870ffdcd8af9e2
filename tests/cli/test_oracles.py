"""`stillads oracles DIR`: a line for each file, 1 with a mismatch."""

import json
from pathlib import Path

import pytest

from stillads.cli.main import main

GOOD = "n_useful,longest_run_max,n_crossings_min\n10,6,2\n"
WRONG = "n_useful,longest_run_max,n_crossings_min\n" + "10,7,2\n" * 12


def test_agreement_ends_with_nought(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.csv").write_text(GOOD, "utf-8")
    assert main(["oracles", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "good.csv: 1 eksempel, 2 værdier sammenlignet, 0 afvigelser",
        "1 eksempel, 2 værdier sammenlignet, 0 afvigelser",
    ]


def test_a_mismatch_ends_with_one_and_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.csv").write_text(GOOD, "utf-8")
    (tmp_path / "wrong.csv").write_text(WRONG, "utf-8")
    assert main(["oracles", str(tmp_path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "wrong.csv: 12 eksempler, 24 værdier sammenlignet, 12 afvigelser"
    assert lines[2] == "  line 2, longest_run_max: ventede 7, fik 6"
    assert lines[12] == "  … og 2 til (--all viser dem)"
    assert main(["oracles", str(tmp_path), "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["ok"], said["cases"], said["values"], said["mismatches"]) == (False, 13, 26, 12)
    assert said["files"][1]["mismatches"][0]["expected"] == 7


@pytest.mark.parametrize("folder", ["", "nowhere"])
def test_a_folder_without_cases_is_a_mistake(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["oracles", str(tmp_path / folder)]) == 1
    assert "Der er ingen fil med eksempler" in capsys.readouterr().err
