"""Conditions hold, or do not; an unanswered question fulfils only what asks for that."""

from typing import Any

import pytest
from pydantic import ValidationError

from stillads.playbooks.format.conditions import Condition

FACTS = {"reason": "other", "minutes": 10, "many": ["a", "b"], "yes": True, "empty": [], "price": "7.50"}


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ({"question": "reason", "is": "other"}, True),
        ({"question": "reason", "is": ["medicine", "other"]}, True),
        ({"question": "reason", "is": "medicine"}, False),
        ({"question": "reason", "is_not": "other"}, False),
        ({"question": "reason", "is_not": "medicine"}, True),
        ({"question": "many", "is": "b"}, True),
        ({"question": "many", "is": "c"}, False),
        ({"question": "many", "is_not": ["c", "a"]}, False),
        ({"question": "yes", "is": "yes"}, True),
        ({"question": "yes", "is": True}, True),
        ({"question": "yes", "is": False}, False),
        ({"question": "minutes", "is": 10}, True),
        ({"question": "minutes", "at_least": 10}, True),
        ({"question": "minutes", "at_least": 10.5}, False),
        ({"question": "minutes", "at_most": 10}, True),
        ({"question": "minutes", "at_most": 9}, False),
        ({"question": "minutes", "at_least": 5, "at_most": 15}, True),
        ({"question": "price", "at_most": "7.5"}, True),
        ({"question": "reason", "at_least": 0}, False),
        ({"question": "reason", "at_most": 0}, False),
        ({"question": "nobody", "is": "other"}, False),
        ({"question": "nobody", "is_not": "other"}, True),
        ({"question": "nobody", "at_least": 0}, False),
        ({"question": "nobody", "at_most": 0}, False),
        ({"question": "nobody", "answered": False}, True),
        ({"question": "nobody", "answered": True}, False),
        ({"question": "empty", "answered": True}, False),
        ({"question": "minutes", "answered": True, "at_least": 11}, False),
        ({"all": [{"question": "reason", "is": "other"}, {"question": "minutes", "at_least": 11}]}, False),
        ({"any": [{"question": "reason", "is": "other"}, {"question": "minutes", "at_least": 11}]}, True),
        ({"none": [{"question": "reason", "is": "medicine"}, {"question": "minutes", "at_least": 11}]}, True),
        ({"none": [{"question": "reason", "is": "other"}]}, False),
        ({"all": [{"any": [{"question": "yes", "is": "no"}, {"question": "yes", "is": "yes"}]}]}, True),
    ],
)
def test_what_holds(said: dict[str, Any], holds: bool) -> None:
    assert Condition.model_validate(said).holds(FACTS) is holds


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"question": "a"},
        {"is": "x"},
        {"question": "a", "is": []},
        {"question": "a", "all": [{"question": "b", "is": "x"}]},
        {"all": [{"question": "b", "is": "x"}], "any": [{"question": "b", "is": "x"}]},
        {"all": []},
    ],
)
def test_a_condition_says_one_thing(said: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="condition_shape"):
        Condition.model_validate(said)


def test_it_names_every_question_and_what_it_compares() -> None:
    said = {
        "any": [{"question": "a", "is": ["x"], "is_not": "y"}, {"none": [{"question": "b", "at_least": 1}]}]
    }
    assert list(Condition.model_validate(said).questions()) == [("a", ("x", "y")), ("b", ())]
