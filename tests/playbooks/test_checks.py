"""Between the parts: what a small change of a sound playbook makes wrong, and what it leaves right."""

import pytest

from stillads.playbooks.reading import read_playbook
from stillads.playbooks.starting import starting_text

START = starting_text("a-b")


def _codes(*changes: tuple[str, str]) -> list[tuple[str, str]]:
    text = START
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return [(problem.key, problem.code) for problem in read_playbook(text).problems]


SHOW_IF = "show_if: {question: good_meal, at_most: 3}"
COUNT = "    how: count\n"


@pytest.mark.parametrize(
    "changes",
    [
        [(SHOW_IF, "show_if: {any: [{question: good_meal, is: [1, 2]}, {question: good_meal, is_not: 5}]}")],
        [(COUNT, COUNT + "    where: {question: weekday, is: [6, 7]}\n")],
        [(COUNT, COUNT + "    where: {question: hour, at_least: 17}\n")],
        [("by: [event]", "by: [event, weekday, form]")],
        [("by: [event]", "by: [event, who_answered]")],
        [("how: mean", "how: score")],
        [("    unit: afbrydelser\n", "    unit: afbrydelser\n    chart: c\n")],
    ],
)
def test_what_may_be_said(changes: list[tuple[str, str]]) -> None:
    assert _codes(*changes) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            [("key: own_words", "key: who_answered")],
            ("instruments.asked.items.who_answered.key", "name_taken"),
        ),
        ([("key: own_words", "key: weekday")], ("instruments.asked.items.weekday.key", "name_taken")),
        (
            [("short_text\n    ", "smiley\n    "), ("key: own_words", "key: good_meal")],
            ("instruments.asked.items.good_meal.key", "key_twice"),
        ),
        (
            [(COUNT, COUNT + "    where: {none: [{question: weekday, is: 8}]}\n")],
            ("measures.interruptions.where.none.1.is", "unknown_value"),
        ),
        (
            [("open: {baseline: true, trial: true}", "open: {trial: true}")],
            ("measures.interruptions.baseline", "no_baseline"),
        ),
        (
            [(SHOW_IF, "show_if: {all: [{question: good_meal, is: 6}]}")],
            ("instruments.asked.items.own_words.show_if.all.1.is", "unknown_value"),
        ),
    ],
)
def test_what_may_not(changes: list[tuple[str, str]], expected: tuple[str, str]) -> None:
    assert _codes(*changes) == [expected]


def test_a_part_that_cannot_be_read_does_not_make_others_wrong() -> None:
    broken = ("    used_for: Tallet står på tavlen hver mandag.\n", "")
    assert _codes(broken) == [("instruments.meals.used_for", "missing")]
    again = _codes(broken, ("instrument: asked", "instrument: aked"))
    assert again == [
        ("instruments.meals.used_for", "missing"),
        ("measures.good_meal.instrument", "unknown_instrument"),
    ]
