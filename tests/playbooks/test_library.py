"""The library: everything in it holds, and the demo playbook shows all there is."""

from pathlib import Path

import pytest

from stillads.cli.playbook.finding import vocabulary
from stillads.playbooks.checks.base import parts_within
from stillads.playbooks.format.items import Group, Scale, Section
from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.kinds import instrument_kinds
from stillads.playbooks.library import Shelved, shelf, shelved
from stillads.playbooks.questions import Question, question_kinds
from stillads.playbooks.reading import read_playbook
from stillads.playbooks.starting import starting_text

DEMO = "demo-alle-redskaber"


def _demo() -> Playbook:
    found = shelved(DEMO)
    assert found is not None
    playbook = found.read().playbook
    assert playbook is not None
    return playbook


@pytest.mark.parametrize("each", shelf(), ids=lambda each: each.name)
@pytest.mark.django_db
def test_every_playbook_holds(each: Shelved) -> None:
    assert [problem.say("da") for problem in each.read(vocabulary()).problems] == []


def test_the_demo_uses_every_kind_of_instrument_and_question() -> None:
    demo = _demo()
    assert {instrument.kind for instrument in demo.instruments} == set(instrument_kinds())
    parts = [part for instrument in demo.instruments for _path, part in parts_within((), instrument)]
    assert {part.kind for part in parts if isinstance(part, Question)} == set(question_kinds())
    assert {Group, Scale, Section} <= {type(part) for part in parts}
    assert {measure.how for measure in demo.measures} >= {"rate", "lead_time", "balance", "score", "distinct"}


def test_the_minutes_a_week_are_the_sum_of_the_instruments() -> None:
    demo = _demo()
    by_hand = sum(i.cost.seconds * i.cost.times_a_week for i in demo.instruments if i.cost) / 60
    assert demo.minutes_a_week == pytest.approx(by_hand)
    assert by_hand > 0


def test_the_newest_version_is_found_and_foreign_folders_are_passed_over(tmp_path: Path) -> None:
    for key, version in (("a-b", "1"), ("a-b", "10"), ("a-b", "9"), ("a-b", "udkast"), ("c-d", "1")):
        folder = tmp_path / key / version
        folder.mkdir(parents=True)
        (folder / "playbook.yaml").write_text(starting_text(key), "utf-8")
    found = shelf(tmp_path)
    assert [(each.key, each.version) for each in found] == [("a-b", 1), ("a-b", 9), ("a-b", 10), ("c-d", 1)]
    assert all(each.read().problems == () for each in found)


def test_a_playbook_lies_in_a_folder_of_its_own_name(tmp_path: Path) -> None:
    folder = tmp_path / "andet-navn" / "1"
    folder.mkdir(parents=True)
    (folder / "playbook.yaml").write_text(starting_text("et-navn"), "utf-8")
    (problem,) = shelf(tmp_path)[0].read().problems
    assert (problem.code, problem.key) == ("key_not_folder", "key")
    assert problem.say("da").endswith("Der står „et-navn“. Mente du „andet-navn“?")


@pytest.mark.parametrize("key", ["Æbler", "1-2", "a", "x: y", 'x"y', "to\nlinjer", "FORMAT"])
def test_a_key_that_is_none_is_told_and_nothing_else(key: str) -> None:
    codes = {problem.code for problem in read_playbook(starting_text(key)).problems}
    assert codes == {"slug_shape"}
