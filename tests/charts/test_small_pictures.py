"""Ratings and forecasts."""

from xml.etree import ElementTree

import pytest
from django.utils import translation

from stillads.charts import forecast, rating
from stillads.charts.forecast import Forecast


@pytest.mark.parametrize("value", [-2, -1, 0, 1, 2, None])
@pytest.mark.parametrize("perspective", ["citizen", "employee", "economy"])
def test_a_rating_says_its_word(perspective: str, value: int | None) -> None:
    with translation.override("da"):
        title = ElementTree.fromstring(rating.draw(perspective, value, label="Borger"))[0].text  # noqa: S314
        said = "ikke vurderet" if value is None else rating.words()[value]
    assert title == f"Borger: {said}"


def test_each_perspective_has_its_own_shape() -> None:
    drawn = {key: rating.draw(key, 1, label="x") for key in ("citizen", "employee", "economy")}
    assert "<circle" in drawn["citizen"]
    assert "<path" in drawn["employee"]
    assert "<rect" in drawn["economy"]


def test_unknown_ratings_are_refused() -> None:
    with pytest.raises(ValueError, match="3 is none of"):
        rating.draw("citizen", 3, label="x")
    with pytest.raises(ValueError, match="unknown perspective"):
        rating.draw("boss", None, label="x")


def test_a_forecast_begins_at_zero_and_says_its_numbers() -> None:
    with translation.override("da"):
        drawn = forecast.draw(Forecast("Opkald pr. nat", "opkald", before=31, predicted=20, measured=23.5))
    root = ElementTree.fromstring(drawn)  # noqa: S314
    assert root[0].text == "Opkald pr. nat: før 31 opkald, forudsagt 20 opkald, målt 23,5 opkald"
    bars = [element for element in root.iter() if element.tag.endswith("rect")]
    assert len({bar.get("x") for bar in bars}) == 1
    widths = [float(bar.get("width", "0")) for bar in bars]
    assert widths[0] / widths[1] == pytest.approx(31 / 20, abs=0.01)


def test_what_is_not_known_is_said_and_not_drawn() -> None:
    with translation.override("da"):
        drawn = forecast.draw(Forecast("Fald", predicted=2))
    assert "målt ukendt" in drawn
    assert drawn.count("<rect") == 1


def test_a_negative_bar_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        forecast.draw(Forecast("x", predicted=-1))
