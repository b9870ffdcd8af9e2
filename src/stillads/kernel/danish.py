"""Danish letters: folding for search and a key that sorts alike on both databases."""

import unicodedata

_FOLD = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "y", "ß": "ss"})
_ORDER = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y", "ß": "ss"})


def fold(text: str) -> str:
    """`text` as search compares it: lower case, æ/ø/å as ae/oe/aa, accents off, one space."""
    lowered = unicodedata.normalize("NFC", text).lower().translate(_FOLD)
    plain = unicodedata.normalize("NFKD", lowered)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def sort_key(text: str) -> str:
    """A key whose byte order is Danish order: æ, ø, å after z, and aa sorted as å.

    Source: Retskrivningsordbogen § 4 (alphabetic order). Store it in a `SortKeyField`.
    """
    lowered = unicodedata.normalize("NFC", text).lower().replace("aa", "å").translate(_ORDER)
    plain = unicodedata.normalize("NFKD", lowered)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
