"""The JSON Schema agrees with the models about what a playbook looks like."""

import json
from typing import Any

import jsonschema_rs
import pytest

from stillads.playbooks.format.canonical import data_of
from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.format.schema import schema
from stillads.playbooks.kinds import instrument_kinds
from stillads.playbooks.library import shelf
from stillads.playbooks.questions import question_kinds


@pytest.fixture(scope="module")
def demo() -> dict[str, Any]:
    playbook = shelf()[0].read().playbook
    assert playbook is not None
    return data_of(playbook)


def _accepts(data: dict[str, Any]) -> bool:
    return jsonschema_rs.Draft202012Validator(schema()).is_valid(data)


def test_it_is_a_schema_and_knows_every_kind() -> None:
    made = schema()
    jsonschema_rs.Draft202012Validator(json.loads(json.dumps(made)))
    kinds = {
        part["properties"]["kind"]["const"]
        for part in made["$defs"].values()
        if "const" in part.get("properties", {}).get("kind", {})
    }
    assert kinds == {*instrument_kinds(), *question_kinds(), "scale", "group", "section"}
    assert all(
        part["additionalProperties"] is False for part in made["$defs"].values() if "properties" in part
    )


def test_the_demo_is_accepted(demo: dict[str, Any]) -> None:
    assert _accepts(demo)


@pytest.mark.parametrize(
    "change",
    [
        {"format": None},
        {"format": 2},
        {"key": "Med Mellemrum"},
        {"summry": "x"},
        {"title": {"da": "Kun dansk"}},
        {"instruments": [{"key": "uden_slags"}]},
        {"instruments": [{"kind": "registr"}]},
    ],
)
def test_what_the_models_refuse_is_refused(demo: dict[str, Any], change: dict[str, Any]) -> None:
    changed = {key: value for key, value in {**demo, **change}.items() if value is not None}
    assert not _accepts(changed)
    if change != {"format": None}:  # a model made in code has its format by itself
        with pytest.raises(ValueError, match="validation error"):
            Playbook.model_validate(changed)
