"""Each kind of question as a FHIR item, and the fields of each kind read from one.

What reading does not give back goes along as the rest, so that out and in again is the same question.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from ...format.canonical import canonical
from ...questions import Question, question_kinds
from .choices import (
    read_likert,
    read_multiple,
    read_single,
    read_smiley,
    write_choice,
    write_points,
)
from .extensions import KIND, REST, extend, text_extension, type_item
from .numbers import read_duration, read_money, read_number, write_duration, write_number

type_write = Callable[[Any], type_item]
type_read = Callable[[type_item], dict[str, Any]]


def _words(asked: Any) -> type_item:
    return {"type": asked.fhir, "maxLength": asked.longest}


def _read_words(item: type_item) -> dict[str, Any]:
    longest = item.get("maxLength")
    most = 300 if item.get("type") != "text" else 10_000
    return {"longest": min(longest, most)} if isinstance(longest, int) and longest > 0 else {}


def _typed(asked: Any) -> type_item:
    return {"type": asked.fhir}


def _nothing(item: type_item) -> dict[str, Any]:
    return {}


_WRITE: Final[Mapping[str, type_write]] = {
    "short_text": _words,
    "long_text": _words,
    "number": write_number,
    "money": write_number,
    "duration": write_duration,
    "single_choice": write_choice,
    "multiple_choice": write_choice,
    "likert": write_points,
    "smiley": write_points,
}
READ: Final[Mapping[str, type_read]] = {
    "short_text": _read_words,
    "long_text": _read_words,
    "number": read_number,
    "money": read_money,
    "duration": read_duration,
    "single_choice": read_single,
    "multiple_choice": read_multiple,
    "likert": read_likert,
    "smiley": read_smiley,
}


def write_question(asked: Question) -> type_item:
    """The item without its text, help and condition."""
    item = _WRITE.get(asked.kind, _typed)(asked)
    extend(item, KIND, valueCode=asked.kind.replace("_", "-"))
    again = read_question(asked.kind, item, {"key": asked.key, "text": asked.text})
    lost = {
        name
        for name in type(asked).model_fields
        if name not in ("kind", "key", "text", "help", "required", "show_if")
        and getattr(again, name) != getattr(asked, name)
    }
    if lost:
        rest = {name: getattr(asked, name) for name in lost}
        extend(item, REST, valueString=canonical(rest))
    return item


def read_question(kind: str, item: type_item, base: Mapping[str, Any]) -> Question:
    """The question of that kind; ValidationError where the item does not make one."""
    fields = READ.get(kind, _nothing)(item)
    return question_kinds()[kind].model_validate({**fields, **rest_of(item), **base, "show_if": None})


def rest_of(item: type_item) -> dict[str, Any]:
    """What an item of our own carries besides; nothing where it cannot be read."""
    try:
        rest = json.loads(text_extension(item, REST) or "{}")
    except (ValueError, RecursionError):
        return {}
    return rest if isinstance(rest, dict) else {}


def own_kind(item: type_item) -> str:
    """The kind that an item of our own says it is."""
    return text_extension(item, KIND).replace("-", "_")
