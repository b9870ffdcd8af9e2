"""`stillads simulate PLAYBOOK`: shares of verdicts, the same for the same seed, and why something is left out."""

import json

import pytest
from tests.harness.databases import CHECKOUT

from stillads.cli.main import main

FALLS = str(CHECKOUT / "library" / "faldregistrering" / "1" / "playbook.yaml")


def _said(capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, object]:
    assert main(["simulate", FALLS, "--rounds", "6", "--json", *more]) == 0
    said: dict[str, object] = json.loads(capsys.readouterr().out)
    return said


def test_the_same_seed_the_same_answer_and_every_share_is_of_all_rounds(
    capsys: pytest.CaptureFixture[str],
) -> None:
    once, again = _said(capsys, "--seed", "5"), _said(capsys, "--seed", "5")
    assert once == again
    assert (once["playbook"], once["rounds"], once["effect"]) == ("faldregistrering", 6, 0.0)
    criteria = once["criteria"]
    assert isinstance(criteria, list)
    assert [each["key"] for each in criteria] == ["less_time", "fewer_again", "none_forgotten"]
    assert [sum(each["verdicts"].values()) for each in criteria] == [pytest.approx(1)] * 3
    assert [each["met_at_most"] > each["verdicts"]["met"] for each in criteria] == [True] * 3


def test_the_promised_effect_is_found_and_the_words_are_danish(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", FALLS, "--rounds", "4", "--effect", "promised"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Minutter pr. registreret fald (primært mål): indfriet 100,0 %,")
    assert lines[0].endswith("Ser man kun på før og efter, ligner 100,0 % en succes.")
    assert lines[-1].startswith("Hele prøvehandlingen: indfriet")


def test_a_playbook_that_assumes_nothing_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    path = CHECKOUT / "library" / "gaavenner" / "1" / "playbook.yaml"
    assert main(["simulate", str(path), "--rounds", "1"]) == 1
    assert "Intet i drejebogen kan simuleres" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [["--effect", "much"], ["--rounds", "0"], ["--sites", "x"]])
def test_a_wrong_word_is_refused_by_name(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["simulate", FALLS, *wrong])
    assert ended.value.code == 2
    assert wrong[0] in capsys.readouterr().err
