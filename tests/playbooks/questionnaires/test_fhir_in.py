"""FHIR R4 Questionnaires of other systems in: each type, value sets, conditions, and what is refused."""

import json
from typing import Any

import pytest

from stillads.playbooks.questionnaires.reading import read_questionnaire
from stillads.playbooks.questionnaires.refusals import Unreadable
from stillads.playbooks.questionnaires.result import Questionnaire
from stillads.playbooks.questionnaires.yaml import items_as_data

UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit"
ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
HIDDEN = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden"


def _read(*items: dict[str, Any], **more: Any) -> Questionnaire:
    resource = {"resourceType": "Questionnaire", "status": "active", "title": "Besøg", "item": items, **more}
    return read_questionnaire(json.dumps(resource).encode())


def _coding(code: str, display: str, **more: Any) -> dict[str, Any]:
    return {"valueCoding": {"system": "http://loinc.org", "code": code, "display": display, **more}}


ITEMS = (
    {"linkId": "1", "type": "display", "text": "Goddag."},
    {"linkId": "2", "type": "boolean", "text": "Har du smerter?", "required": True, "prefix": "A."},
    {"linkId": "3", "type": "group", "text": "Smerter", "enableWhen": [
        {"question": "2", "operator": "=", "answerBoolean": True}], "item": [
        {"linkId": "3.1", "type": "choice", "text": "Hvor stærke?", "answerOption": [
            _coding("LA6752-5", "Lette", extension=[{"url": ORDINAL, "valueDecimal": 1}]),
            _coding("LA6751-7", "Stærke", extension=[{"url": ORDINAL, "valueDecimal": 3}]) | {"initialSelected": True},
        ]},
        {"linkId": "3.2", "type": "open-choice", "repeats": True, "text": "Hvor?", "answerValueSet": "#steder",
         "enableWhen": [{"question": "3.1", "operator": "=", "answerCoding": {"code": "LA6751-7"}},
                        {"question": "2", "operator": "exists", "answerBoolean": True}], "enableBehavior": "all"},
        {"linkId": "3.3", "type": "quantity", "text": "Hvor længe?", "extension": [
            {"url": UNIT, "valueCoding": {"code": "h", "display": "timer"}}]},
    ]},
    {"linkId": "4", "type": "dateTime", "text": "Hvornår?"},
    {"linkId": "5", "type": "text", "text": "Mere?", "maxLength": 20_000, "enableWhen": [
        {"question": "3.3", "operator": ">", "answerQuantity": {"value": 1.5}},
        {"question": "3.2", "operator": "!=", "answerCoding": {"code": "arm"}}], "enableBehavior": "any"},
    {"linkId": "6", "type": "group", "text": "Medicin", "repeats": True, "item": [
        {"linkId": "6.1", "type": "string", "text": "Navn på præparatet", "repeats": True}]},
    {"linkId": "7", "type": "reference", "text": "Hvilken læge?"},
    {"linkId": "8", "type": "choice", "text": "Land?", "answerValueSet": "http://example.org/lande"},
    {"linkId": "9", "type": "string", "text": "Skjult", "extension": [{"url": HIDDEN, "valueBoolean": True}]},
    {"linkId": "10", "type": "attachment", "text": "Foto af såret"},
    {"linkId": "11", "type": "display", "text": "Tak."},
)  # fmt: skip
PLACES = {
    "resourceType": "ValueSet",
    "id": "steder",
    "compose": {
        "include": [{"concept": [{"code": "arm", "display": "Arm"}, {"code": "ben", "display": "Ben"}]}]
    },
}


