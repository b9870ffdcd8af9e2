"""Conditions of XLSForm and REDCap: what can be said, and the reason where it cannot."""

from typing import Any

import pytest

from stillads.playbooks.format.canonical import parts_of
from stillads.playbooks.questionnaires.logic.names import Known, Names
from stillads.playbooks.questionnaires.logic.parser import parse
from stillads.playbooks.questionnaires.logic.tokens import Dialect
from stillads.playbooks.questionnaires.logic.translate import condition_of
from stillads.playbooks.questionnaires.refusals import CannotSay
from stillads.playbooks.questions.multiple_choice import MultipleChoice
from stillads.playbooks.questions.number import Number
from stillads.playbooks.questions.options import Option
from stillads.playbooks.questions.references import Photo
from stillads.playbooks.questions.single_choice import SingleChoice
from stillads.playbooks.questions.texts import ShortText

OPTIONS = tuple(Option(key=key, text=key) for key in ("bad", "mad", "andet"))
CODES = {"1": "bad", "2": "mad", "3": "andet"}


def _names() -> Names:
    names = Names()
    names.add("n", Known(Number(key="n", text="n"), 1))
    names.add("d", Known(Number(key="d", text="d", decimals=2), 2))
    names.add("one", Known(SingleChoice(key="one", text="one", options=OPTIONS), 3, CODES))
    names.add("many", Known(MultipleChoice(key="many", text="many", options=OPTIONS), 4, CODES))
    names.add("t", Known(ShortText(key="t", text="t"), 5))
    names.add("foto", Known(Photo(key="foto", text="foto"), 6))
    names.add("inde", Known(ShortText(key="inde", text="inde"), 7, {}, "gruppe"))
    names.add("senere", Known(ShortText(key="senere", text="senere"), 99))
    names.lose("tabt")
    return names


def _said(expression: str, dialect: Dialect) -> Any:
    names = _names()
    term = parse(expression, dialect)
    return parts_of(condition_of(term, lambda name: names.find(name, order=50, group="")))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("${one} = '1'", {"question": "one", "is": ["bad"]}),
        ("'1' = ${one}", {"question": "one", "is": ["bad"]}),
        ("${one}='1' or ${one} = \"2\"", {"question": "one", "is": ["bad", "mad"]}),
        ("${one} != '1' and ${one} != '2'", {"question": "one", "is_not": ["bad", "mad"]}),
        ("${one} > 1", {"question": "one", "is": ["mad", "andet"]}),
        ("${one} != ''", {"question": "one", "answered": True}),
        ("not(${one} != '')", {"question": "one", "answered": False}),
        ("selected(${many}, '3')", {"question": "many", "is": ["andet"]}),
        ("not(selected(${many}, '3'))", {"question": "many", "is_not": ["andet"]}),
        ("selected(${many}, '3') = true()", None),
        ("count-selected(${many}) > 0", {"question": "many", "answered": True}),
        ("string-length(${t}) = 0", {"question": "t", "answered": False}),
        ("${n} >= 2 and ${n} <= 5", {"question": "n", "at_least": "2", "at_most": "5"}),
        ("${n} < 5 and 2 < ${n}", {"question": "n", "at_least": "3", "at_most": "4"}),
        ("${n} = -2", {"question": "n", "at_least": "-2", "at_most": "-2"}),
        ("${n} != 2", {"none": [{"question": "n", "at_least": "2", "at_most": "2"}]}),
        (
            "${d} > 2.5",
            {"all": [{"question": "d", "answered": True}, {"none": [{"question": "d", "at_most": "2.5"}]}]},
        ),
        ("/data/gruppe/n >= 2", {"question": "n", "at_least": "2"}),
        ("${t} = ‘ja’", {"question": "t", "is": ["ja"]}),
        (
            "(${n} > 1 or ${t} = 'x') and not(${one} = '1' or ${n} > 7)",
            {
                "all": [
                    {"any": [{"question": "n", "at_least": "2"}, {"question": "t", "is": ["x"]}]},
                    {"none": [{"question": "one", "is": ["bad"]}, {"question": "n", "at_least": "8"}]},
                ]
            },
        ),
    ],
)
def test_xpath(expression: str, expected: Any) -> None:
    if expected is None:
        with pytest.raises(CannotSay, match="sammenligner to svar"):
            _said(expression, "xlsform")
    else:
        assert _said(expression, "xlsform") == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("[one] = '1'", {"question": "one", "is": ["bad"]}),
        ("[one] <> '1'", {"question": "one", "is_not": ["bad"]}),
        ("[one] = 1 OR [one] = 3", {"question": "one", "is": ["bad", "andet"]}),
        ("[many(2)] = '1'", {"question": "many", "is": ["mad"]}),
        ("[many(2)] = '0'", {"question": "many", "is_not": ["mad"]}),
        ("[many(2)] <> '1'", {"question": "many", "is_not": ["mad"]}),
        ("[many(1)] = '1' or [many(3)] = '1'", {"question": "many", "is": ["bad", "andet"]}),
        ("[n] >= 2 and [n] < 9", {"question": "n", "at_least": "2", "at_most": "8"}),
        ('[t] = ""', {"question": "t", "answered": False}),
    ],
)
def test_branching_logic(expression: str, expected: Any) -> None:
    assert _said(expression, "redcap") == expected


