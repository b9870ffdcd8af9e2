"""A drawing as a bitmap, for programs that cannot show SVG (Word, e-mail)."""

from pathlib import Path

from .glyphs import coverage, printable
from .typesetting import typeset


def render_svg(svg: str, fonts: Path, width: int) -> bytes:
    """The SVG as a PNG `width` pixels wide, on white. Raises `typesetting.TypesettingError`."""
    data = {"svg": printable(svg, coverage(fonts))}
    # The template's page is 100 points wide: 72 points are one inch.
    return typeset("drawing.typ", data, fonts=fonts, form="png", ppi=width * 72 / 100)
