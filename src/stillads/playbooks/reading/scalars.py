"""What a plain YAML 1.2 scalar is (core schema): nothing, true or false, a number, or a text.

A decimal number stays exact. `12:30`, `yes` and `2026-08-23` are texts.
"""

import re
from decimal import Decimal
from typing import Final

_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTH: Final = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE: Final = re.compile(r"[-+]?[0-9]{1,30}")
_DECIMAL: Final = re.compile(r"[-+]?(?:\.[0-9]{1,30}|[0-9]{1,30}(?:\.[0-9]{0,30})?)(?:[eE][-+]?[0-9]{1,2})?")

type_scalar = str | int | bool | Decimal | None


def scalar(text: str) -> type_scalar:
    """The value of an unquoted scalar."""
    if text in _NOTHING:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) else text
