"""The choices sheet: lists of (code, label) by name."""

from collections.abc import Mapping, Sequence

from ..choices import type_pair
from .languages import Language
from .sheets import Row


def lists_of(rows: Sequence[Row], language: Language) -> Mapping[str, list[type_pair]]:
    """The lists. A choice without a name is left out, one without a label shows its name."""
    lists: dict[str, list[type_pair]] = {}
    for row in rows:
        if name := row.get("list_name"):
            code = row.get("name")
            if code:
                lists.setdefault(name, []).append((code, language.text(row, "label") or code))
    return lists
