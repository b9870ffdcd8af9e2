"""What a drawn picture is checked for: well formed, inside its frame, no text over another, every figure finite."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from stillads.charts.svg import text_width

SVG = "{http://www.w3.org/2000/svg}"
type_box = tuple[float, float, float, float]


def root(drawn: str) -> Element:
    """The picture parsed; fails where it is no XML, or a number in it is none."""
    assert not re.search(r'="-?(nan|inf)', drawn), "a place that is no number"
    return fromstring(drawn)


def texts(drawn: str) -> list[str]:
    """Every text in its order."""
    return [node.text or "" for node in root(drawn).iter(f"{SVG}text")]


def readings(drawn: str) -> list[str]:
    """What its marks say, one by one."""
    return [node.attrib["data-said"] for node in root(drawn).iter() if "data-said" in node.attrib]


def boxes(drawn: str) -> Iterator[tuple[str, type_box]]:
    """Each text with its rectangle, a little smaller than the line it stands on."""
    for node in root(drawn).iter(f"{SVG}text"):
        size, said = float(node.attrib["font-size"]), node.text or ""
        x, y, width = float(node.attrib["x"]), float(node.attrib["y"]), text_width(said, size)
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[node.attrib.get("text-anchor", "start")]
        yield said, (left, y - size * 0.75, left + width, y + size * 0.2)


def well_drawn(drawn: str) -> None:
    """Fails where a text leaves the frame or covers another."""
    width, height = map(float, root(drawn).attrib["viewBox"].split()[2:])
    placed = list(boxes(drawn))
    for said, (left, top, right, bottom) in placed:
        assert left >= -1 and right <= width + 1, (
            f"{said!r} leaves the frame ({left:.0f}–{right:.0f} of {width:.0f})"
        )
        assert top >= -1 and bottom <= height + 1, (
            f"{said!r} leaves the frame ({top:.0f}–{bottom:.0f} of {height:.0f})"
        )
    for at, (said, one) in enumerate(placed):
        for other_said, other in placed[:at]:
            apart = one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]
            assert apart, f"{said!r} covers {other_said!r}"
