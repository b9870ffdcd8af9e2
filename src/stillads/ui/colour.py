"""Arithmetic of one municipality colour: contrast as WCAG 2.2 counts it, tints and shades."""

import re
from dataclasses import dataclass

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
WHITE = "#ffffff"
BLACK = "#000000"
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3 (AA) for text of ordinary size


@dataclass(frozen=True, slots=True)
class Palette:
    """The colour and what is derived from it; every value is `#rrggbb`."""

    colour: str
    dark: str
    middle: str
    soft: str
    faint: str


def parse(text: str) -> tuple[int, int, int]:
    """`#0b5a4c` or `#fff` as three numbers 0–255; ValueError for anything else."""
    if not _HEX.fullmatch(text):
        raise ValueError(f"not a colour: {text!r} (write it as #0b5a4c)")
    digits = text[1:] if len(text) == 7 else "".join(digit * 2 for digit in text[1:])
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def mix(first: str, second: str, share: float) -> str:
    """`share` (0–1) of `first`, the rest `second`."""
    pairs = zip(parse(first), parse(second), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (_linear(channel / 255) for channel in parse(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio, 1 to 21, whichever of the two is lighter."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def palette(colour: str) -> Palette:
    """All that the pages and pictures need from the municipality's one colour."""
    return Palette(
        colour=mix(colour, WHITE, 1),
        dark=mix(colour, BLACK, 0.78),
        middle=mix(colour, WHITE, 0.45),
        soft=mix(colour, WHITE, 0.16),
        faint=mix(colour, WHITE, 0.06),
    )


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
