"""Every mistake that a playbook can hold gets its own message, at its own place, all of them at once."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from stillads.playbooks.format.canonical import data_of
from stillads.playbooks.library import shelf
from stillads.playbooks.reading import Reading, Vocabulary, check_data, read_playbook
from stillads.playbooks.reading.limits import MOST_PROBLEMS
from stillads.playbooks.reading.sentences import SENTENCES
from stillads.playbooks.starting import starting_text

WRONG = Path(__file__).parent / "wrong"
HOUSE = Vocabulary(themes=("aeldrepleje", "boligen"), legal_bases=("aeldreloven-10",), folder=None)
START = starting_text("a-b")

NEED_A_CONTEXT = {"unreadable_file", "not_utf8", "key_not_folder"}  # seen in test_hostile and test_library
A_FALLBACK = {"does_not_fit"}  # for what a newer pydantic may find

ALONE: dict[str, str] = {
    "too_large": "x" * 300_000,
    "too_many": "a: [" + "x," * 30_000 + "]",
    "too_deep": "a: " + "[" * 60,
    "unprintable": "a: \x07",
    "tab": "\ta: x",
    "nothing_there": "",
    "no_mapping": "- a\n- b",
    "alias": "a: *b",
    "anchor": "a: &b c",
    "tag": "a: !!str b",
    "key_twice_in_file": "a: b\na: c",
    "key_no_text": "? {a: b}\n: c",
    "several_documents": "a: b\n---\na: b",
    "yaml": "%YAML x\n---\na: b",
    "yaml_colon": "a: b: c",
    "yaml_no_colon": "a: b\nc\n",
    "yaml_quote": "a: 'b",
    "yaml_escape": 'a: "\\q"',
    "yaml_odd_start": "a: `b",
    "yaml_bracket": "a: [b",
    "yaml_indentation": "a:\n  - b\n - c",
    "format_missing": START.replace("format: 1", "# format: 1"),
    "format_unknown": START.replace("format: 1", "format: et"),
    "format_newer": START.replace("format: 1", "format: 2"),
    "no_primary": START.replace("    primary: true\n", ""),
    "no_guardrail": START.replace("    guardrail: true\n", "").replace("not_worse", "unchanged"),
    "no_criteria": START[: START.index("criteria:")] + "decision_rule: Vi ser.\n",
    "no_instruments": re.sub(r"(?s)instruments:.*?(?=# Hvad der regnes)", "", START),
    "no_windows": START.replace("period: month", "period: window"),
}


@pytest.fixture(scope="module")
def everything() -> Reading:
    return read_playbook((WRONG / "everything.yaml").read_text("utf-8"), vocabulary=HOUSE)


def _marked() -> Counter[tuple[int, str]]:
    """The codes that the file's own remarks announce, by line; what stands in brackets is for people."""
    found: Counter[tuple[int, str]] = Counter()
    for number, line in enumerate((WRONG / "everything.yaml").read_text("utf-8").splitlines(), start=1):
        remark = re.sub(r"\(.*?\)", "", line.partition("#")[2]) if number > 1 else ""
        found.update((number, code) for code in re.findall(r"[a-z_0-9]{4,}", remark))
    return found


def test_each_mistake_is_found_on_its_line_and_nothing_else(everything: Reading) -> None:
    assert everything.playbook is None
    assert Counter((problem.line, problem.code) for problem in everything.problems) == _marked()


@pytest.mark.parametrize("language", ["da", "en"])
def test_they_are_told_in_full(everything: Reading, language: str) -> None:
    told = [problem.say(language) for problem in everything.problems]
    assert told == (WRONG / f"everything.{language}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("code", ALONE)
def test_a_mistake_that_stands_alone(code: str) -> None:
    problems = read_playbook(ALONE[code], vocabulary=HOUSE).problems
    assert code in [problem.code for problem in problems]
    if ALONE[code].startswith("# En drejebog"):
        assert {problem.code for problem in problems} <= {code, "unknown_instrument"}


def test_every_mistake_there_is_has_been_made(everything: Reading) -> None:
    made = {problem.code for problem in everything.problems} | set(ALONE) | NEED_A_CONTEXT | A_FALLBACK
    assert made == set(SENTENCES)


def test_data_without_a_file_has_keys_and_no_lines() -> None:
    reading = check_data({"format": 1, "key": "a-b", "theme": 3})
    theme = next(problem for problem in reading.problems if problem.key == "theme")
    assert (theme.line, theme.column, theme.path) == (None, None, ("theme",))
    assert theme.say("en").startswith("theme: A text belongs here.")
    assert theme.as_json()["da"] == theme.say("da")
    assert [p.code for p in check_data(["a"]).problems] == ["no_mapping"]
    assert [p.code for p in check_data(None).problems] == ["no_mapping"]


def test_nobody_gets_more_problems_than_can_be_read() -> None:
    many = "format: 1\n" + "".join(f"k{number}: x\n" for number in range(1000))
    assert len(read_playbook(many).problems) == MOST_PROBLEMS


def test_a_title_alone_needs_no_measures() -> None:
    title_only = re.sub(r"(?s)instruments:.*", "", START).replace(
        "  text: Skriv,", "  title_only: true\n  text: Skriv,"
    )
    reading = read_playbook(re.sub(r"      indicator: .*\n", "", title_only))
    assert [problem.say("da") for problem in reading.problems] == []


@pytest.mark.parametrize(
    ("said", "meant"),
    [("checkbox", "multiple_choice"), ("integer", "number"), ("textarea", "long_text"), ("smily", "smiley")],
)
def test_words_of_other_tools_are_understood(said: str, meant: str) -> None:
    text = START.replace("kind: smiley", f"kind: {said}")
    found = [p.say("en") for p in read_playbook(text).problems if p.code == "one_of"]
    assert [line.endswith(f"Found “{said}”. Did you mean “{meant}”?") for line in found] == [True]


def _mutated(data: Any, replacement: Any) -> Any:
    """Every value of the demo in turn exchanged for something that does not belong there."""
    if isinstance(data, dict):
        for key in data:
            yield {**data, key: replacement}
            for inner in _mutated(data[key], replacement):
                yield {**data, key: inner}
    elif isinstance(data, list) and data:
        for inner in _mutated(data[0], replacement):
            yield [inner, *data[1:]]


def test_whatever_is_exchanged_it_is_told_and_never_breaks() -> None:
    demo = shelf()[0].read().playbook
    assert demo is not None
    seen = 0
    for changed in _mutated(data_of(demo), {"uventet": [None]}):
        problems = check_data(changed).problems
        assert problems
        assert "does_not_fit" not in {problem.code for problem in problems}
        assert all(problem.say("da") for problem in problems[:2])
        seen += 1
    assert seen > 80
