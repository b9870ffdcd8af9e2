"""A condition as a row of simple tests, and back: plain data, no form."""

from collections.abc import Sequence
from typing import Any, Final

_TESTS: Final = ("is", "is_not", "at_least", "at_most", "answered")
_GROUPS: Final = ("all", "any", "none")


def rows_of(condition: Any, most: int) -> tuple[str, list[dict[str, Any]]] | None:
    """(all, any or none; the tests), or None where it is deeper or longer than `most` rows can say."""
    if not condition:
        return "all", []
    group = next((name for name in _GROUPS if name in condition), None)
    if group is None:
        how, rows = _split(condition)
    else:
        inner = [_split(each) for each in condition[group]]
        if any(len(found) != 1 or how == "none" for how, found in inner):
            return None
        how, rows = group, [found[0] for _how, found in inner]
    known = all(set(row) <= {"question", *_TESTS} for row in rows)
    return (how, rows) if known and len(rows) <= most else None


def joined(how: str, rows: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The condition of tests; as short as the format allows."""
    if not rows:
        return None
    questions = {row["question"] for row in rows}
    values = [value for row in rows for value in row.get("is", ())]
    if len(questions) == 1 and how in {"any", "none"} and all(set(row) == {"question", "is"} for row in rows):
        return {"question": rows[0]["question"], "is" if how == "any" else "is_not": values}
    if how == "none":
        return {"none": list(rows)}
    if len(rows) == 1:
        return dict(rows[0])
    names = [name for row in rows for name in row if name != "question"]
    if how == "all" and len(questions) == 1 and len(names) == len(set(names)):
        return {name: value for row in rows for name, value in row.items()}
    return {how: list(rows)}


def _split(condition: Any) -> tuple[str, list[dict[str, Any]]]:
    """One test of one question into its rows."""
    question = condition.get("question")
    tests = {name: condition[name] for name in _TESTS if name in condition}
    if len(tests) == 1 and (name := next(iter(tests))) in {"is", "is_not"}:
        rows = [{"question": question, "is": [value]} for value in _listed(tests[name])]
        return ("none" if name == "is_not" else "any" if len(rows) > 1 else "all"), rows
    if set(condition) - {"question", *_TESTS}:
        return "all", [dict(condition)]
    return "all", [
        {"question": question, name: _listed(value) if name in {"is", "is_not"} else value}
        for name, value in tests.items()
    ]


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]
