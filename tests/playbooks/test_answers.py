"""From what was sent to typed answers: sections, groups, scales, conditions; and any answers can be told."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from stillads.kernel.rules import Invalid
from stillads.playbooks.format.answers import fact_types, facts_of, read_answers, said
from stillads.playbooks.format.items import Item, Items
from stillads.playbooks.library import shelf

ITEMS: TypeAdapter[tuple[Item, ...]] = TypeAdapter(Items)
FORM = ITEMS.validate_python(
    [
        {"kind": "single_choice", "key": "slept", "text": "Sov du godt?", "standard": "yes_no", "required": True},
        {
            "kind": "section",
            "title": "Natten",
            "show_if": {"question": "slept", "is": "no"},
            "items": [
                {"kind": "short_text", "key": "why", "text": "Hvorfor ikke?", "required": True},
                {
                    "kind": "group",
                    "key": "wakings",
                    "title": "Hver gang",
                    "at_most": 2,
                    "items": [
                        {"kind": "time", "key": "at", "text": "Hvornår?", "required": True},
                        {"kind": "single_choice", "key": "help", "text": "Hjælp?", "standard": "yes_no"},
                        {
                            "kind": "short_text", "key": "who", "text": "Hvem?",
                            "show_if": {"question": "help", "is": "yes"},
                        },
                    ],
                },
            ],
        },
        {"kind": "scale", "key": "w", "scale": "who5"},
    ]
)  # fmt: skip


def _errors(raw: dict[str, list[str]]) -> dict[str, str]:
    with pytest.raises(Invalid) as refused:
        read_answers(FORM, raw)
    return {name: str(reason) for name, reason in refused.value.errors.items()}


def test_what_is_not_shown_is_neither_asked_nor_kept() -> None:
    assert read_answers(FORM, {"slept": ["yes"], "why": ["hemmeligt"]}) == {"slept": "yes"}


def test_what_is_shown_and_required_is_asked_for() -> None:
    assert _errors({"slept": ["no"], "why": [" "]}) == {"why": "Det skal besvares."}
    assert _errors({}) == {"slept": "Det skal besvares."}


def test_rows_of_a_group() -> None:
    raw = {
        "slept": ["no"],
        "why": ["Støj"],
        "wakings.0.at": ["2.15"],
        "wakings.0.help": ["yes"],
        "wakings.0.who": ["Nattevagten"],
        "wakings.1.at": [""],
        "wakings.7.at": ["4.00"],
        "wakings.7.help": ["no"],
        "wakings.7.who": ["vises ikke"],
    }
    answers = read_answers(FORM, raw)
    assert answers["wakings"] == [
        {"at": "02:15", "help": "yes", "who": "Nattevagten"},
        {"at": "04:00", "help": "no"},
    ]
    assert facts_of(FORM, answers) == {"slept": "no", "why": "Støj", "wakings": 2}
    assert said(FORM, answers)[2:] == [
        ("Hvornår?", "02.15"), ("Hjælp?", "Ja"), ("Hvem?", "Nattevagten"), ("Hvornår?", "04.00"), ("Hjælp?", "Nej"),
    ]  # fmt: skip


def test_too_many_rows_and_a_row_that_lacks_something() -> None:
    raw = {"slept": ["no"], "why": ["x"], **{f"wakings.{n}.at": ["1.00"] for n in range(3)}}
    assert _errors(raw) == {"wakings": "Her kan du højst skrive 2."}
    assert _errors({"slept": ["no"], "why": ["x"], "wakings.3.help": ["yes"]}) == {
        "wakings.3.at": "Det skal besvares."
    }


def test_a_field_that_the_form_does_not_have() -> None:
    changed = "Skemaet er blevet ændret. Åbn det igen."
    assert _errors({"slept": ["yes"], "ny": ["x"], "wakings.0.ny": ["x"]}) == {
        "ny": changed,
        "wakings.0.ny": changed,
    }


def test_a_scale_has_a_score_when_all_of_it_is_answered() -> None:
    raw = {"slept": ["yes"], **{f"w_{n}": [str(n)] for n in range(1, 6)}}
    answers = read_answers(FORM, raw)
    assert facts_of(FORM, answers)["w"] == Decimal("40.00")  # (0+1+2+3+4) of 25
    del answers["w_5"]
    facts = facts_of(FORM, answers)
    assert "w" not in facts
    assert facts["w_4"] == 4
    staff = ITEMS.validate_python([{"kind": "scale", "key": "s", "scale": "staff"}])
    assert facts_of(staff, {f"s_{n}": 5 for n in range(1, 5)})["s"] == Decimal("100.00")
    assert "s" not in facts_of(staff, {f"s_{n}": 5 for n in range(1, 4)})


DEMO = shelf()[0].read().playbook
FORMS = [items for made in DEMO.instruments for items in made.forms().values() if items] if DEMO else []


def _names(items: Items) -> list[str]:
    found: list[str] = []
    for item in items:
        if item.kind == "section":
            found += _names(item.items)  # type: ignore[union-attr]  # a section by its kind
        elif item.kind == "group":
            found += [f"{item.key}.{row}.{q.key}" for row in (0, 1) for q in item.items]  # type: ignore[union-attr]
        elif item.kind == "scale":
            found += [question.key for question in item.questions]  # type: ignore[union-attr]
        else:
            found.append(item.key)  # type: ignore[union-attr]
    return found


PLAUSIBLE = st.sampled_from(
    ["1", "2", "5", "7,5", "yes", "no", "partly", "dont_know", "toilet", "other", "walk", "bath", "area", "for",
     "2026-08-23", "23-8-2026", "7.30", "45 min", "1:30", "En tekst", "abc", "morning", "meals", "self", "staff"]
)  # fmt: skip


@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_whatever_is_read_can_be_said_measured_and_stored(data: st.DataObject) -> None:
    items = data.draw(st.sampled_from(FORMS))
    text = st.one_of(PLAUSIBLE, st.text(max_size=8))
    raw = data.draw(st.dictionaries(st.sampled_from(_names(items)), st.lists(text, max_size=2), max_size=12))
    try:
        answers = read_answers(items, raw)
    except Invalid as refused:
        assert all(str(reason) for reason in refused.errors.values())
        answers = _without(items, raw, set(refused.errors))
    stored: Any = json.loads(json.dumps(answers))
    assert stored == answers
    told = said(items, stored)
    assert all(bool(question) for question, _answer in told)
    assert len(told) >= len([key for key in answers if not isinstance(answers[key], list)])
    assert set(facts_of(items, stored)) <= set(fact_types(items))


def _without(items: Items, raw: dict[str, list[str]], wrong: set[str]) -> dict[str, Any]:
    """The answers once the refused fields are emptied; nothing where the form then lacks something."""
    try:
        return read_answers(items, {name: texts for name, texts in raw.items() if name not in wrong})
    except Invalid:
        return {}
