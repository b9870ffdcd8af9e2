"""Items as plain data and as YAML, ready to be pasted into a playbook."""

from collections.abc import Mapping
from typing import Any, Final

from ..format.canonical import parts_of
from ..format.items import Items
from ..reading.writing import yaml_of

_FIRST: Final = ("kind", "key", "title", "text", "help", "required", "show_if")
"""Keys in the order in which one reads them; the others come after."""


def items_as_data(items: Items, *, exact: bool = False) -> list[dict[str, Any]]:
    """Plain data as JSON holds it; `exact` keeps decimals as such, for YAML."""
    return [_ordered(parts_of(item, exact=exact)) for item in items]


def items_as_yaml(items: Items) -> str:
    """The items as a YAML list."""
    return yaml_of(items_as_data(items, exact=True))


def _ordered(value: Any) -> Any:
    if isinstance(value, Mapping):
        keys = sorted(value, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
        return {key: _ordered(value[key]) for key in keys}
    return [_ordered(each) for each in value] if isinstance(value, list) else value
