"""What a list says of a playbook, read from its plain data: a draft may lack any of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Summary:
    """`minutes` per employee and week; texts are empty and numbers nought where nothing is said."""

    title: str
    question: str
    summary: str
    theme: str
    minutes: float
    instruments: int


def summary_of(data: Mapping[str, Any]) -> Summary:
    """Of a playbook's plain data, whole or not."""
    instruments = [row for row in _list(data.get("instruments")) if isinstance(row, Mapping)]
    return Summary(
        title=_danish(data, "title"),
        question=_danish(data, "question"),
        summary=_danish(data, "summary"),
        theme=str(data.get("theme") or ""),
        minutes=sum(minutes_of(row.get("cost")) for row in instruments),
        instruments=len(instruments),
    )


def minutes_of(cost: Any) -> float:
    """Minutes a week of a `cost` as it stands in the data."""
    if not isinstance(cost, Mapping):
        return 0
    try:
        return float(cost.get("seconds") or 0) * float(cost.get("times_a_week") or 0) / 60
    except (TypeError, ValueError):
        return 0


def _danish(data: Mapping[str, Any], name: str) -> str:
    said = data.get(name)
    return str(said.get("da") or "") if isinstance(said, Mapping) else ""


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []
