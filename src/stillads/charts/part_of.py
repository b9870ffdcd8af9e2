"""So many of so many: one mark per person or thing, filled for those that are counted."""

from . import svg

MOST = 60  # more marks than this are no longer counted by eye
_WIDTH, _ROW, _IN_ROW = 640.0, 32.0, 20
_STEP, _RADIUS = _WIDTH / _IN_ROW, 10.5


def can_draw(counted: int, out_of: int) -> bool:
    """Whether `counted` of `out_of` makes a picture: a true part of few enough to see each."""
    return 0 <= counted <= out_of and 2 <= out_of <= MOST


def draw(counted: int, out_of: int, *, title: str, standalone: bool = False, colour: str = svg.OWN) -> str:
    """The marks as SVG, in rows of twenty. `title` says in words what they show.

    ValueError where `can_draw` says no.
    """
    if not can_draw(counted, out_of):
        raise ValueError(f"part_of: {counted} of {out_of} cannot be drawn")
    body = "".join(_mark(at, at < counted, colour, standalone) for at in range(out_of))
    rows = (out_of + _IN_ROW - 1) // _IN_ROW
    return svg.picture(svg.Box(_WIDTH, rows * _ROW), body, title=title, kind="part-of", standalone=standalone)


def _mark(at: int, filled: bool, colour: str, standalone: bool) -> str:
    row, column = divmod(at, _IN_ROW)
    x, y = (column + 0.5) * _STEP, (row + 0.5) * _ROW
    if filled:
        own = None if standalone else "c-own"
        return svg.element("circle", cx=x, cy=y, r=_RADIUS, fill=colour, class_=own)
    return svg.element(
        "circle", cx=x, cy=y, r=_RADIUS - 0.75, fill=svg.PAPER, stroke=svg.LINE, stroke_width=1.5
    )
