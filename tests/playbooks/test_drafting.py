"""Changing a draft's plain data: keys out of Danish words, parts put, moved, removed and put back."""

import re

import pytest
from tests.harness.playbooks import playbook_data

from stillads.kernel.rules import NotFound
from stillads.playbooks.drafting.keys import key_for, relined, slug_for
from stillads.playbooks.drafting.parts import append, insert, move, part_at, remove, replace, rows_at
from stillads.playbooks.format.base import KEY_PATTERN, SLUG_PATTERN

CALLS = ("instruments", "calls", "items")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Hvem ringede?", "hvem_ringede"),
        ("Færre på øen, å!", "faerre_paa_oeen_aa"),
        ("3 gange", "n_3_gange"),
        ("???", "noget"),
        ("Outcome", "outcome_2"),  # a kind's own name
    ],
)
def test_a_key_is_made_of_the_words(words: str, key: str) -> None:
    assert key_for(words, ()) == key
    assert re.match(KEY_PATTERN, key)


def test_a_key_is_used_once() -> None:
    assert key_for("Svar", {"svar", "svar_2"}) == "svar_3"
    assert slug_for("Ro om natten", {"ro-om-natten"}) == "ro-om-natten-2"


def test_the_key_of_a_playbook_is_one() -> None:
    assert re.match(SLUG_PATTERN, slug_for("Å", ()))


def test_a_mended_line_keeps_its_key_and_a_new_one_gets_its_own() -> None:
    old = [{"key": "a", "text": "Telefonen"}, {"key": "b", "text": "En kolega", "score": 2}]
    rows = relined(old, ["En kollega", "Telefonen", "Døren"], "text")
    assert rows == [
        {"key": "b", "text": "En kollega", "score": 2},
        {"key": "a", "text": "Telefonen"},
        {"key": "doeren", "text": "Døren"},
    ]


def test_a_line_that_says_something_else_is_another_answer() -> None:
    assert relined([{"key": "a", "text": "Telefonen"}], ["Madvognen"], "text")[0]["key"] == "madvognen"


def test_parts_are_put_moved_removed_and_put_back_and_the_data_stays() -> None:
    data = playbook_data()
    before = playbook_data()
    keys = [row["key"] for row in rows_at(data, CALLS)]
    assert [r["key"] for r in rows_at(move(data, CALLS, keys[1], -1), CALLS)] == keys[::-1]
    assert [r["key"] for r in rows_at(move(data, CALLS, keys[0], -1), CALLS)] == keys
    less, at, gone = remove(data, CALLS, keys[0])
    assert [r["key"] for r in rows_at(less, CALLS)] == keys[1:]
    assert insert(less, CALLS, at, gone) == data
    changed = replace(data, CALLS, keys[0], {**part_at(data, CALLS, keys[0]), "text": "Andet"})
    assert part_at(changed, CALLS, keys[0])["text"] == "Andet"
    assert data == before


def test_a_place_that_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        rows_at(playbook_data(), ("instruments", "nothing", "items"))
    with pytest.raises(NotFound):
        part_at(playbook_data(), CALLS, "nothing")


def test_a_list_is_begun_where_there_is_none() -> None:
    made = append({"key": "x"}, ("theory", "chain"), {"key": "a"})
    assert made == {"key": "x", "theory": {"chain": [{"key": "a"}]}}