@pytest.mark.parametrize(
    ("expression", "dialect", "why"),
    [
        ("${n} + 1 > 3", "xlsform", "den regner noget ud"),
        ("${n} > ${d}", "xlsform", "den sammenligner to svar"),
        ("regex(${t}, '[0-9]+')", "xlsform", "den bruger „regex“"),
        ("${n}", "xlsform", "den bruger „n“"),
        ("${many} = '1'", "xlsform", "den sammenligner med alle de valgte svar"),
        ("${one} = '7'", "xlsform", "den sammenligner med „7“, som ikke er et af svarene"),
        ("${one} > 3", "xlsform", "intet af svarene opfylder den"),
        ("${n} > 'mange'", "xlsform", "som ikke er et tal"),
        ("${foto} = 'x'", "xlsform", "et svar af slagsen „Foto“"),
        ("${tabt} = '1'", "xlsform", "som ikke kom med"),
        ("${findes_ikke} = '1'", "xlsform", "som ikke er i filen"),
        ("${senere} = '1'", "xlsform", "som først kommer senere"),
        ("${inde} = '1'", "xlsform", "den ser ind i den gentagne gruppe"),
        ("${n} >", "xlsform", "ikke skrevet færdig"),
        ("count-selected(${many}) > 2", "xlsform", "den tæller"),
        ("(" * 60 + "${n} > 1" + ")" * 60, "xlsform", "for mange parenteser"),
        ("not(" * 60 + "${n} > 1" + ")" * 60, "xlsform", "for mange parenteser"),
        ("${n} > 1 or " * 400 + "${n} > 1", "xlsform", "for lang"),
        ("[besoeg_1][n] > 1", "redcap", "den regner noget ud"),
        ("datediff([t], 'today', 'd') > 1", "redcap", "den bruger „datediff“"),
        ("[many(2)] = '5'", "redcap", "enten krydset af eller ej"),
    ],
)  # fmt: skip
def test_what_cannot_be_said(expression: str, dialect: Dialect, why: str) -> None:
    with pytest.raises(CannotSay) as refused:
        _said(expression, dialect)
    assert why in refused.value.why


@pytest.mark.parametrize("answers", [{}, {"n": "1"}, {"n": "2"}, {"d": "2.5"}, {"d": "2.51"}])
def test_an_unanswered_question_is_above_nothing(answers: dict[str, str]) -> None:
    names = _names()
    condition = condition_of(
        parse("${d} > 2.5", "xlsform"), lambda name: names.find(name, order=50, group="")
    )
    assert condition.holds(answers) == (answers.get("d") == "2.51")
