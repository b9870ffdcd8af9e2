"""The rules of R4 for a Questionnaire that can be checked without a server: names, types, que-0 to que-13."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from .extensions import type_item
from .terms import OPERATORS

TYPES: Final = frozenset({
    "group", "display", "boolean", "decimal", "integer", "date", "dateTime", "time", "string", "text", "url",
    "choice", "open-choice", "attachment", "reference", "quantity",
})  # fmt: skip
STATUSES: Final = frozenset({"draft", "active", "retired", "unknown"})
_ITEM: Final = frozenset({
    "id", "extension", "modifierExtension", "linkId", "definition", "code", "prefix", "text", "type", "enableWhen",
    "enableBehavior", "required", "repeats", "readOnly", "maxLength", "answerValueSet", "answerOption", "initial",
    "item",
})  # fmt: skip
_CHOICES: Final = frozenset({"choice", "open-choice"})
_LENGTH: Final = frozenset({"boolean", "decimal", "integer", "string", "text", "url", "open-choice"})
_OPTIONS: Final = frozenset({
    "valueInteger", "valueDate", "valueTime", "valueString", "valueCoding", "valueReference"
})  # fmt: skip
_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that is broken (`que-1`, or what is wrong in short), and where."""

    rule: str
    where: str


def faults(resource: dict[str, Any]) -> list[Fault]:
    """Every rule that the resource breaks; an empty list where it is in order."""
    found = list(_of_resource(resource))
    items = list(_walk(resource.get("item"), 0, found))
    counted = Counter(item.get("linkId") for item in items)
    found += [Fault("que-2", str(link_id)) for link_id, times in counted.items() if times > 1]
    known = set(counted)
    for item in items:
        where = str(item.get("linkId", "?"))
        found += [Fault(rule, where) for rule, holds in _RULES.items() if not holds(item)]
        found += [Fault(rule, where) for rule in _of_conditions(item, known)]
    return found


def _of_resource(resource: dict[str, Any]) -> Iterator[Fault]:
    if resource.get("resourceType") != "Questionnaire":
        yield Fault("resourceType", "Questionnaire")
    if resource.get("status") not in STATUSES:
        yield Fault("status", "Questionnaire")
    name = resource.get("name")
    if name is not None and not re.fullmatch(r"[A-Z]([A-Za-z0-9_]){0,254}", str(name)):
        yield Fault("que-0", "Questionnaire")


def _walk(items: Any, depth: int, found: list[Fault]) -> Iterator[type_item]:
    if items is None:
        return
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        found.append(Fault("item", "Questionnaire"))
        return
    if depth > _DEEPEST:
        found.append(Fault("depth", "Questionnaire"))
        return
    for item in items:
        yield item
        yield from _walk(item.get("item"), depth + 1, found)


def _type(item: type_item) -> str:
    return str(item.get("type"))


def _link_id(item: type_item) -> bool:
    link_id = item.get("linkId")
    return isinstance(link_id, str) and 0 < len(link_id) <= 255 and link_id == link_id.strip()


def _que_1(item: type_item) -> bool:
    return (
        bool(item.get("item"))
        if _type(item) == "group"
        else not (_type(item) == "display" and item.get("item"))
    )


def _not_for_display(*names: str) -> Callable[[type_item], bool]:
    return lambda item: _type(item) != "display" or not any(name in item for name in names)


def _options(item: type_item) -> bool:
    options = item.get("answerOption", [])
    return isinstance(options, list) and all(
        isinstance(one, dict) and len(_OPTIONS & set(one)) == 1 for one in options
    )


_RULES: Final[dict[str, Callable[[type_item], bool]]] = {
    "linkId": _link_id,
    "type": lambda item: _type(item) in TYPES,
    "elements": lambda item: set(item) <= _ITEM,
    "text": lambda item: (
        item.get("text") is None or (isinstance(item["text"], str) and bool(item["text"].strip()))
    ),
    "answerOption": _options,
    "choice": lambda item: _type(item) != "choice" or "answerOption" in item or "answerValueSet" in item,
    "que-1": _que_1,
    "que-3": _not_for_display("code"),
    "que-4": lambda item: not ("answerOption" in item and "answerValueSet" in item),
    "que-5": lambda item: _type(item) in _CHOICES or not ({"answerOption", "answerValueSet"} & set(item)),
    "que-6": _not_for_display("required", "repeats"),
    "que-8": lambda item: _type(item) not in ("group", "display") or "initial" not in item,
    "que-9": _not_for_display("readOnly"),
    "que-10": lambda item: _type(item) in _LENGTH or "maxLength" not in item,
    "que-11": lambda item: not ("answerOption" in item and "initial" in item),
    "que-12": lambda item: not _several(item, "enableWhen") or item.get("enableBehavior") in ("all", "any"),
    "que-13": lambda item: item.get("repeats") is True or not _several(item, "initial"),
}


def _several(item: type_item, name: str) -> bool:
    return isinstance(item.get(name), list) and len(item[name]) > 1


def _of_conditions(item: type_item, known: set[Any]) -> Iterator[str]:
    rows = item.get("enableWhen", [])
    for row in rows if isinstance(rows, list) else [None]:
        answers = [name for name in row if name.startswith("answer")] if isinstance(row, dict) else []
        if not isinstance(row, dict) or len(answers) != 1 or row.get("operator") not in OPERATORS:
            yield "enableWhen"
        elif row.get("question") not in known:
            yield "enableWhen.question"
        elif row["operator"] == "exists" and answers != ["answerBoolean"]:
            yield "que-7"
