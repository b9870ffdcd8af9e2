"""Which signs the typeface has, and what is printed for those it has not: never an empty box.

The PDF standard refuses a document with a missing glyph, so every text is made printable beforehand: a sign
with a plain counterpart gets it, a well-known picture becomes a Danish word in brackets, any other `[tegn]`.
"""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

WORDS = {
    "👍": "[tommel op]", "👎": "[tommel ned]", "👏": "[klapper]", "🙏": "[tak]", "💪": "[stærk]",
    "👌": "[fint]", "❤": "[hjerte]", "💚": "[hjerte]", "💙": "[hjerte]", "🧡": "[hjerte]", "💛": "[hjerte]",
    "🎉": "[fest]", "🌟": "[stjerne]", "⭐": "[stjerne]", "🌞": "[sol]", "☀": "[sol]", "🌸": "[blomst]",
    "🌹": "[blomst]", "✅": "[flueben]", "✔": "[flueben]", "❌": "[kryds]", "⚠": "[advarsel]",
    "☕": "[kaffe]", "📞": "[telefon]",
}  # fmt: skip
SMILES = {
    "🙂": ":-)", "😊": ":-)", "☺": ":-)", "😀": ":-D", "😃": ":-D", "😄": ":-D", "😁": ":-D", "😂": ":-D",
    "😉": ";-)", "🙁": ":-(", "☹": ":-(", "😢": ":-(", "😞": ":-(", "😕": ":-/",
}  # fmt: skip
LOOKALIKES = {
    "\u202f": "\u00a0", "\u2009": " ", "‐": "-", "‑": "-", "‒": "–", "―": "—", "➔": "→", "➜": "→", "➤": "→",
    "▸": "→", "◀": "←", "⇒": "→", "●": "•", "▪": "•", "■": "•",
}  # fmt: skip
PRINTABLE = WORDS | SMILES | LOOKALIKES
UNKNOWN = "[tegn]"
# Signs that only change the look of the sign before them: skin tones and the choice of a coloured picture.
SILENT = frozenset(map(chr, (0xFE0E, 0xFE0F, 0x20E3, *range(0x1F3FB, 0x1F400))))


def printable(text: str, covered: frozenset[int]) -> str:
    """The text in signs that are all in `covered`."""
    if text.isascii():
        return text
    return "".join(
        sign if ord(sign) in covered or sign in "\n\t" else _instead(sign, covered) for sign in text
    )


def coverage(fonts: Path) -> frozenset[int]:
    """Code points that every cut used in print has (regular, italic, bold …). Read once per folder."""
    return _coverage(fonts)


@cache
def _coverage(fonts: Path) -> frozenset[int]:
    files = sorted(fonts.glob("*.ttf"))
    if not files:
        raise FileNotFoundError(f"there are no fonts (*.ttf) in {fonts}")
    return frozenset.intersection(*(frozenset(_code_points(file.read_bytes())) for file in files))


def _instead(sign: str, covered: frozenset[int]) -> str:
    if sign in SILENT:
        return ""
    plain = PRINTABLE.get(sign) or unicodedata.normalize("NFKD", sign)
    plain = "".join(part for part in plain if not unicodedata.combining(part))
    return plain if plain and all(ord(part) in covered for part in plain) else UNKNOWN


def _code_points(font: bytes) -> Iterator[int]:
    """Code points in the font's character map (OpenType `cmap`, formats 4 and 12)."""
    start = _table(font, b"cmap")
    (subtables,) = struct.unpack_from(">H", font, start + 2)
    for number in range(subtables):
        (offset,) = struct.unpack_from(">I", font, start + 4 + 8 * number + 4)
        (form,) = struct.unpack_from(">H", font, start + offset)
        if form == 4:
            yield from _format_4(font, start + offset)
        elif form == 12:
            yield from _format_12(font, start + offset)


def _table(font: bytes, tag: bytes) -> int:
    (tables,) = struct.unpack_from(">H", font, 4)
    for number in range(tables):
        name, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if name == tag:
            return int(offset)
    raise ValueError("the font has no character map")


def _format_4(font: bytes, at: int) -> Iterator[int]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
    for first, last in zip(starts, ends, strict=True):
        if first != 0xFFFF:
            yield from range(first, last + 1)


def _format_12(font: bytes, at: int) -> Iterator[int]:
    (groups,) = struct.unpack_from(">I", font, at + 12)
    for number in range(groups):
        first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * number)
        yield from range(first, last + 1)
