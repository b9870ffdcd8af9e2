"""Every kind of instrument: its forms, what it records, what measures read, and what does not fit in it."""

import json
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter

from stillads.kernel.rules import Invalid, RuleError
from stillads.playbooks.format.playbook import AnyInstrument
from stillads.playbooks.kinds import InstrumentDefinition, instrument_kinds
from stillads.playbooks.library import shelf

ANY: TypeAdapter[InstrumentDefinition] = TypeAdapter(AnyInstrument)
DEMO = shelf()[0].read().playbook
WHO5 = {f"who5_{number}": ["6"] for number in range(1, 6)}

# instrument of the demo, form, what is sent, what is read of it by measures
RECORDED: list[tuple[str, str, dict[str, list[str]], dict[str, Any]]] = [
    ("pulse", "answer", {"day": ["4"], "slept": ["yes"], "own_say": ["dont_know"], **WHO5},
     {"day": 4, "slept": "yes", "own_say": None, "own_say_said": "dont_know", "who5": Decimal("100.00"),
      **dict.fromkeys(WHO5, 6)}),
    ("staff_survey", "answer", {"comment": ["Mindre papir"]}, {"comment": "Mindre papir"}),
    ("calls", "event", {"event": ["toilet"], "minutes": ["5"]}, {"event": "toilet", "minutes": 5}),
    ("wish_list", "heard", {"wish": ["Kaffe på sengen"], "area": ["morning"], "on_behalf": ["self"]},
     {"wish": "Kaffe på sengen", "area": "morning", "on_behalf": "self"}),
    ("wish_list", "closed", {"why": ["Køkkenet er lukket"]}, {"why": "Køkkenet er lukket"}),
    ("moving_in", "start", {"resident": ["p1"]}, {"resident": "p1"}),
    ("moving_in", "first_talk", {"needs_therapist": ["yes"], "minutes_sosu_helper": ["30"]},
     {"needs_therapist": "yes", "minutes_sosu_helper": 30}),
    ("moving_in", "cancel", {}, {}),
    ("day_sheet", "version", {"approach": ["Bank på"], "link_2": ["videncenterfordemens.dk"]},
     {}),  # a plan's words stay in the plan
    ("aids", "visit", {"errand": ["try"], "tried": ["3"], "best": ["grip"]},
     {"errand": "try", "tried": Decimal(3), "best": "grip"}),
    ("aids", "return", {"item": ["grip"], "condition": ["repair"]}, {"item": "grip", "condition": "repair"}),
    ("therapists", "present", {"function": ["physio"], "came": ["partly"], "visits.0.about": ["bed"]},
     {"function": "physio", "came": "partly", "visits": 1}),
    ("therapists", "point", {"point": ["Nye beboere"]}, {"point": "Nye beboere"}),
    ("own_time", "spend", {"amount": ["30"], "use": ["walk"], "spent": ["12,50"]},
     {"amount": Decimal(30), "use": "walk", "spent": Decimal("12.50")}),
    ("own_time", "earn", {"amount": ["0,25"]}, {"amount": Decimal("0.25")}),
    ("focus_group", "passage", {"passage": ["Der er mere ro."], "themes": ["calm"], "may_quote": ["yes"]},
     {"passage": "Der er mere ro.", "themes": ["calm"], "may_quote": "yes"}),
    ("absence", "row", {"day": ["2026-08-01"], "sick_days": ["4,5"]},
     {"day": "2026-08-01", "sick_days": Decimal("4.5")}),
]  # fmt: skip

# instrument of the demo, form, what is sent, the field that is refused and why
REFUSED: list[tuple[str, str, dict[str, list[str]], str, str]] = [
    ("calls", "event", {}, "event", "Det skal besvares."),
    ("calls", "event", {"event": ["toilet"], "minutes": ["121"]}, "minutes", "Det er længere end 120 minutter."),
    ("wish_list", "heard", {"area": ["morning"], "on_behalf": ["self"]}, "wish", "Det skal besvares."),
    ("own_time", "spend", {"amount": ["0"], "use": ["walk"]}, "amount", "Skriv et tal, der er mindst 0,25."),
    ("absence", "row", {"day": ["2026-08-01"], "sick_days": ["-1"]}, "sick_days", "Skriv et tal, der er mindst 0."),
    ("therapists", "met", {"minutes": ["5"], "andet": ["x"]}, "andet", "Skemaet er blevet ændret. Åbn det igen."),
]  # fmt: skip


def _demo(key: str) -> InstrumentDefinition:
    assert DEMO is not None
    return DEMO.instrument(key)


def test_every_kind_is_recorded_here() -> None:
    assert {_demo(key).kind for key, *_rest in RECORDED} == set(instrument_kinds())


@pytest.mark.parametrize(("key", "form", "raw", "facts"), RECORDED)
def test_record_and_observe(key: str, form: str, raw: dict[str, list[str]], facts: dict[str, Any]) -> None:
    instrument = _demo(key)
    answers = instrument.record(form, raw)
    assert json.loads(json.dumps(answers)) == answers
    assert instrument.facts(form, answers) == facts
    if instrument.kind != "plan":  # its words are not measured, only that there are some
        assert set(facts) <= set(instrument.observables()) | {"day"}


