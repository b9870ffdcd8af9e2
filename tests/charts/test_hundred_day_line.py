"""The 100-day line: what it shows, and what it says in words."""

from datetime import date
from xml.etree import ElementTree

import pytest
from django.utils import translation

from stillads.charts.hundred_day_line import HundredDayLine, Mark, Window, draw
from stillads.charts.line_sentence import sentence

LINE = HundredDayLine(
    start=date(2022, 4, 26),
    end=date(2022, 8, 23),
    today=date(2022, 6, 4),
    baseline_start=date(2022, 3, 28),
    evaluation=date(2022, 8, 31),
    windows=(Window("Servicekald", date(2022, 6, 6), date(2022, 6, 12)),),
    marks=(Mark(date(2022, 5, 16), "note", "Ny <vagtplan>"),),
)
SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314


def on(day: date | None) -> HundredDayLine:
    return HundredDayLine(start=LINE.start, end=LINE.end, today=day, evaluation=LINE.evaluation)


def test_both_days_count() -> None:
    assert LINE.days == 120


def test_the_words_stand_at_the_line() -> None:
    with translation.override("da"):
        found = texts(draw(LINE))
    below = ["dag 1: 26. april", "dag 120: 23. august", "evaluering: 31. august", "før", "Ny <vagtplan>"]
    months = ["april", "maj", "juni", "juli", "august"]
    assert sorted(found) == sorted(["i dag: dag 40", "Servicekald, uge 23", *months, *below])


def test_the_row_is_thin_and_short_of_words() -> None:
    with translation.override("da"):
        assert texts(draw(LINE, size="row")) == ["apr", "maj", "jun", "jul", "aug", "dag 40"]


def test_the_picture_has_its_sentence_as_title() -> None:
    with translation.override("da"):
        root = ElementTree.fromstring(draw(LINE))  # noqa: S314
    assert root.get("role") == "img"
    title, description = root[0], root[1]
    assert title.tag == f"{SVG}title"
    assert title.text == "Dag 40 af 120"
    assert "Evalueres 31. august 2022." in (description.text or "")
    assert "uge 23" in (description.text or "")


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2022, 4, 14), "Begynder om 12 dage, tirsdag 26. april"),
        (date(2022, 4, 25), "Begynder i morgen, tirsdag 26. april"),
        (date(2022, 4, 26), "Dag 1 af 120"),
        (date(2022, 8, 23), "Dag 120 af 120"),
        (date(2022, 8, 24), "Alle 120 dage er gået"),
        (None, "120 dage, 26. april – 23. august 2022"),
    ],
)
def test_the_title_of_each_time(today: date | None, said: str) -> None:
    with translation.override("da"):
        assert sentence(on(today))[0] == said


@pytest.mark.parametrize("size", ["row", "narrow", "page", "chapter"])
@pytest.mark.parametrize(
    "today", [None, date(2022, 1, 1), date(2022, 4, 26), date(2022, 8, 23), date(2023, 1, 1)]
)
def test_it_can_be_drawn_at_any_time_and_twice_the_same(size: str, today: date | None) -> None:
    first = draw(on(today), size=size)
    assert first == draw(on(today), size=size)
    width = float(ElementTree.fromstring(first).get("viewBox", "").split()[2])  # noqa: S314
    for element in ElementTree.fromstring(first).iter(f"{SVG}rect"):  # noqa: S314
        assert float(element.get("x", "0")) >= 0
        assert float(element.get("x", "0")) + float(element.get("width", "0")) <= width
        assert float(element.get("width", "0")) > 0


def test_alone_it_has_a_size_and_no_class_that_only_a_page_knows() -> None:
    alone = draw(LINE, standalone=True, colour="#0b5a4c")
    assert "var(" not in alone
    assert 'class="c-own"' not in alone
    assert 'width="960"' in alone
    assert 'fill="#0b5a4c"' in alone
    assert "style=" not in alone


def test_one_day_and_a_long_trial() -> None:
    single = HundredDayLine(start=date(2024, 2, 29), end=date(2024, 2, 29), today=date(2024, 2, 29))
    assert draw(single)
    assert single.days == 1
    assert draw(HundredDayLine(start=date(2022, 1, 1), end=date(2023, 12, 31)))


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        HundredDayLine(start=date(2022, 5, 2), end=date(2022, 5, 1))


def test_an_unknown_size_is_refused() -> None:
    with pytest.raises(ValueError, match="known are row, narrow, page, chapter"):
        draw(LINE, size="huge")
