"""Between the parts: what a small change of a sound playbook makes wrong, and what it leaves right."""

from typing import Any

import pytest
from tests.harness.playbooks import playbook_data

from stillads.playbooks.reading import check_data, read_playbook
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


_UNUSED = ("instruments.flow.steps.first_meeting.professions.1", "asked_for_nothing")
_MINUTES = {
    "key": "minutes", "title": "Minutter", "perspective": "economy", "instrument": "flow", "how": "mean",
    "field": "minutes_occupational_therapist", "unit": "minutter",
}  # fmt: skip


def _found(data: dict[str, Any], *codes: str) -> list[tuple[str, str]]:
    """What is wrong with these, wherever it stands (the harness's playbook lacks what pages do not read)."""
    return [(found.key, found.code) for found in check_data(data).problems if found.code in codes]


def _of_flow(data: dict[str, Any]) -> list[tuple[str, str]]:
    return _found(data, "asked_for_nothing")


def _with_question(text: dict[str, Any], *, used: bool = False) -> dict[str, Any]:
    """The flow's first meeting asks one thing more; `used`: whether the training goes on depends on it."""
    data = playbook_data(["flow", "calls"])
    data["measures"].append(_MINUTES)
    step = next(made for made in data["instruments"] if made["key"] == "flow")["steps"][0]
    step["items"].insert(0, text)
    if used:
        step["items"][1]["show_if"] = {"question": text["key"], "answered": True}
    return data


def test_a_step_asks_only_for_what_a_measure_or_a_decision_uses() -> None:
    data = playbook_data(["flow", "calls"])
    assert _of_flow(data) == [_UNUSED]  # the question is used by a way; the minutes by nothing
    data["measures"].append(_MINUTES)
    assert _of_flow(data) == []
    data["measures"][-1] = _MINUTES | {
        "how": "mean",
        "perspective": "nobody",
    }  # not readable, but it names them
    assert _of_flow(data) == []
    asked = {"kind": "short_text", "key": "note", "text": "Andet?"}
    assert _of_flow(_with_question(asked)) == [
        ("instruments.flow.steps.first_meeting.items.note", "asked_for_nothing")
    ]
    assert _of_flow(_with_question(asked, used=True)) == []


def test_a_title_alone_may_ask_what_it_wants() -> None:
    data = playbook_data(["flow"])
    data["source"]["title_only"] = True
    assert _of_flow(data) == []


def test_a_wish_gets_one_of_the_areas_of_its_list() -> None:
    codes = ("unknown_area", "area_no_choice")
    data = playbook_data(["talks", "wishes"])
    assert _found(data, *codes) == []
    talks = data["instruments"][0]
    talks["items"][3]["options"][1] = {"key": "baths", "text": "Bad"}
    path = "instruments.talks.items.wish_area"
    assert _found(data, *codes) == [(f"{path}.options.baths.key", "unknown_area")]
    talks["items"][3] |= {"options": [], "standard": "yes_no"}
    assert _found(data, *codes) == [(f"{path}.standard", "unknown_area")]
    talks["wish"]["area"] = "mood"
    assert _found(data, *codes) == [("instruments.talks.wish.area", "area_no_choice")]


DISTINCT = "how: distinct\n    field: actor\n    distinct_per: participant\n"


@pytest.mark.parametrize(
    ("how", "codes"),
    [
        (DISTINCT + "    distinct_days: 14\n    distinct_each_day: 2\n", []),
        (DISTINCT + "    distinct_each_day: 2\n", ["measure_needs"]),
        ("how: distinct\n    field: actor\n    by: [participant]\n", ["unknown_fact"]),
        ("how: count\n    distinct_each_day: 2\n", ["measure_has_no_use", "measure_needs"]),
        ("how: mean\n    field: actor\n", ["unknown_fact"]),
    ],
)
def test_different_ones_may_be_counted_by_who_and_for_whom(how: str, codes: list[str]) -> None:
    text = START.replace(COUNT, f"    {how}", 1).replace("    by: [event]\n", "", 1)
    assert sorted(problem.code for problem in read_playbook(text).problems) == codes


@pytest.mark.parametrize(
    ("opening", "ever"),
    [
        ({"trial": False, "windows": ["early"]}, False),
        ({"trial": False, "baseline": True, "windows": ["early"]}, True),
        ({"trial": False, "baseline": True, "windows": ["late"]}, False),
        ({"windows": ["early"]}, False),
        ({"windows": ["late"]}, True),
        ({"windows": ["early", "late"]}, True),
        ({"trial": False, "after": True}, True),
        ({"trial": False}, False),
    ],
)
def test_a_window_opens_nothing_by_itself(opening: dict[str, Any], ever: bool) -> None:
    data = playbook_data(["calls"])
    data["windows"] = [
        {"key": "early", "title": "Førmåling", "first_day": -7, "days": 7},
        {"key": "late", "title": "Uge 23", "first_day": 8, "days": 7},
    ]
    data["instruments"][0]["open"] = opening
    assert _found(data, "never_open") == ([] if ever else [("instruments.calls.open", "never_open")])
