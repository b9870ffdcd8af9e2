"""The shades a publication is printed in, all derived from the municipality's one colour."""

from dataclasses import dataclass

WHITE = "#ffffff"
INK = "#1d2329"
READABLE = 4.5  # WCAG 2.2, 1.4.3: ordinary text


@dataclass(frozen=True, slots=True)
class Shades:
    """`#rrggbb` each. `deep` carries white text and is itself readable on white; `ink` is the text colour."""

    deep: str
    colour: str
    middle: str
    soft: str
    faint: str
    ink: str = INK


def shades(colour: str) -> Shades:
    """Shades of any colour, however light: `deep` is darkened until white on it can be read."""
    deep = colour
    while contrast(deep, WHITE) < READABLE + 1.5:
        deep = mix(deep, "#000000", 0.92)
    return Shades(
        deep=deep,
        colour=colour,
        middle=mix(deep, WHITE, 0.42),
        soft=mix(deep, WHITE, 0.14),
        faint=mix(deep, WHITE, 0.06),
    )


def mix(first: str, second: str, share: float) -> str:
    """`share` (0 to 1) of `first`, the rest `second`."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def contrast(first: str, second: str) -> float:
    """Contrast ratio as WCAG counts it, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
