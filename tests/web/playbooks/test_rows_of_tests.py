"""A condition as a row of simple tests, and back: what the fields show is what is written again."""

from typing import Any

import pytest

from stillads.playbooks.format.conditions import Condition
from stillads.web.playbooks.forms.rows_of_tests import joined, rows_of

A, B = {"question": "a", "is": ["x"]}, {"question": "b", "answered": True}


@pytest.mark.parametrize(
    ("condition", "how", "rows"),
    [
        (A, "all", [A]),
        ({"question": "a", "is": ["x", "y"]}, "any", [A, {"question": "a", "is": ["y"]}]),
        ({"question": "a", "is_not": ["x"]}, "none", [A]),
        ({"question": "n", "at_least": "2", "at_most": "4"}, "all",
         [{"question": "n", "at_least": "2"}, {"question": "n", "at_most": "4"}]),
        ({"all": [A, B]}, "all", [A, B]),
        ({"any": [A, B]}, "any", [A, B]),
        ({"none": [A, B]}, "none", [A, B]),
        ({"none": [B]}, "none", [B]),
    ],
)  # fmt: skip
def test_what_is_shown_is_written_again(condition: Any, how: str, rows: list[Any]) -> None:
    assert rows_of(condition, 3) == (how, rows)
    assert joined(how, rows) == condition
    assert Condition.model_validate(condition).model_dump(by_alias=True, exclude_defaults=True)


@pytest.mark.parametrize(
    "condition",
    [
        {"all": [{"any": [A, B]}, A]},
        {"any": [{"question": "a", "is": ["x", "y"]}, B]},
        {"all": [{"question": "a", "is_not": ["x"]}, B]},
        {"question": "a", "is": ["1", "2", "3", "4"]},
    ],
)
def test_what_is_deeper_or_longer_is_kept_whole(condition: Any) -> None:
    assert rows_of(condition, 3) is None


def test_nothing_is_no_condition() -> None:
    assert rows_of(None, 3) == ("all", [])
    assert joined("any", []) is None


def test_the_same_is_said_shorter() -> None:
    """A group of one is its test."""
    assert joined(*(rows_of({"all": [A]}, 3) or ("", []))) == A
