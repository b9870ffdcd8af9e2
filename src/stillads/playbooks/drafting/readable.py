"""What can be read of a draft's parts, for previews and for what can be chosen among."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ..format.items import Item, Items
from ..format.playbook import AnyInstrument
from ..kinds import InstrumentDefinition

_ITEM: TypeAdapter[Any] = TypeAdapter(Item)
_INSTRUMENT: TypeAdapter[Any] = TypeAdapter(AnyInstrument)


def items_of(rows: list[Any]) -> Items:
    """The questions that are whole, in their order."""
    found = []
    for row in rows:
        try:
            found.append(_ITEM.validate_python(row))
        except ValidationError:
            continue
    return tuple(found)


def instrument_of(part: Mapping[str, Any]) -> InstrumentDefinition | None:
    """The instrument without the questions that are not whole; None where more is missing."""
    filled = {
        "what": "–",
        "used_for": "–",
        "title": "–",
        **{k: v for k, v in part.items() if v not in ("", None)},
    }
    for name in ("items", "start", "visit"):
        if isinstance(filled.get(name), list):
            filled[name] = list(items_of(filled[name]))
    try:
        made: InstrumentDefinition = _INSTRUMENT.validate_python(filled)
    except ValidationError:
        return None
    return made
