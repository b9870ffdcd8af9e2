"""FHIR out and in again: the same items, whatever the form; and what goes out keeps the rules of R4."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.playbooks.questionnaires.forms import forms, question

from stillads.playbooks.format.items import Items
from stillads.playbooks.library import shelf
from stillads.playbooks.questionnaires.fhir.reader import read_fhir
from stillads.playbooks.questionnaires.fhir.rules import faults
from stillads.playbooks.questionnaires.fhir.write import write_questionnaire
from stillads.playbooks.questions import question_kinds

_CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _there_and_back(items: Items) -> Items:
    written = write_questionnaire(items, key="proeve-skema", title="Prøve").resource
    assert faults(written) == []
    return read_fhir(json.dumps(written, ensure_ascii=False).encode()).items


@pytest.mark.parametrize("kind", sorted(question_kinds()))
@settings(max_examples=15, deadline=None)
@given(data=some.data())
def test_every_kind_of_question_comes_back_as_it_was(kind: str, data: some.DataObject) -> None:
    items = (data.draw(question("a", [], kind)),)
    assert _there_and_back(items) == items


@_CALM
@given(items=forms())
def test_every_form_comes_back_as_it_was(items: Items) -> None:
    assert _there_and_back(items) == items


def test_every_form_of_the_library_comes_back_as_it_was() -> None:
    forms = [
        items
        for each in shelf()
        if (playbook := each.read().playbook) is not None
        for instrument in playbook.instruments
        for items in instrument.forms().values()
        if items
    ]
    assert forms
    assert [_there_and_back(items) for items in forms] == forms
