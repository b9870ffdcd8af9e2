"""enableWhen of any system as terms."""

from typing import Any, Final

from ..logic.terms import And, Call, Compare, Not, Or, Ref, Term, Value
from ..refusals import CannotSay
from .extensions import type_item

OPERATORS: Final = frozenset({"exists", "=", "!=", ">", "<", ">=", "<="})


def term_of(item: type_item) -> Term | None:
    """The rows of enableWhen as a term; CannotSay where they are none."""
    rows = item.get("enableWhen")
    if not rows:
        return None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise CannotSay("enableWhen")
    parts = tuple(_term(row) for row in rows)
    if len(parts) == 1:
        return parts[0]
    return Or(parts) if item.get("enableBehavior") == "any" else And(parts)


def _term(row: type_item) -> Term:
    asked = row.get("question")
    operator = row.get("operator")
    value = next((row[name] for name in row if name.startswith("answer")), None)
    if not isinstance(asked, str) or operator not in OPERATORS or value is None:
        raise CannotSay("enableWhen")
    if operator == "exists":
        return Compare(Ref(asked), "!=" if value is True else "=", Value(""))
    said = Value(_text(value))
    if operator in ("=", "!=") and isinstance(value, dict) and "value" not in value:
        chosen = Call("selected", (Ref(asked), said))
        return chosen if operator == "=" else Not(chosen)
    return Compare(Ref(asked), operator, said)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        value = value.get("code", value.get("value", value.get("display")))
    if value is None or isinstance(value, dict | list):
        raise CannotSay("enableWhen")
    return str(value)
