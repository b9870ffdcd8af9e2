"""The one way in which a playbook is written down as JSON, and its digest."""

import hashlib
import json
from datetime import time
from decimal import Decimal
from typing import Any, Final

from .base import Part
from .playbook import Playbook

_ALWAYS: Final = frozenset({"kind", "format"})
"""Written though they stand at their default: they say how the rest is read."""


def data_of(playbook: Playbook) -> dict[str, Any]:
    """Plain data (what JSON holds) without what stands at its default; `load` gives the same playbook back."""
    return parts_of(playbook)


def parts_of(part: Part, *, exact: bool = False) -> dict[str, Any]:
    """One part as plain data, keys in the order of the model. `exact` leaves a Decimal what it is."""
    fields = type(part).model_fields
    return {
        field.alias or name: _plain(getattr(part, name), exact=exact)
        for name, field in fields.items()
        if name in _ALWAYS or getattr(part, name) != field.get_default(call_default_factory=True)
    }


def _plain(value: Any, *, exact: bool = False) -> Any:
    if isinstance(value, Part):
        return parts_of(value, exact=exact)
    if isinstance(value, list | tuple):
        return [_plain(each, exact=exact) for each in value]
    if isinstance(value, Decimal) and not exact:
        return f"{value.normalize():f}"
    if isinstance(value, time):
        return value.isoformat("auto" if value.second or value.microsecond else "minutes")
    return value


def canonical(data: Any) -> str:
    """JSON with sorted keys and no space: equal data, equal text. A Decimal becomes a text, as in `data_of`."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)


def digest(text: str) -> str:
    """SHA-256 of the canonical JSON, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()
