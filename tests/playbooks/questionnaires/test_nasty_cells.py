"""Any cell may hold anything: every file becomes a form that holds, or one sentence."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some
from pydantic import TypeAdapter
from tests.playbooks.questionnaires.sheets import redcap, xlsform

from stillads.playbooks.format.items import Items
from stillads.playbooks.questionnaires.reading import read_questionnaire
from stillads.playbooks.questionnaires.refusals import Unreadable
from stillads.playbooks.questionnaires.yaml import items_as_data

_WORDS = (
    "",
    "a",
    "b",
    "yes",
    "1",
    "-1",
    "0",
    "1e9",
    "NaN",
    "x" * 250,
    "A. B? " * 60,
    "${a}",
    "${a} = '1'",
    "[a] = '1'",
    "[c(1)] = '1'",
    "not(${a} = '') and ${c} > 2",
    ". > 5 and . < 2",
    ". = ",
    "1, Ja | 2, Nej",
    "1,x|1,y|,|3",
    "<b>",
    "<",
    "**a ** a",
    "start=9 end=1 step=0",
    "likert",
    "today()",
    "@DEFAULT='7' @CHARLIMIT=0",
    "((((",
    "999999999999999999999",
    "æ\u0300\u202e",
    "\t",
    "=1+1",
    "'",
    "${",
    "æøå",
)
_TYPES = (
    "text",
    "integer",
    "decimal",
    "range",
    "date",
    "dateTime",
    "time",
    "select_one l",
    "select_multiple l or_other",
    "select_one m",
    "note",
    "begin_group",
    "end_group",
    "begin_repeat",
    "end_repeat",
    "acknowledge",
    "barcode",
    "image",
    "notes",
    "radio",
    "checkbox",
    "yesno",
    "truefalse",
    "slider",
    "descriptive",
    "dropdown",
    "?",
)
WORD = some.sampled_from(_WORDS)
TYPE = some.sampled_from(_TYPES)
_CALM = settings(max_examples=80, deadline=None)
_items: TypeAdapter[Any] = TypeAdapter(Items)


def _holds(data: bytes) -> None:
    try:
        read = read_questionnaire(data)
    except Unreadable as refused:
        assert str(refused.reason).strip()
        return
    assert _items.validate_python(json.loads(json.dumps(items_as_data(read.items)))) == read.items
    assert all(field.became or field.why for field in read.report.fields)


@_CALM
@given(
    rows=some.lists(some.tuples(TYPE, *[WORD] * 9), max_size=6),
    answers=some.lists(some.tuples(WORD, WORD), max_size=5),
)
def test_an_xlsform_of_any_cells(rows: list[tuple[str, ...]], answers: list[tuple[str, ...]]) -> None:
    head = (
        "type",
        "name",
        "label",
        "hint",
        "required",
        "relevant",
        "constraint",
        "appearance",
        "parameters",
        "default",
    )
    choices = [("list_name", "name", "label"), *(("l", *answer) for answer in answers)]
    _holds(xlsform([head, ("text", "a", "A?"), *rows], choices))


@_CALM
@given(rows=some.lists(some.tuples(TYPE, *[WORD] * 9), max_size=6))
def test_a_dictionary_of_any_cells(rows: list[tuple[str, ...]]) -> None:
    names = ("type", "name", "label", "note", "required", "branching", "low", "high", "choices", "annotation")
    first = {"name": "a", "type": "text", "label": "A?"}
    _holds(redcap(first, *(dict(zip(names, row, strict=True)) | {"validation": row[7]} for row in rows)))


def test_cells_made_to_take_for_ever_do_not() -> None:
    for text in ("**a " * 5000, "<" * 20_000, "<!--" * 5000, "<style>" * 2500, "[" * 20_000, "_ " * 10_000):
        _holds(redcap({"name": "a", "type": "text", "label": text}))
    same = [{"name": "a", "type": "text", "label": "x"}] * 5000
    assert read_questionnaire(redcap(*same)).report.mapped == 5000
