"""A form's items as a FHIR R4 Questionnaire."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ...format.conditions import Condition
from ...format.items import Group, Item, Items, Scale, Section
from ...questions import Question
from ...questions.scales import SCALES
from .conditions import Link, put_condition
from .extensions import CONTROL, CONTROLS, KIND, MAX_OCCURS, MIN_OCCURS, extend, type_item
from .kinds import write_question


@dataclass(frozen=True, slots=True)
class Written:
    """The resource as plain data, and the linkIds of what other systems show always, though we do not."""

    resource: dict[str, Any]
    always_shown: tuple[str, ...]


def write_questionnaire(
    items: Items,
    *,
    key: str,
    title: str,
    intro: str = "",
    thanks: str = "",
    version: str = "",
    url: str = "",
    status: str = "draft",
) -> Written:
    """`key` names it for programs, `url` is its canonical address where it has one."""
    writer = _Writer()
    resource: dict[str, Any] = {"resourceType": "Questionnaire"}
    if url:
        resource["url"] = url
    if version:
        resource["version"] = version
    resource |= {"language": "da", "name": _name(key), "title": title, "status": status}
    told = [_display("intro", intro)] if intro else []
    ended = [_display("thanks", thanks)] if thanks else []
    resource["item"] = [*told, *writer.items(items), *ended]
    return Written(resource, tuple(writer.always_shown))


def _name(key: str) -> str:
    words = "".join(part.capitalize() for part in key.replace("_", "-").split("-"))
    return words if words[:1].isalpha() else f"Q{words}"


def _display(link_id: str, text: str) -> type_item:
    return {"linkId": link_id, "type": "display", "text": text}


def _help(link_id: str, text: str) -> list[type_item]:
    if not text:
        return []
    item = _display(f"{link_id}-help", text)
    coding = {"system": CONTROLS, "code": "help"}
    extend(item, CONTROL, valueCodeableConcept={"coding": [coding]})
    return [item]


@dataclass(slots=True)
class _Writer:
    known: dict[str, Link] = field(default_factory=dict)
    always_shown: list[str] = field(default_factory=list)
    sections: int = 0

    def items(self, items: Items) -> Iterator[type_item]:
        for item in items:
            yield self._item(item)

    def _item(self, item: Item) -> type_item:
        if isinstance(item, Section):
            return self._section(item)
        if isinstance(item, Group):
            return self._group(item)
        return self._scale(item) if isinstance(item, Scale) else self._question(item)

    def _question(self, asked: Question, group: str = "") -> type_item:
        link_id = f"{group}.{asked.key}" if group else asked.key
        item = self._open(link_id, asked.text, asked.show_if, write_question(asked), asked.required)
        self.known[asked.key] = Link(link_id, asked)
        told = _help(link_id, asked.help)
        return item | ({"item": told} if told else {})

    def _section(self, section: Section) -> type_item:
        self.sections += 1
        link_id = f"section-{self.sections}"
        head = self._open(link_id, section.title, section.show_if, _group_of("section"))
        inner = [self._item(item) for item in section.items]
        return head | {"item": [*_help(link_id, section.help), *inner]}

    def _group(self, group: Group) -> type_item:
        made = _group_of("group") | {"repeats": True}
        extend(made, MIN_OCCURS, valueInteger=group.at_least)
        extend(made, MAX_OCCURS, valueInteger=group.at_most)
        head = self._open(group.key, group.title, group.show_if, made, group.at_least > 0)
        outside = dict(self.known)
        inner = [self._question(question, group.key) for question in group.items]
        self.known = outside
        return head | {"item": [*_help(group.key, group.help), *inner]}

    def _scale(self, scale: Scale) -> type_item:
        named = SCALES[scale.scale]
        made = _group_of(f"scale-{scale.scale}")
        head = self._open(scale.key, named.title, scale.show_if, made, scale.required)
        inner = [self._question(asked.model_copy(update={"show_if": None})) for asked in scale.questions]
        return head | {"item": [*_help(scale.key, named.intro), *inner]}

    def _open(
        self, link_id: str, text: str, when: Condition | None, made: type_item, required: bool = False
    ) -> type_item:
        item: type_item = {
            "linkId": link_id,
            "text": text,
            **made,
            **({"required": True} if required else {}),
        }
        if not put_condition(item, when, self.known):
            self.always_shown.append(link_id)
        return item


def _group_of(kind: str) -> type_item:
    item: type_item = {"type": "group"}
    extend(item, KIND, valueCode=kind)
    return item
