"""Keys: readable, the same each time, never twice."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from stillads.playbooks.format.base import KEY_PATTERN
from stillads.playbooks.questionnaires.keys import Keys, key_of


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Hvor ofte går du?", "hvor_ofte_gaar_du"),
        ("ÆBLE-grød", "aeble_groed"),
        ("q1", "q1"),
        ("1a", "q_1a"),
        ("__meta__", "meta"),
        ("Вопрос", "q"),
        ("", "q"),
        ("x" * 80, "x" * 60),
    ],
)
def test_what_a_name_becomes(name: str, key: str) -> None:
    assert key_of(name, otherwise="q") == key


def test_the_second_of_a_name_gets_a_number_and_still_fits() -> None:
    keys = Keys()
    assert [keys.make("alder") for _n in range(3)] == ["alder", "alder_2", "alder_3"]
    assert keys.make("y" * 70) == "y" * 60
    assert keys.make("y" * 70) == "y" * 58 + "_2"


def test_an_answer_is_named_by_its_code_where_that_is_a_word() -> None:
    keys = Keys()
    assert [
        keys.option(*pair) for pair in (("ja", "Ja tak"), ("1", "Nej tak"), ("2", "😀"), ("a", "A’er"))
    ] == [
        "ja",
        "nej_tak",
        "v",
        "a_er",
    ]


@given(some.lists(some.text(max_size=90), max_size=8))
def test_any_names_give_good_keys_each_once(names: list[str]) -> None:
    keys = Keys()
    made = [keys.make(name) for name in names]
    assert all(re.fullmatch(KEY_PATTERN, key) for key in made)
    assert len(set(made)) == len(made)
