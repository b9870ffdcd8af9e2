"""Finding things in Danish, alike on both databases."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.kernel.clock import now
from stillads.kernel.viewer import PUBLIC, Viewer
from stillads.organisation.policy import ADMINISTRATOR, EMPLOYEE, PRIVACY
from stillads.search import registry, trigrams
from stillads.search.actions import index, rebuild, remove
from stillads.search.models import SearchEntry
from stillads.search.queries import find, find_groups
from stillads.search.registry import Searchable, register_kind


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two kinds of things, and nothing that a real room registered."""
    monkeypatch.setattr(registry, "_kinds", {})
    everything = [Searchable("n1", "Fra bunden", now(), "nyt ord")]
    register_kind("thing", label="Things", url_for="/t/{}/".format, permission="organisation.read")
    register_kind(
        "note", label="Notes", url_for="/n/{}/".format, permission="audit.read", rebuild=lambda: everything
    )
    yield


@pytest.fixture
def viewer(house: House) -> Viewer:
    return house.viewer(ADMINISTRATOR)


def _add(key: str, title: str, words: str = "", *, kind: str = "thing", days_ago: int = 0) -> None:
    index(kind=kind, key=key, title=title, words=words, context="", at=now() - timedelta(days=days_ago))


def _keys(text: str, viewer: Viewer) -> list[str]:
    return [hit.key for hit in find(text, viewer=viewer)]


@pytest.mark.parametrize(
    "text",
    [
        "rytmeplan",
        "døgnrytme",
        "DØGN",
        "doegn",
        "planer hjemme",
        "hjemme planer",
        "pl",
        "ø",
        "gård",
        "gaarden",
        "36 %",
    ],
)
def test_part_of_a_compound_word_is_enough(viewer: Viewer, text: str) -> None:
    _add("d", "Døgnrytmeplaner i hjemmeplejen", "Afprøvet på Gaarden af 36 % af borgerne")
    _add("x", "Bestilling af bleer", "")
    assert _keys(text, viewer)[0:1] == ["d"]
    assert _keys(text, viewer) == ["d"] or text in {"pl", "ø"}


@pytest.mark.parametrize("text", ["", " ", "rytmer", "døgn bleer", '"; DROP', "plan*", "a_n", "%", "OR"])
def test_what_is_not_there_is_not_found(viewer: Viewer, text: str) -> None:
    _add("d", "Døgnrytmeplaner")
    assert _keys(text, viewer) == []


def test_the_title_comes_first_and_then_what_changed_last(viewer: Viewer) -> None:
    _add("text", "Måltider", "måltidsværter og fald")
    _add("inside", "Færre fald om natten", days_ago=2)
    _add("newer", "Værn mod fald", days_ago=1)
    _add("start", "Fald på badeværelset", days_ago=9)
    assert _keys("fald", viewer) == ["start", "newer", "inside", "text"]


def test_a_thing_that_changed_is_found_by_its_new_words_only(viewer: Viewer) -> None:
    _add("d", "Rytmeplaner")
    _add("d", "Klippekort")
    assert (_keys("rytme", viewer), _keys("klippe", viewer)) == ([], ["d"])
    remove(kind="thing", key="d")
    remove(kind="thing", key="d")
    assert _keys("klippe", viewer) == []


def test_everybody_finds_only_what_they_may_see(house: House, viewer: Viewer) -> None:
    _add("t", "Klippekort")
    _add("n", "Klippekort", kind="note")
    assert set(_keys("klippe", viewer)) == {"t", "n"}
    assert set(_keys("klippe", house.viewer(PRIVACY))) == {"t", "n"}
    assert _keys("klippe", house.viewer(EMPLOYEE)) == ["t"]
    assert _keys("klippe", PUBLIC) == []


def test_a_scoped_thing_is_found_where_the_role_reaches(house: House) -> None:
    manager = house.viewer("manager", "toftegården")
    for key, unit in [("mine", "toftegården"), ("other", "køkkenet")]:
        index(
            kind="thing", key=key, title="Kode", at=now(),
            permission="organisation.enrol_device", unit_id=house.unit(unit).pk,
        )  # fmt: skip
    assert _keys("kode", manager) == ["mine"]


def test_the_match_is_shown_as_it_was_written(viewer: Viewer) -> None:
    _add("d", "Døgnrytmeplaner", "Vi prøvede en særlig tilgang hos alle beboere")
    (hit,) = find("doegn", viewer=viewer)
    assert hit.pieces == [("Døgn", True), ("rytmeplaner", False)]
    assert (hit.around, hit.url) == ([], "/t/d/")
    (hit,) = find("rytme tilgang", viewer=viewer)
    assert ("tilgang", True) in hit.around


def test_groups_come_in_the_order_of_registration_with_all_counted(viewer: Viewer) -> None:
    _add("n", "Klippekort", kind="note")
    for number in range(3):
        _add(f"t{number}", "Klippekort")
    groups = find_groups("klip", viewer=viewer, limit=2)
    assert [(g.kind, g.label, len(g.hits), g.total) for g in groups] == [
        ("thing", "Things", 2, 3),
        ("note", "Notes", 1, 1),
    ]
    assert [g.kind for g in find_groups("klip", viewer=viewer, kind="note")] == ["note"]


def test_three_hits_cost_as_many_queries_as_one(viewer: Viewer) -> None:
    numbers = iter(range(9))
    assert_same_query_count(
        show=lambda: find_groups("klip", viewer=viewer),
        add=lambda: _add(f"t{next(numbers)}", "Klippekort"),
    )


def test_reindexing_fills_the_kinds_that_can_be_rebuilt_and_keeps_the_others(viewer: Viewer) -> None:
    _add("stale", "Gammel", kind="note")
    _add("t", "Klippekort")
    assert rebuild() == {"note": 1}
    assert (_keys("gammel", viewer), _keys("nyt", viewer), _keys("klip", viewer)) == ([], ["n1"], ["t"])


def test_the_trigrams_are_there_and_follow_rows_that_change_in_bulk(viewer: Viewer) -> None:
    assert trigrams.are_there()
    _add("t", "Klippekort")
    SearchEntry.objects.all().delete()
    assert _keys("klippe", viewer) == []


def test_a_kind_that_nobody_registered_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        _add("d", "Rytmeplaner", kind="unknown")
    with pytest.raises(ValueError, match="registered twice"):
        register_kind("thing", label="", url_for=str, permission="")
