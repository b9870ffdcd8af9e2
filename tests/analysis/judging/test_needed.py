"""How much more is needed: from the plan, whatever was seen."""

import pytest

from stillads.analysis.judging import needed

BEFORE = (60.0, 64.0, 61.0, 66.0, 59.0, 62.0, 65.0, 61.0)


def test_the_same_whatever_effect_was_seen() -> None:
    after = (55.0, 50.0, 57.0)
    shifted = tuple(value - 30 for value in after)
    assert needed(BEFORE, after, 4) == needed(BEFORE, shifted, 4)


def test_a_smaller_effect_needs_more_and_a_tiny_one_cannot_be_had() -> None:
    after = (55.0, 50.0)
    big, small = needed(BEFORE, after, 10).more, needed(BEFORE, after, 5).more
    assert big is not None and small is not None and big < small
    assert needed(BEFORE, after, 0.1).more is None


def test_what_is_there_already_counts() -> None:
    assert needed(BEFORE, (55.0, 51.0) * 20, 10).more == 0


def test_even_without_scatter_there_must_be_enough_to_order() -> None:
    assert (
        needed((5.0, 5.0), (4.0,), 1).more == 7
    )  # two and eight stand in 45 orders, two and seven in 36; 40 are needed
    assert needed((), (4.0,), 1).more is None
    assert needed((5.0,), (4.0,), 1).more is None


def test_an_effect_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="above nought"):
        needed(BEFORE, BEFORE, 0)
