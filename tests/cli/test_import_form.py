"""`playbook import-form` and `export-form` from the shell, with real files."""

import json
from pathlib import Path

import pytest
from tests.playbooks.questionnaires.sheets import redcap, xlsform

from stillads.cli.main import main
from stillads.playbooks.reading import read_playbook

SURVEY = (
    ("type", "name", "label", "hint"),
    ("note", "hej", "Tak for din tid.", ""),
    ("select_one jn", "spist", "Har du spist?", ""),
    ("decimal", "vægt", "Hvad vejer du?", "I kilo"),
    ("geopoint", "sted", "Hvor er du?", ""),
)
CHOICES = (("list_name", "name", "label"), ("jn", 1, "Ja"), ("jn", 0, "Nej"))
PLAYBOOK = """\
format: 1
key: proeve
title: {da: Prøve, en: Trial}
question: {da: Virker det?, en: Does it work?}
summary: {da: Kort fortalt., en: In short.}
background: Baggrund
target_group: Borgere
theme: aeldrepleje
source: {text: Vores egen}
theory:
  chain:
    - {key: a, level: activity, text: Vi gør noget, leads_to: [b]}
    - {key: b, level: output, text: Noget sker}
  core: [Vi gør det]
measures:
  - {key: svar, title: Svar, perspective: citizen, instrument: maaltider, how: answered, unit: svar}
criteria:
  - {key: flere, perspective: citizen, what: Flere svar, direction: up, measure: svar, primary: true}
  - {key: ikke_faerre, perspective: employee, what: Tiden går ikke fra andet, direction: not_worse, guardrail: true,
     how_known: Lederen spørger i uge 40}
decision_rule: Vi beholder det, hvis flere svarer.
instruments:
"""


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "skema.xlsx"
    path.write_bytes(xlsform(SURVEY, CHOICES, (("form_title",), ("Måltider",))))
    return path


def test_the_report_stands_as_comments_over_the_questions(
    form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["playbook", "import-form", str(form)]) == 0
    assert (
        capsys.readouterr().out
        == """\
# XLSForm: Måltider
# Felter læst: 4. Taget med: 3. Ikke taget med: 1.
#
# Ikke taget med
#       5  sted (geopoint)
#          Steder på et kort registreres ikke; en registrering kender sit afprøvningssted.
#
# Indledning
#   Tak for din tid.
#
  - kind: single_choice
    key: spist
    text: Har du spist?
    standard: yes_no
  - kind: number
    key: vaegt
    text: Hvad vejer du?
    help: I kilo
    decimals: 2
"""
    )


def test_the_report_for_programs(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["playbook", "import-form", str(form), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["source"], data["read"], data["mapped"], data["lost"]) == ("xlsform", 4, 3, 1)
    assert (data["intro"], [item["key"] for item in data["items"]]) == (
        "Tak for din tid.",
        ["spist", "vaegt"],
    )
    assert data["fields"][3] == {
        "mapped": False,
        "place": "5",
        "name": "sted",
        "type": "geopoint",
        "became": [],
        "keys": [],
        "why": "Steder på et kort registreres ikke; en registrering kender sit afprøvningssted.",
        "notes": [],
    }


def test_a_whole_instrument_can_be_pasted_and_goes_out_as_fhir_and_in_again(
    form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["playbook", "import-form", str(form), "--into", "maaltider"]) == 0
    playbook = tmp_path / "playbook.yaml"
    playbook.write_text(PLAYBOOK + capsys.readouterr().out, "utf-8")
    assert [problem.say("da") for problem in read_playbook(playbook).problems] == []
    out = tmp_path / "skema.json"
    assert main(["playbook", "export-form", str(playbook), "maaltider", "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"Skrevet til {out}.\n"
    assert json.loads(out.read_text("utf-8"))["name"] == "ProeveMaaltider"
    assert main(["playbook", "import-form", str(out), "--json"]) == 0
    back = json.loads(capsys.readouterr().out)
    main(["playbook", "import-form", str(form), "--json"])
    there = json.loads(capsys.readouterr().out)
    assert (back["items"], back["intro"]) == (there["items"], there["intro"])


def test_a_dictionary_is_known_by_its_content_not_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "forkert.xlsx"
    path.write_bytes(redcap({"name": "a", "type": "yesno", "label": "Går det?"}))
    assert main(["playbook", "import-form", str(path)]) == 0
    assert capsys.readouterr().out.startswith(
        "# REDCap data dictionary: Skema\n# Felter læst: 1. Taget med: 1."
    )


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["import-form", "findes-ikke.xlsx"], "Filen findes-ikke.xlsx kan ikke læses."),
        (["import-form", "findes-ikke.xlsx", "--into", "Ny Form"], "„Ny Form“ er ikke en nøgle"),
        (["export-form", "PLAYBOOK", "x"], "Drejebogen har ikke redskabet „x“. Der er: maaltider."),
        (
            ["export-form", "PLAYBOOK", "maaltider", "--form", "x"],
            "Redskabet „maaltider“ har ikke det skema. Der er: answer.",
        ),
    ],
)  # fmt: skip
def test_refusals(
    words: list[str], reason: str, form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["playbook", "import-form", str(form), "--into", "maaltider"])
    path = tmp_path / "playbook.yaml"
    path.write_text(PLAYBOOK + capsys.readouterr().out, "utf-8")
    assert main(["playbook", *(str(path) if word == "PLAYBOOK" else word for word in words)]) == 1
    assert capsys.readouterr().err.startswith(reason)


def test_without_a_sub_command_it_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["playbook"])
    assert ended.value.code == 2
    with pytest.raises(SystemExit):
        main(["playbook", "--help"])
    assert "read a questionnaire of another system" in capsys.readouterr().out
