"""`stillads playbook …` from the shell: list, check, new, diff, export, schema."""

import json
from pathlib import Path

import pytest
from tests.harness.people import House

from stillads.cli import main as program
from stillads.kernel.clock import now
from stillads.kernel.viewer import system_viewer
from stillads.playbooks.actions.versions import publish_playbook
from stillads.playbooks.library import shelf
from stillads.playbooks.reading import read_playbook
from stillads.playbooks.starting import starting_text

DEMO = "demo-alle-redskaber"


def _run(*words: str) -> int:
    return program.main(["playbook", *words])


def test_the_list_names_key_version_minutes_and_title(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("list") == 0
    out = capsys.readouterr().out.splitlines()
    assert f"{DEMO}@1   19,2 min. om ugen  Et godt døgn på plejecentret" in out
    assert len(out) == len(shelf()) + 1
    assert _run("list", "--json") == 0
    rows = {row["key"]: row for row in json.loads(capsys.readouterr().out)["playbooks"]}
    assert rows[DEMO]["title_en"] == "A good day and night at the care centre"


@pytest.mark.django_db
def test_the_whole_library_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("check", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["ok"], said["vocabulary"], said["problems"]) == (True, True, [])
    assert said["checked"] == [each.name for each in shelf()]


@pytest.mark.django_db
def test_a_problem_ends_with_one_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "playbook.yaml"
    path.write_text(starting_text("a-b").replace("theme: aeldrepleje", "theme: boliggen"), "utf-8")
    assert _run("check", str(tmp_path), "--language", "en") == 1
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{path}:19:8: theme: The theme is one of these: ")
    assert first.endswith("Found “boliggen”. Did you mean “boligen”?")
    assert last == "1 drejebog set efter, 1 fejl"
    assert _run("check", str(path), "--json") == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["line"], problem["column"], problem["path"]) == (19, 8, ["theme"])
    assert problem["da"].endswith("Der står „boliggen“. Mente du „boligen“?")


@pytest.mark.django_db
def test_a_folder_without_playbooks_is_a_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("check", str(tmp_path)) == 1
    assert "Der er ingen playbook.yaml" in capsys.readouterr().err


@pytest.mark.django_db
def test_new_writes_what_passes_check_and_nothing_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ny" / "playbook.yaml"
    assert _run("new", "roligt-maaltid", "--out", str(path)) == 0
    assert _run("check", str(path)) == 0
    path.write_text("mit eget", "utf-8")
    assert _run("new", "roligt-maaltid", "--out", str(path)) == 1
    assert path.read_text("utf-8") == "mit eget"
    assert _run("new", "Roligt måltid", "--out", str(tmp_path / "andet.yaml")) == 1
    assert "Mente du „roligt-maaltid“?" in capsys.readouterr().err
    assert not (tmp_path / "andet.yaml").exists()


@pytest.mark.django_db
def test_diff_says_in_words_what_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, after = tmp_path / "a.yaml", tmp_path / "b.yaml"
    text = starting_text("a-b")
    before.write_text(text, "utf-8")
    after.write_text(
        text.replace("size: 0.5", "size: 1")
        .replace("      - {key: guest, text: Nogen kom ind}\n", "")
        .replace("own_words\n", "anderledes\n")
        .replace("    period: month\n", "    period: week\n"),
        "utf-8",
    )
    assert _run("diff", str(before), str(before)) == 0
    assert capsys.readouterr().out == "De er ens.\n"
    assert _run("diff", str(before), str(after)) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Knap fjernet: Nogen kom ind (instruments.meals.buttons.guest)",
        "Spørgsmål fjernet: Hvad skulle være anderledes? (instruments.asked.items.own_words)",
        "Spørgsmål tilføjet: Hvad skulle være anderledes? (instruments.asked.items.anderledes)",
        "measures.good_meal.period: var „month“, er nu ikke angivet",
        "criteria.better_meals.size: var „0.5“, er nu „1“",
    ]


@pytest.mark.django_db
def test_export_takes_what_is_published_before_the_library(
    house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ud.yaml"
    assert _run("export", DEMO, str(out)) == 0
    from_library = read_playbook(out).playbook
    assert from_library == shelf()[0].read().playbook
    published = read_playbook(starting_text(DEMO)).playbook
    assert published is not None
    publish_playbook(content=published, viewer=system_viewer("test"), at=now())
    assert _run("export", DEMO, str(out), "--version", "1") == 0
    assert read_playbook(out).playbook == published
    assert _run("export", "findes-ikke", str(out)) == 1
    assert "Der er ingen drejebog, der hedder findes-ikke" in capsys.readouterr().err


def test_the_schema_is_printed_or_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("schema") == 0
    printed = json.loads(capsys.readouterr().out)
    assert _run("schema", "--out", str(tmp_path / "s.json")) == 0
    assert json.loads((tmp_path / "s.json").read_text("utf-8")) == printed
    assert "$schema=s.json" in capsys.readouterr().out


def test_without_a_command_it_says_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        _run()
    assert ended.value.code == 2
    with pytest.raises(SystemExit):
        _run("--help")
    out = capsys.readouterr().out
    assert all(f"    {name} " in out for name in ("list", "check", "new", "diff", "export", "schema"))
