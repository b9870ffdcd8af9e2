"""What every picture of figures draws with: the municipality's colour, readings, textures, empty pictures."""

from dataclasses import dataclass
from html import escape

from stillads.kernel.language import gettext as _

from . import svg

type_look = dict[str, str | float | None]


@dataclass(frozen=True, slots=True)
class Size:
    """How wide a picture is drawn and how large its text is, in user units. A phone has its own."""

    name: str
    width: float
    text: float
    lane: float

    @property
    def narrow(self) -> bool:
        """Whether it is drawn for a phone."""
        return self.name == "narrow"


SIZES = {"page": Size("page", 720, 15, 21), "narrow": Size("narrow", 320, 14, 19)}


def size_of(name: str) -> Size:
    """The size of that name; ValueError for another."""
    if name not in SIZES:
        raise ValueError(f"size={name!r}; known are {', '.join(SIZES)}")
    return SIZES[name]


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws for a page (classes, readings) or, `standalone`, for paper and files (colours only)."""

    size: Size
    standalone: bool
    colour: str

    def fill(self, opacity: float | None = None) -> type_look:
        """The municipality's colour as fill."""
        css = None if self.standalone else "c-own"
        return {"fill": self.colour, "class_": css, "fill_opacity": _share(opacity)}

    def stroke(self, width: float) -> type_look:
        """The municipality's colour as stroke."""
        css = None if self.standalone else "s-own"
        return {"stroke": self.colour, "class_": css, "stroke_width": width}

    def reading(self, said: str, drawn: str) -> str:
        """A mark with what it says, for the page's reader of points; paper needs the mark alone."""
        if self.standalone:
            return drawn
        return f'<g data-said="{escape(svg.writable(said))}">{drawn}</g>'

    def text(self, said: str, x: float, y: float, *, anchor: str = "start", **look: str | None) -> str:
        """Text of this size with a rim of paper, so that lines do not strike it through."""
        rim = {"stroke": svg.PAPER, "stroke_width": "3", "paint_order": "stroke", "stroke_linejoin": "round"}
        return svg.text(said, x, y, size=self.size.text, anchor=anchor, **{**rim, **look})

    def picture(self, height: float, body: str, *, title: str, description: str, kind: str) -> str:
        """The svg element."""
        return svg.picture(
            svg.Box(self.size.width, height), body, title=title, description=description,
            kind=f"chart chart-{kind}", standalone=self.standalone,
        )  # fmt: skip

    def empty(self, *, title: str, description: str, kind: str) -> str:
        """The picture of no figures: a frame that says so."""
        width, height = self.size.width, 6 * self.size.text
        frame = svg.element(
            "rect", x=1, y=1, width=width - 2, height=height - 2, rx=4, fill=svg.PAPER, stroke=svg.LINE,
            stroke_dasharray="4 4",
        )  # fmt: skip
        said = self.text(nothing(), width / 2, height / 2 + 5, anchor="middle", fill=svg.QUIET)
        return self.picture(
            height, frame + said, title=title, description=description or nothing(), kind=kind
        )


def nothing() -> str:
    """What stands where there are no figures."""
    return _("There are no figures yet.")


def hatch(
    x: float, y: float, width: float, height: float, *, step: float = 6, colour: str = svg.QUIET
) -> str:
    """Diagonal lines that fill a rectangle: a texture without definitions, the same on paper."""
    d = []
    reach = step
    while reach < width + height:
        x1, y1 = (x + reach, y) if reach <= width else (x + width, y + reach - width)
        x2, y2 = (x, y + reach) if reach <= height else (x + reach - height, y + height)
        d.append(f"M{svg.number(x1)} {svg.number(y1)}L{svg.number(x2)} {svg.number(y2)}")
        reach += step
    return svg.element("path", d="".join(d), stroke=colour, stroke_width=1.2, fill="none") if d else ""


def _share(opacity: float | None) -> str | None:
    return None if opacity is None else f"{opacity:.2f}"
