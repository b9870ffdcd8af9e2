"""What other systems see of a form in FHIR R4."""

import json
from decimal import Decimal
from typing import Any

import pytest

from stillads.playbooks.format.conditions import Condition
from stillads.playbooks.format.items import Group, Items, Scale, Section
from stillads.playbooks.questionnaires.fhir.reader import read_fhir
from stillads.playbooks.questionnaires.fhir.rules import Fault, faults
from stillads.playbooks.questionnaires.fhir.write import write_questionnaire
from stillads.playbooks.questions.multiple_choice import MultipleChoice
from stillads.playbooks.questions.number import Number
from stillads.playbooks.questions.options import Option
from stillads.playbooks.questions.single_choice import SingleChoice
from stillads.playbooks.questions.texts import ShortText


def _when(**said: Any) -> Condition:
    return Condition.model_validate({name.rstrip("_"): value for name, value in said.items()})


ITEMS: Items = (
    SingleChoice(key="spist", text="Har du spist?", required=True, standard="yes_no"),
    Number(key="glas", text="Hvor mange glas?", help="Også kaffe.", unit="glas", at_least=Decimal(0),
           at_most=Decimal(20), show_if=_when(question="spist", is_=["yes"])),
    MultipleChoice(key="hvad", text="Hvad?", options=(Option(key="suppe", text="Suppe", score=2),), at_most=1,
                   show_if=_when(any=[{"question": "glas", "at_least": 2}, {"question": "spist", "is": ["no"]}])),
    Section(title="Til sidst", items=(
        Scale(key="trivsel", scale="who5"),
        Group(key="besoeg", title="Besøg", at_least=1, at_most=3, items=(
            ShortText(key="hvem", text="Hvem?", longest=40),
            ShortText(key="hvor", text="Hvor?", show_if=_when(question="hvem", answered=True)),
        )),
        ShortText(key="andet", text="Andet?", show_if=_when(none=[{"question": "spist", "is": ["yes"]}])),
    )),
)  # fmt: skip


def _without_extensions(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_extensions(each) for name, each in value.items() if name != "extension"}
    return [_without_extensions(each) for each in value] if isinstance(value, list) else value


def test_the_resource_as_others_read_it() -> None:
    written = write_questionnaire(
        ITEMS, key="maaltider-spoergeskema", title="Måltider", intro="Hej.", version="2"
    )
    shown = _without_extensions(written.resource)
    scale = shown["item"][4]["item"].pop(0)
    assert shown == {
        "resourceType": "Questionnaire",
        "version": "2",
        "language": "da",
        "name": "MaaltiderSpoergeskema",
        "title": "Måltider",
        "status": "draft",
        "item": [
            {"linkId": "intro", "type": "display", "text": "Hej."},
            {
                "linkId": "spist",
                "text": "Har du spist?",
                "type": "choice",
                "answerOption": [
                    {
                        "valueCoding": {
                            "system": "urn:stillads:answers:yes_no",
                            "code": "yes",
                            "display": "Ja",
                        }
                    },
                    {
                        "valueCoding": {
                            "system": "urn:stillads:answers:yes_no",
                            "code": "no",
                            "display": "Nej",
                        }
                    },
                ],
                "required": True,
            },
            {
                "linkId": "glas",
                "text": "Hvor mange glas?",
                "type": "integer",
                "enableWhen": [
                    {
                        "question": "spist",
                        "operator": "=",
                        "answerCoding": {"system": "urn:stillads:answers:yes_no", "code": "yes"},
                    }
                ],
                "item": [{"linkId": "glas-help", "type": "display", "text": "Også kaffe."}],
            },
            {
                "linkId": "hvad",
                "text": "Hvad?",
                "type": "choice",
                "answerOption": [
                    {
                        "valueCoding": {
                            "system": "urn:stillads:answers:question:hvad",
                            "code": "suppe",
                            "display": "Suppe",
                        }
                    }
                ],
                "repeats": True,
                "enableWhen": [
                    {"question": "glas", "operator": ">=", "answerInteger": 2},
                    {
                        "question": "spist",
                        "operator": "=",
                        "answerCoding": {"system": "urn:stillads:answers:yes_no", "code": "no"},
                    },
                ],
                "enableBehavior": "any",
            },
            {
                "linkId": "section-1",
                "text": "Til sidst",
                "type": "group",
                "item": [
                    {
                        "linkId": "besoeg",
                        "text": "Besøg",
                        "type": "group",
                        "repeats": True,
                        "required": True,
                        "item": [
                            {"linkId": "besoeg.hvem", "text": "Hvem?", "type": "string", "maxLength": 40},
                            {
                                "linkId": "besoeg.hvor",
                                "text": "Hvor?",
                                "type": "string",
                                "maxLength": 200,
                                "enableWhen": [
                                    {"question": "besoeg.hvem", "operator": "exists", "answerBoolean": True}
                                ],
                            },
                        ],
                    },
                    {"linkId": "andet", "text": "Andet?", "type": "string", "maxLength": 200},
                ],
            },
        ],
    }
    assert (scale["linkId"], scale["text"], [item["linkId"] for item in scale["item"]]) == (
        "trivsel",
        "WHO-5",
        ["trivsel-help", *(f"trivsel_{n}" for n in range(1, 6))],
    )


