"""A playbook written and read again is the same one: as YAML, as JSON, as a stored version."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stillads.kernel.rules import RuleError
from stillads.playbooks.format.canonical import canonical, data_of, digest
from stillads.playbooks.library import Shelved, shelf
from stillads.playbooks.reading import check_data, load, read_playbook
from stillads.playbooks.reading.tree import tree_of
from stillads.playbooks.reading.writing import to_yaml, yaml_of


@pytest.mark.parametrize("each", shelf(), ids=lambda each: each.name)
def test_there_and_back(each: Shelved) -> None:
    playbook = each.read().playbook
    assert playbook is not None
    assert read_playbook(to_yaml(playbook)).playbook == playbook
    stored = canonical(data_of(playbook))
    assert load(stored) == playbook
    assert canonical(data_of(load(stored))) == stored
    assert digest(canonical(json.loads(stored))) == digest(stored)
    assert check_data(json.loads(stored)).playbook == playbook


def test_equal_numbers_are_written_alike() -> None:
    playbook = shelf()[0].read().playbook
    assert playbook is not None
    criterion = playbook.criteria[0]
    changed = playbook.model_copy(
        update={"criteria": (criterion.model_copy(update={"size": Decimal("0.500")}), *playbook.criteria[1:])}
    )
    assert criterion.size == Decimal("0.5")
    assert canonical(data_of(changed)) == canonical(data_of(playbook))


def test_what_is_stored_and_cannot_be_read_says_why() -> None:
    with pytest.raises(RuleError, match="nyere version af formatet"):
        load('{"format":99}')
    with pytest.raises(RuleError, match="Nøglen „title“ mangler"):
        load('{"format":1,"key":"a-b"}')


# Not the texts that Part would tidy: a lone carriage return or a control character is no text of ours.
texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"], include_characters="\n"),
    max_size=60,
).filter(lambda text: "\u2028" not in text and "\u2029" not in text and "\ufeff" not in text)
scalars: st.SearchStrategy[Any] = st.one_of(
    texts, st.booleans(), st.none(), st.integers(-(10**9), 10**9), st.decimals(-1000, 1000, places=3)
)
trees = st.dictionaries(
    st.from_regex(r"[a-z][a-z_]{0,9}", fullmatch=True),
    scalars | st.lists(scalars, min_size=1, max_size=4),
    min_size=1,
)


@given(data=trees)
@settings(max_examples=150, deadline=None)
def test_any_data_is_read_as_it_was_written(data: dict[str, Any]) -> None:
    tree = tree_of(yaml_of(data))
    assert tree.faults == []
    assert tree.data == data
    assert {key: type(value) is str for key, value in tree.data.items()} == {
        key: type(value) is str for key, value in data.items()
    }
