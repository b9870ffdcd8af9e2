"""Small drawings for the sample: a 100-day line and a run chart, as `charts` would give them."""

from html import escape

FONT = 'font-family="IBM Plex Sans" font-size="11"'
INK, QUIET, COLOUR = "#1d2329", "#5b646d", "#1f5f5b"


def _svg(width: int, height: int, *parts: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" {FONT}>{"".join(parts)}</svg>'
    )


def _text(x: float, y: float, text: str, *, anchor: str = "middle", fill: str = QUIET) -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="{fill}">{escape(text)}</text>'


def _rule(x1: float, y1: float, x2: float, y2: float, colour: str = QUIET, width: float = 1) -> str:
    return (
        f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{colour}" stroke-width="{width:g}"/>'
    )


def day_line(first: str, last: str, days: int, windows: dict[str, tuple[int, int]]) -> str:
    """Baseline, day 1, the observation windows and the last day."""
    start, end, y = 90, 620, 42

    def at(day: int) -> float:
        return start + (end - start) * (day - 1) / (days - 1)

    parts = [_rule(20, y, start, y, QUIET, 1.5), _rule(start, y, end, y, COLOUR, 3)]
    for name, (opens, closes) in windows.items():
        middle = (at(opens) + at(closes)) / 2
        parts.append(
            f'<rect x="{at(opens):g}" y="{y - 7}" width="{max(at(closes) - at(opens), 6):g}" height="14" '
            f'rx="3" fill="{COLOUR}" fill-opacity="0.3"/>'
        )
        parts.append(_text(middle, y - 14, name))
    parts += [
        f'<circle cx="{start}" cy="{y}" r="6" fill="{COLOUR}"/>',
        f'<circle cx="{end}" cy="{y}" r="6" fill="#ffffff" stroke="{COLOUR}" stroke-width="2"/>',
        _text(20, y + 24, "før", anchor="start"),
        _text(start, y + 24, f"dag 1 · {first}", fill=INK),
        _text(end + 30, y + 24, f"dag {days} · {last}", anchor="end", fill=INK),
    ]
    return _svg(660, 76, *parts)


def run_chart(values: list[float], change_at: int, unit: str, middle: float) -> str:
    """Weekly dots with the centre line named and day 1 drawn."""
    left, right, top, bottom = 42, 560, 22, 190
    highest = max(values) * 1.15

    def spot(n: int, value: float) -> tuple[float, float]:
        return left + (right - left) * n / (len(values) - 1), bottom - (bottom - top) * value / highest

    spots = [spot(n, value) for n, value in enumerate(values)]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in spots)
    x_change = spot(change_at, 0)[0]
    y_middle = spot(0, middle)[1]
    parts = [
        _rule(left, bottom, right, bottom),
        _text(left - 8, bottom + 4, "0", anchor="end"),
        _text(left - 8, top + 8, f"{highest:.0f}", anchor="end"),
        _text(left, top - 8, unit, anchor="start"),
        f'<line x1="{x_change:g}" y1="{top}" x2="{x_change:g}" y2="{bottom}" stroke="{QUIET}" '
        'stroke-dasharray="3 3"/>',
        _text(x_change, top - 8, "dag 1"),
        _rule(left, y_middle, right, y_middle, QUIET),
        _text(right + 8, y_middle + 4, f"midt: {middle:g}", anchor="start"),
        f'<path d="{path}" fill="none" stroke="{COLOUR}" stroke-width="1.6"/>',
        *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.6" fill="{COLOUR}"/>' for x, y in spots),
        *(_text(x, bottom + 18, f"uge {14 + n}") for n, (x, _) in enumerate(spots) if n % 3 == 0),
    ]
    return _svg(640, 218, *parts)


def bars(rows: dict[str, tuple[int, int]]) -> str:
    """Answers as bars, each with n of N."""
    parts = []
    for n, (name, (count, total)) in enumerate(rows.items()):
        y = 12 + n * 30
        width = 300 * count / total
        parts += [
            _text(230, y + 13, name, anchor="end", fill=INK),
            f'<rect x="240" y="{y}" width="300" height="18" fill="{COLOUR}" fill-opacity="0.12"/>',
            f'<rect x="240" y="{y}" width="{width:g}" height="18" fill="{COLOUR}"/>',
            _text(550, y + 13, f"{count} af {total}", anchor="start", fill=INK),
        ]
    return _svg(640, 24 + 30 * len(rows), *parts)
