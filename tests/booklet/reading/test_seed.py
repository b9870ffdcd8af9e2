"""The municipality's own booklet of 2022, where it lies beside the checkout."""

from collections import Counter
from pathlib import Path

import pytest

from stillads.booklet.reading import Reading, Why, read_text

SHARED = Path(__file__).resolve().parents[4] / "shared" / "seeds" / "000_4a469eb71f933710.txt"
pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_text(SHARED.read_text(encoding="utf-8"))


def test_nine_trials_with_their_numbers_and_titles(reading: Reading) -> None:
    assert [(trial.number, trial.title) for trial in reading.trials] == [
        (1, "Velfærdssamtaler med borgeren"),
        (2, "Mulighed for fortsættelse i aktivitetstilbud efter indflytning på plejecenter"),
        (3, "Hjælp tilpasset beboerens døgnrytme"),
        (4, "Døgnrytmeplaner i hjemmeplejen"),
        (5, "Mere nærvær i opgaveløsningen - reduktion i antallet af telefoniske opkald"),
        (6, "Måltider og fællesskaber på plejecentrene"),
        (7, "Smidigere arbejdsgang ved bestilling af hjælpemidler"),
        (8, "Straksvisitation af praktisk hjælp"),
        (9, "Øget tilstedeværelse af terapeuter på plejecentrene"),
    ]


def test_only_the_second_trial_lacks_an_impression_and_nothing_else_is_missing(reading: Reading) -> None:
    missing = [
        (trial.number, index)
        for trial in reading.trials
        for index, text in enumerate(trial.texts())
        if not text
    ]
    assert missing == [(2, 10)]


def test_nothing_is_left_over_but_headings_links_and_two_page_numbers(reading: Reading) -> None:
    assert Counter(one.why for one in reading.unplaced) == {
        Why.HEADING: 117,
        Why.NAVIGATION: 21,
        Why.PAGE_NUMBER: 2,
    }
    assert [one.text for one in reading.unplaced if one.why is Why.PAGE_NUMBER] == ["29", "44"]


def test_nothing_found_stands_as_it_was_written(reading: Reading) -> None:
    written = {
        (trial.number, side, perspective): text
        for trial in reading.trials
        for side in ("advantages", "barriers")
        for perspective, text in getattr(trial, side).as_json().items()
        if text in ("Ingen", "Intet")
    }
    assert written == {
        (1, "advantages", "economy"): "Ingen",
        (1, "barriers", "citizen"): "Ingen",
        (3, "barriers", "citizen"): "Ingen",
        (4, "barriers", "citizen"): "Ingen",
        (5, "barriers", "citizen"): "Ingen",
        (5, "barriers", "economy"): "Intet",
        (6, "barriers", "employee"): "Intet",
        (9, "barriers", "citizen"): "Ingen",
        (9, "barriers", "employee"): "Ingen",
    }


def test_the_parts_of_trial_seven_are_told_apart(reading: Reading) -> None:
    seventh = reading.trials[6]
    texts = [*seventh.advantages.as_json().values(), *seventh.barriers.as_json().values()]
    parts = [[line[:4] for line in text.split("\n\n") if line.startswith("Ad ")] for text in texts]
    assert parts == [["Ad 1", "Ad 2"]] * 3 + [["Ad 2"], ["Ad 1", "Ad 2"], ["Ad 1", "Ad 2"]]


def test_trial_five_recommends_one_thing_and_six_to_go_on_with(reading: Reading) -> None:
    recommendation = reading.trials[4].recommendation
    assert recommendation.startswith("Udbredes til hele hjemmeplejen.\n\n")
    assert recommendation.count("\n- ") == 6
