"""What a drawing may contain: an SVG is put into web pages as it is, so nothing in it may run or fetch."""

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

SVG = "{http://www.w3.org/2000/svg}"
RUNS = frozenset(
    {"script", "foreignObject", "iframe", "object", "embed", "animate", "animateTransform", "set"}
)
FETCHES = frozenset({"use", "image", "a", "style"})
REMOTE = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)


def checked_svg(svg: str) -> str:
    """The drawing itself; ValueError if it is not an SVG element or holds anything that runs or fetches."""
    try:
        root = fromstring(svg, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise ValueError(f"this is not an SVG drawing: {error}") from None
    if root.tag != f"{SVG}svg" or not (root.get("viewBox") or (root.get("width") and root.get("height"))):
        raise ValueError("a drawing is an <svg> element with a viewBox")
    for element in root.iter():
        _check(element)
    return svg


def _check(element: Element) -> None:
    name = str(element.tag).removeprefix(SVG)
    if name in RUNS | FETCHES or "}" in name:
        raise ValueError(f"a drawing may not hold <{name}>")
    for key, value in element.attrib.items():
        plain = key.rpartition("}")[2]
        if plain.startswith("on") or plain in {"href", "style"} or REMOTE.search(value):
            raise ValueError(f"a drawing may not hold {plain}={value[:40]!r}")
