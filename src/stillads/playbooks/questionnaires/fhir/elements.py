"""Small things that are read of an item of any system."""

from typing import Final

from .extensions import CONTROL, MAX_OCCURS, MIN_OCCURS, decimal_of, extension, type_item

_MOST: Final = 50
_REPEATS: Final = 10


def words_of(item: type_item) -> str:
    """Its words, or nothing."""
    said = item.get("text")
    return said.strip() if isinstance(said, str) else ""


def is_help(item: type_item) -> bool:
    """Is it a text that helps with the item it stands in?"""
    control = extension(item, CONTROL)
    codings = control.get("coding") if isinstance(control, dict) else None
    said = [each.get("code") for each in codings or () if isinstance(each, dict)] if codings else []
    return item.get("type") == "display" and "help" in said


def times(item: type_item) -> tuple[int, int]:
    """How many times a repeated group is answered, at least and at most."""
    least = decimal_of(extension(item, MIN_OCCURS))
    most = decimal_of(extension(item, MAX_OCCURS))
    low = int(least) if least is not None else int(item.get("required") is True)
    high = int(most) if most is not None else _REPEATS
    return min(20, max(0, low)), min(_MOST, max(1, high))