@pytest.mark.parametrize(("key", "form", "raw", "field", "reason"), REFUSED)
def test_what_is_refused(key: str, form: str, raw: dict[str, list[str]], field: str, reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        _demo(key).record(form, raw)
    assert {name: str(why) for name, why in refused.value.errors.items()} == {field: reason}


def test_a_form_that_is_gone() -> None:
    for instrument in DEMO.instruments if DEMO else ():
        with pytest.raises(RuleError, match="Skemaet er blevet ændret"):
            instrument.record("findes_ikke", {})


def test_the_demo_has_no_flaws_and_names_what_it_needs() -> None:
    assert DEMO is not None
    assert [list(instrument.flaws()) for instrument in DEMO.instruments] == [[] for _each in DEMO.instruments]
    assert list(_demo("pulse").needs()) == [(("wish", "wishes"), "wish_list", "wishes")]


def test_what_the_house_finds_by_itself_is_observable() -> None:
    for instrument in DEMO.instruments if DEMO else ():
        assert set(instrument.derived()) <= set(instrument.observables())
        assert set(instrument.choices()) <= set(instrument.observables())
    case = _demo("moving_in").observables()
    assert {case[f"{step}_on"] for step in ("first_talk", "therapist", "agree", "started", "ended")} == {
        "date"
    }
    assert _demo("moving_in").choices()["outcome"] == {"agreed", "declined"}


def _made(kind: str, **fields: Any) -> InstrumentDefinition:
    base = {"kind": kind, "key": "i", "title": "T", "what": "W", "used_for": "U"}
    return ANY.validate_python(base | fields)


STEP = {"title": "T", "role": "R"}
ENDS = {
    "outcomes": [{"key": "done", "title": "Færdig"}],
    "cancel_reasons": [{"key": "moved", "title": "Flyttet"}],
}


@pytest.mark.parametrize(
    ("steps", "codes"),
    [
        ([{"key": "a", "ways": [{"to": "done", "text": "x"}]}], []),
        ([{"key": "a", "ways": [{"to": "b", "text": "x"}]}], ["unknown_step", "no_way_to_an_end"]),
        ([{"key": "a", "ways": [{"to": "a", "text": "x"}]}], ["no_way_to_an_end"]),
        (
            [
                {"key": "a", "ways": [{"to": "done", "text": "x"}]},
                {"key": "b", "ways": [{"to": "a", "text": "x"}]},
            ],
            ["unreachable_step"],
        ),
        (
            [
                {
                    "key": "a",
                    "ways": [{"to": "done", "text": "x", "when": {"question": "q", "answered": True}}],
                }
            ],
            ["no_way_without_condition"],
        ),
        ([{"key": "done", "ways": [{"to": "done", "text": "x"}]}], ["step_name_taken"]),
        (
            [{"key": "a", "professions": ["doctor"], "ways": [{"to": "done", "text": "x"}]}],
            ["unknown_profession"],
        ),
        (  # a loop that can be left, and one that cannot
            [
                {"key": "a", "ways": [{"to": "b", "text": "x"}, {"to": "c", "text": "y"}]},
                {"key": "b", "ways": [{"to": "a", "text": "x"}, {"to": "done", "text": "y"}]},
                {"key": "c", "ways": [{"to": "d", "text": "x"}]},
                {"key": "d", "ways": [{"to": "c", "text": "x"}]},
            ],
            ["no_way_to_an_end", "no_way_to_an_end"],
        ),
    ],
)
def test_a_flow_that_cannot_work(steps: list[dict[str, Any]], codes: list[str]) -> None:
    case = _made("case", steps=[STEP | step for step in steps], **ENDS)
    assert [code for _path, code, _words in case.flaws()] == codes
    case.forms()  # whatever is wrong with it, it can be drawn


ITEM = {"kind": "short_text", "key": "q", "text": "Q"}
FIELD = {"key": "morning", "title": "Morgen"}


@pytest.mark.parametrize(
    ("made", "flaws"),
    [
        (_made("register", event="E", buttons=[{"key": "a", "text": "A"}], items=[ITEM] * 7),
         [(("items",), "too_many_after_tap")]),
        (_made("register", event="E", buttons=[{"key": "a", "text": "A"}], items=[ITEM] * 6), []),
        (_made("survey", items=[ITEM], anonymous=True), [(("channels",), "anonymous_staff")]),
        (_made("survey", items=[ITEM], waves={"every_days": 7, "days": [1]}), [(("waves",), "interval_and_days")]),
        (_made("survey", items=[ITEM], wish={"wishes": "w", "question": "q", "area": "r"}),
         [(("wish", "area"), "unknown_question")]),
        (_made("plan", fields=[FIELD], links=0), []),
        (_made("plan", fields=[FIELD, FIELD], links=0, hand_over=["night"]),
         [(("hand_over", 0), "unknown_field"), (("fields", 1, "key"), "key_twice")]),
        (_made("plan", fields=[{"key": "link_2", "title": "L"}, {"key": "version", "title": "V"}], links=0),
         [(("fields", 0, "key"), "name_taken"), (("fields", 1, "key"), "name_taken")]),
        (_made("plan", fields=[FIELD], links=1), [(("hosts",), "links_without_hosts")]),
        (_made("series", holder="HR", columns=[{"key": "day", "title": "Dag"}]),
         [(("columns", 0, "key"), "key_twice")]),
    ],
)  # fmt: skip
def test_flaws(made: InstrumentDefinition, flaws: list[tuple[Any, str]]) -> None:
    assert [(path, code) for path, code, _words in made.flaws()] == flaws
