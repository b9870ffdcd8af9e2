"""Booklets that nobody has written: whatever the words, each ends where it belongs."""

from collections import Counter
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.booklet.reading.made_booklets import PERSPECTIVES, SECTIONS, Made, booklets

from stillads.booklet.reading import Why, read_text

often = settings(
    derandomize=True,
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@often
@given(made=booklets(), line_end=st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_part_has_exactly_its_words(made: Made, line_end: str) -> None:
    reading: dict[str, Any] = read_text(line_end.join(made.lines)).as_json()
    assert reading["foreword"].split() == made.foreword
    assert [_parts(trial) for trial in reading["trials"]] == made.trials
    assert Counter(one["text"] for one in reading["unplaced"]) == Counter(made.loose)


@often
@given(made=booklets())
def test_a_loose_line_names_the_line_it_stood_on(made: Made) -> None:
    text = "\n".join(made.lines)
    for one in read_text(text).unplaced:
        assert text.split("\n")[one.line - 1].strip() == one.text
        assert one.why is not Why.NOT_PLACED


def _parts(trial: dict[str, Any]) -> dict[str, list[str]]:
    flat = {"number": str(trial["number"]), "title": trial["title"], "tested_at": trial["tested_at"]}
    flat |= {section: trial[section] for section in SECTIONS}
    flat |= {f"{run}.{one}": trial[run][one] for run in ("advantages", "barriers") for one in PERSPECTIVES}
    return {name: text.split() for name, text in flat.items() if text}
