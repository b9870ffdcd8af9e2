"""Every kind of question: what it reads, how it says it back, what measures get of it, and what it refuses."""

import json
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter
from tests.conftest import Freeze

from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import RuleError
from stillads.playbooks.format.items import AnyQuestion
from stillads.playbooks.questions import Question, question_kinds

OPTIONS = [{"key": "a", "text": "Alene"}, {"key": "b", "text": "Begge"}, {"key": "c", "text": "Ingen"}]
ANY: TypeAdapter[Question] = TypeAdapter(AnyQuestion)


def _made(kind: str, **fields: Any) -> Question:
    return ANY.validate_python({"kind": kind, "key": "q", "text": "Spørgsmål", **fields})


GOOD: list[tuple[Question, list[str], Any, str, dict[str, Any]]] = [
    (_made("single_choice", options=OPTIONS), ["b"], "b", "Begge", {"q": "b"}),
    (_made("single_choice", standard="yes_no"), ["no"], "no", "Nej", {"q": "no"}),
    (_made("multiple_choice", options=OPTIONS), ["c", "a"], ["a", "c"], "Alene, Ingen", {"q": ["a", "c"]}),
    (_made("likert", scale="agree"), ["5"], 5, "Helt enig", {"q": 5, "q_said": 5}),
    (_made("likert", scale="agree"), ["dont_know"], "dont_know", "Ved ikke", {"q": None, "q_said": "dont_know"}),
    (_made("likert", points=["Nej", "Ja"]), ["1"], 1, "Nej", {"q": 1, "q_said": 1}),
    (_made("smiley"), ["4"], 4, "Godt", {"q": 4}),
    (_made("number", unit="km", decimals=1), ["1.234,5"], "1234.5", "1.234,5 km", {"q": Decimal("1234.5")}),
    (_made("number", at_least=0, at_most=10), ["10"], "10", "10", {"q": Decimal(10)}),
    (_made("money"), ["1.250,50"], "1250.5", "1.250,50 kr.", {"q": Decimal("1250.50")}),
    (_made("money"), ["40"], "40", "40 kr.", {"q": Decimal(40)}),
    (_made("date"), ["23-8-2026"], "2026-08-23", "23. august 2026", {"q": "2026-08-23"}),
    (_made("date"), ["2026-08-23"], "2026-08-23", "23. august 2026", {"q": "2026-08-23"}),
    (_made("time"), ["7.30"], "07:30", "07.30", {"q": "07:30"}),
    (_made("time"), ["23:59:10"], "23:59", "23.59", {"q": "23:59"}),
    (_made("duration"), ["45"], 45, "45 min.", {"q": 45}),
    (_made("duration"), ["1:30"], 90, "90 min.", {"q": 90}),
    (_made("duration"), ["1 t 30 min"], 90, "90 min.", {"q": 90}),
    (_made("duration"), ["2 timer"], 120, "120 min.", {"q": 120}),
    (_made("short_text"), [" En  linje\nkun "], "En linje kun", "En linje kun", {"q": "En linje kun"}),
    (_made("long_text"), ["En\nto"], "En\nto", "En\nto", {"q": "En\nto"}),
    (_made("citizen"), ["p_3x-9"], "p_3x-9", "p_3x-9", {"q": "p_3x-9"}),
    (_made("employee"), ["abc"], "abc", "abc", {"q": "abc"}),
    (_made("unit"), ["abc"], "abc", "abc", {"q": "abc"}),
    (_made("catalogue_item"), ["chair"], "chair", "chair", {"q": "chair"}),
    (_made("photo"), ["abc"], "abc", "taget", {"q": "abc"}),
]  # fmt: skip