def test_items_of_another_system() -> None:
    read = _read(*ITEMS, contained=[PLACES])
    assert (read.title, read.intro, read.thanks) == ("Besøg", "Goddag.", "Tak.")
    assert items_as_data(read.items) == [
        {
            "kind": "single_choice",
            "key": "a_har_du_smerter",
            "text": "A. Har du smerter?",
            "required": True,
            "standard": "yes_no",
        },
        {
            "kind": "section",
            "title": "Smerter",
            "show_if": {"question": "a_har_du_smerter", "is": ["yes"]},
            "items": [
                {
                    "kind": "single_choice",
                    "key": "hvor_staerke",
                    "text": "Hvor stærke?",
                    "options": [
                        {"key": "la6752_5", "text": "Lette", "score": 1},
                        {"key": "la6751_7", "text": "Stærke", "score": 3},
                    ],
                    "default": "la6751_7",
                },
                {
                    "kind": "multiple_choice",
                    "key": "hvor",
                    "text": "Hvor?",
                    "show_if": {
                        "all": [
                            {"question": "hvor_staerke", "is": ["la6751_7"]},
                            {"question": "a_har_du_smerter", "answered": True},
                        ]
                    },
                    "options": [
                        {"key": "arm", "text": "Arm"},
                        {"key": "ben", "text": "Ben"},
                        {"key": "other", "text": "Andet"},
                    ],
                },
                {
                    "kind": "short_text",
                    "key": "hvor_other",
                    "text": "Hvor? (skriv hvad)",
                    "show_if": {"question": "hvor", "is": ["other"]},
                },
                {
                    "kind": "number",
                    "key": "hvor_laenge",
                    "text": "Hvor længe?",
                    "decimals": 2,
                    "unit": "timer",
                },
            ],
        },
        {"kind": "date", "key": "hvornaar", "text": "Hvornår?"},
        {"kind": "time", "key": "hvornaar_time", "text": "Hvornår? (klokkeslæt)"},
        {
            "kind": "long_text",
            "key": "mere",
            "text": "Mere?",
            "show_if": {
                "any": [
                    {
                        "all": [
                            {"question": "hvor_laenge", "answered": True},
                            {"none": [{"question": "hvor_laenge", "at_most": "1.5"}]},
                        ]
                    },
                    {"question": "hvor", "is_not": ["arm"]},
                ]
            },
            "longest": 10_000,
        },
        {
            "kind": "group",
            "key": "medicin",
            "title": "Medicin",
            "at_most": 10,
            "items": [{"kind": "short_text", "key": "navn_paa_praeparatet", "text": "Navn på præparatet"}],
        },
        {"kind": "photo", "key": "foto_af_saaret", "text": "Foto af såret"},
    ]


def test_the_report_counts_and_says_why() -> None:
    report = _read(*ITEMS, contained=[PLACES]).report
    assert (report.source, report.read, report.mapped) == ("fhir", 13, 10)
    assert {field.name: field.why for field in report.lost} == {
        "7": "Det peger på noget i et andet system.",
        "8": "Svarene står i et værdisæt, der ikke er i filen: http://example.org/lande.",
        "9": "Det er skjult, så ingen bliver spurgt.",
    }
    assert {field.name: field.notes for field in report.fields if field.notes} == {
        "6.1": ["Der kan kun gives ét svar."],
        "10": ["Kun et foto kan vedhæftes."],
    }


def test_a_rule_that_is_broken_without_harm_is_a_warning() -> None:
    read = _read({"linkId": "a", "type": "date", "text": "Dag?", "maxLength": 4})
    assert read.report.warnings == ["„a“ bryder reglen „que-10“ i FHIR R4."]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "Filen er ikke JSON, der kan læses."),
        (b'{"resourceType": "Patient"}', "JSON-filen er ikke et FHIR Questionnaire."),
        (b"[1, 2]", "JSON-filen er ikke et FHIR Questionnaire."),
        (b'{"a":' * 100_000, "Filen er ikke JSON, der kan læses."),
        (b'{"resourceType": "Questionnaire", "status": "draft", "item": [NaN]}', "Filen er ikke JSON, der kan læses."),
        (b'{"resourceType": "Questionnaire", "status": "draft", "item": 7}', "„Questionnaire“ bryder reglen „item“"),
        (b'{"resourceType": "Questionnaire", "status": "draft"}', "Der er intet spørgsmål i filen"),
        (
            b'{"resourceType": "Questionnaire", "status": "draft", "item": '
            b'[{"linkId": "a", "type": "string"}, {"linkId": "a", "type": "date"}]}',
            "„a“ bryder reglen „que-2“ i FHIR R4.",
        ),
    ],
)  # fmt: skip
def test_refusals(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_questionnaire(data)
    assert str(refused.value.reason).startswith(reason)


@pytest.mark.parametrize(
    "name", ["extension", "answerOption", "initial", "enableWhen", "item", "text", "maxLength"]
)
@pytest.mark.parametrize("value", [None, 7, "x", [], {}, [7], [{}], [{"url": 3}]])
def test_wrong_types_anywhere_are_refused_or_reported_never_an_accident(name: str, value: Any) -> None:
    for kind in ("string", "choice", "group", "integer", "display"):
        good = {"linkId": "b", "type": "string", "text": "B?"}
        try:
            read = _read(good, {"linkId": "a", "type": kind, "text": "A?", name: value})
        except Unreadable:
            continue
        assert read.items[0] == _read(good).items[0]
