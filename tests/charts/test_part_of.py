"""So many of so many."""

import re
from xml.etree import ElementTree

import pytest

from stillads.charts import part_of


def test_one_mark_each_and_as_many_filled_as_were_counted() -> None:
    root = ElementTree.fromstring(part_of.draw(16, 25, title="Svar: 16 af 25", colour="#0b5a4b"))  # noqa: S314
    fills = [element.get("fill") for element in root.iter() if element.tag.endswith("circle")]
    assert fills == ["#0b5a4b"] * 16 + ["#ffffff"] * 9
    assert root[0].text == "Svar: 16 af 25"


def test_rows_of_twenty_stay_inside_the_picture() -> None:
    drawn = part_of.draw(0, 41, title="x", standalone=True)
    assert 'viewBox="0 0 640 96"' in drawn
    assert {float(x) for x in re.findall(r'cx="([\d.]+)"', drawn)} == {16 + 32 * n for n in range(20)}


@pytest.mark.parametrize(("counted", "out_of"), [(3, 2), (-1, 5), (1, 1), (5, 61)])
def test_what_cannot_be_counted_by_eye_is_not_drawn(counted: int, out_of: int) -> None:
    assert not part_of.can_draw(counted, out_of)
    with pytest.raises(ValueError, match=f"{counted} of {out_of}"):
        part_of.draw(counted, out_of, title="x")