BAD: list[tuple[Question, list[str], str]] = [
    (_made("single_choice", options=OPTIONS), ["d"], "Vælg et af svarene på listen."),
    (_made("single_choice", options=OPTIONS), ["a", "b"], "Vælg ét svar."),
    (_made("multiple_choice", options=OPTIONS, at_most=1), ["a", "b"], "Vælg højst 1."),
    (_made("multiple_choice", options=OPTIONS), ["x"], "Vælg et af svarene på listen."),
    (_made("likert", scale="agree"), ["6"], "Vælg et af trinene på skalaen."),
    (_made("likert", scale="agree"), ["0"], "Vælg et af trinene på skalaen."),
    (_made("likert", scale="agree", dont_know=False), ["dont_know"], "Vælg et af trinene på skalaen."),
    (_made("smiley"), ["6"], "Vælg et af ansigterne."),
    (_made("number"), ["7,5"], "Skriv et helt tal."),
    (_made("number", decimals=1), ["7,55"], "Skriv et tal med højst 1 decimaler."),
    (_made("number", at_least=1), ["0"], "Skriv et tal, der er mindst 1."),
    (_made("number", at_most=1000), ["1001"], "Skriv et tal, der er højst 1.000."),
    (_made("number", at_least=1, at_most=5), ["6"], "Skriv et tal mellem 1 og 5."),
    (_made("number"), ["NaN"], "Skriv et tal, for eksempel 7,5."),
    (_made("number"), ["9" * 13], "Skriv et helt tal."),
    (_made("number"), ["1E100"], "Skriv et helt tal."),
    (_made("money"), ["-1"], "Skriv et tal, der er mindst 0."),
    (_made("date"), ["31-2-2026"], "Skriv en dato, for eksempel 23-8-2026."),
    (_made("date", days_back=7), ["2026-08-15"], "Datoen ligger for langt tilbage. Skriv en fra de sidste 7 dage."),
    (_made("date", days_ahead=0), ["2026-08-24"], "Datoen ligger for langt ude i fremtiden."),
    (_made("time"), ["25:00"], "Skriv et klokkeslæt, for eksempel 7.30."),
    (_made("time"), ["snart"], "Skriv et klokkeslæt, for eksempel 7.30."),
    (_made("duration"), ["længe"], "Skriv, hvor længe det varede, for eksempel 45 min."),
    (_made("duration", at_most=60), ["61"], "Det er længere end 60 minutter."),
    (_made("short_text", longest=5), ["for langt"], "Skriv det kortere: højst 5 bogstaver."),
    (_made("long_text"), ["Spørg 010190-1234"], "Teksten ser ud til at indeholde et CPR-nummer."),
    (_made("citizen"), ["<script>"], "Vælg fra listen."),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _today(freeze: Freeze) -> None:
    freeze(datetime(2026, 8, 23, 12, tzinfo=COPENHAGEN))


def test_every_kind_is_here() -> None:
    assert {question.kind for question, *_rest in GOOD} == set(question_kinds())
    assert {question.kind for question, *_rest in BAD} >= set(question_kinds()) - {
        "employee", "unit", "catalogue_item", "photo"  # read as a citizen is
    }  # fmt: skip


@pytest.mark.parametrize(("question", "raw", "value", "said", "facts"), GOOD)
def test_read_say_facts(
    question: Question, raw: list[str], value: Any, said: str, facts: dict[str, Any]
) -> None:
    read = question.read(raw)
    assert read == value
    assert question.say(read) == said
    assert question.facts(read) == facts
    assert set(question.fact_types()) == set(facts)
    assert json.loads(json.dumps(read)) == read
    values = question.values()
    given = read if isinstance(read, list) else [read]
    assert values is None or {str(each) for each in given} <= values


@pytest.mark.parametrize(("question", "raw", "reason"), BAD)
def test_a_refusal_says_why(question: Question, raw: list[str], reason: str) -> None:
    with pytest.raises(RuleError) as refused:
        question.read(raw)
    assert str(refused.value.reason).startswith(reason)


def test_a_bound_may_be_met_exactly() -> None:
    assert _made("date", days_back=7).read(["2026-08-16"]) == "2026-08-16"
    assert _made("date", days_ahead=1).read(["2026-08-24"]) == "2026-08-24"
    assert _made("duration", at_most=60).read(["60"]) == 60
    assert _made("short_text", longest=5).read(["præci"]) == "præci"