def test_bounds_unit_and_score_stand_in_the_extensions_of_hl7() -> None:
    items = write_questionnaire(ITEMS, key="x", title="X").resource["item"]
    base = "http://hl7.org/fhir/StructureDefinition"
    said = {each["url"]: each for each in items[1]["extension"]}
    assert said[f"{base}/minValue"]["valueInteger"] == 0
    assert said[f"{base}/maxValue"]["valueInteger"] == 20
    assert said[f"{base}/questionnaire-unit"]["valueCoding"] == {"display": "glas"}
    score = items[2]["answerOption"][0]["valueCoding"]["extension"]
    assert score == [{"url": f"{base}/ordinalValue", "valueDecimal": 2}]
    assert {"url": f"{base}/questionnaire-maxOccurs", "valueInteger": 1} in items[2]["extension"]


def test_what_enable_when_cannot_say_is_named() -> None:
    assert write_questionnaire(ITEMS, key="x", title="X").always_shown == ("andet",)


def test_a_condition_that_somebody_changed_in_the_file_is_the_one_that_counts() -> None:
    resource = write_questionnaire(ITEMS, key="x", title="X").resource
    resource["item"][1]["enableWhen"][0]["answerCoding"]["code"] = "no"
    glasses = read_fhir(json.dumps(resource).encode()).items[1]
    assert glasses.show_if == _when(question="spist", is_=["no"])


@pytest.mark.parametrize(
    ("item", "rule"),
    [
        ({"linkId": "a", "type": "string"}, "que-2"),
        ({"linkId": "b", "type": "group"}, "que-1"),
        ({"linkId": "b", "type": "display", "text": "x", "item": [{"linkId": "c", "type": "string"}]}, "que-1"),
        ({"linkId": "b", "type": "display", "code": [{}]}, "que-3"),
        ({"linkId": "b", "type": "choice", "answerOption": [], "answerValueSet": "x"}, "que-4"),
        ({"linkId": "b", "type": "string", "answerValueSet": "x"}, "que-5"),
        ({"linkId": "b", "type": "display", "required": False}, "que-6"),
        ({"linkId": "b", "type": "string", "enableWhen": [
            {"question": "a", "operator": "exists", "answerString": "x"}]}, "que-7"),
        ({"linkId": "b", "type": "display", "initial": []}, "que-8"),
        ({"linkId": "b", "type": "display", "readOnly": True}, "que-9"),
        ({"linkId": "b", "type": "date", "maxLength": 3}, "que-10"),
        ({"linkId": "b", "type": "choice", "answerOption": [], "initial": []}, "que-11"),
        ({"linkId": "b", "type": "string", "enableWhen": [
            {"question": "a", "operator": "=", "answerString": "x"}] * 2}, "que-12"),
        ({"linkId": "b", "type": "string", "initial": [{}, {}]}, "que-13"),
        ({"linkId": "b", "type": "choice"}, "choice"),
        ({"linkId": "b", "type": "coding"}, "type"),
        ({"linkId": " b", "type": "string"}, "linkId"),
        ({"linkId": "b", "type": "string", "colour": "red"}, "elements"),
        ({"linkId": "b", "type": "string", "text": " "}, "text"),
        ({"linkId": "b", "type": "choice", "answerOption": [{"valueDecimal": 1}]}, "answerOption"),
        ({"linkId": "b", "type": "string", "enableWhen": [
            {"question": "c", "operator": "=", "answerString": "x"}]}, "enableWhen.question"),
        ({"linkId": "b", "type": "string", "enableWhen": [{"question": "a", "operator": "="}]}, "enableWhen"),
    ],
)  # fmt: skip
def test_each_rule_of_r4_finds_what_breaks_it(item: dict[str, Any], rule: str) -> None:
    resource = {
        "resourceType": "Questionnaire",
        "status": "draft",
        "item": [{"linkId": "a", "type": "string"}, item],
    }
    assert {fault.rule for fault in faults(resource)} == {rule}


def test_the_rules_of_the_resource_itself() -> None:
    assert faults({"resourceType": "Questionnaire", "status": "ready", "name": "min form"}) == [
        Fault("status", "Questionnaire"),
        Fault("que-0", "Questionnaire"),
    ]
