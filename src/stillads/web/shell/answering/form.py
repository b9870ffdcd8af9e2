"""The form: fields in the playbook's order, read by the one reader of answers."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.forms.boundfield import BoundField
from django.utils.functional import cached_property

from stillads.kernel.rules import Invalid, RuleError
from stillads.playbooks.format.answers import read_answers, type_answers, type_raw
from stillads.playbooks.format.conditions import Condition
from stillads.playbooks.format.items import Group, Items, Scale, Section
from stillads.playbooks.questions import Question
from stillads.playbooks.questions.scales import SCALES
from stillads.web.shell.forms import PageForm

from .fields import field_for, type_offered
from .photos import DROP, Photos, type_keeper

MORE = "more-"  # no question is called so: a button of this name asks for one more row of a group


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A field and when it is shown: a condition as JSON for the script, empty for always."""

    name: str
    show_if: str = ""


@dataclass(frozen=True, slots=True)
class AskedPart:
    """Fields under a heading (or under none). `more` is the button's name where a group can grow."""

    title: str
    help: str
    rows: tuple[AskedRow, ...]
    show_if: str = ""
    more: str = ""
    numbered: tuple[tuple[AskedRow, ...], ...] = field(default=())


class AnswerForm(PageForm):
    """Asks `items`. After `is_valid()`, `answers` are the typed answers and `raw` what was sent.

    offered     what the questions about somebody or something can choose among, by kind
    keep_photo  keeps an uploaded photo and gives its public id
    given       answers that stand there already, as they were sent (a draft, a correction)
    """

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        items: Items,
        offered: type_offered | None = None,
        keep_photo: type_keeper | None = None,
        given: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, files, initial=given, **kwargs)
        self.items = items
        self.offered: type_offered = offered or {}
        self.keep_photo = keep_photo
        self.answers: type_answers = {}
        self.raw: type_raw = {}
        self.photos = Photos(self)
        self.asked = tuple(self._parts(items))

    def is_valid(self) -> bool:
        """Not where one more row was asked for."""
        return not self.wants_more and super().is_valid()

    @property
    def wants_more(self) -> bool:
        """Was a button pressed that adds a row, or lets go of a photo?"""
        return self.is_bound and any(name.startswith((MORE, DROP)) for name in self.data)

    @cached_property
    def parts(self) -> list[dict[str, Any]]:
        """What the template shows: headings, and fields with their conditions."""
        if self.is_bound:
            self.errors.as_data()  # reads what was sent: a photo is kept before the page says so
        return [
            {
                "part": part,
                "rows": self._shown(part.rows),
                "numbered": [self._shown(rows) for rows in part.numbered],
            }
            for part in self.asked
        ]

    def _shown(self, rows: tuple[AskedRow, ...]) -> list[tuple[BoundField, str]]:
        shown = [row for row in rows if not self.photos.is_settled(row.name)]
        return [
            (self[row.name], "" if self.photos.is_asked_again(row.name) else row.show_if) for row in shown
        ]

    def clean(self) -> dict[str, Any]:
        """Reads the answers; reasons go beside their fields."""
        cleaned = super().clean() or {}
        self.raw = self._sent()
        try:
            if self.keep_photo is not None and self.files:
                self.raw = {**self.raw, **self.photos.keep(self.keep_photo)}
            self.answers = read_answers(self.items, self.raw)
        except Invalid as refusal:
            for name, reason in refusal.errors.items():
                self.add_error(name if name in self.fields else None, str(reason))
        except RuleError as refusal:
            self.add_error(refusal.field if refusal.field in self.fields else None, str(refusal.reason))
        return cleaned

    def _sent(self) -> dict[str, list[str]]:
        names = [name for name in self.fields if name not in self.base_fields]  # a page's own are no answers
        return {
            name: self._texts(name) for name in names if name in self.data and not self.photos.is_word(name)
        }

    def _texts(self, name: str) -> list[str]:
        many = getattr(self.data, "getlist", None)
        said = many(name) if many else self.data[name]
        return [str(text) for text in said] if isinstance(said, list | tuple) else [str(said)]

    def _parts(self, items: Items) -> list[AskedPart]:
        parts: list[AskedPart] = []
        loose: list[AskedRow] = []
        for item in items:
            if isinstance(item, Question):
                loose += self._ask(item, item.key)
                continue
            if loose:
                parts.append(AskedPart("", "", tuple(loose)))
                loose = []
            parts += self._part(item)
        return [*parts, AskedPart("", "", tuple(loose))] if loose else parts

    def _part(self, item: Scale | Group | Section) -> list[AskedPart]:
        condition = _json(item.show_if)
        if isinstance(item, Scale):
            scale = SCALES[item.scale]
            rows = tuple(row for question in item.questions for row in self._ask(question, question.key))
            return [AskedPart(scale.intro, "", rows, condition)]
        if isinstance(item, Group):
            return [self._group(item, condition)]
        inner = self._parts(item.items)
        head = AskedPart(item.title, item.help, (), condition)
        return [head, *(_under(part, condition) for part in inner)]

    def _group(self, group: Group, condition: str) -> AskedPart:
        count = self._rows_of(group)
        rows = tuple(
            tuple(
                row
                for question in group.items
                for row in self._ask(question, f"{group.key}.{number}.{question.key}")
            )
            for number in range(count)
        )
        more = f"{MORE}{group.key}" if count < group.at_most else ""
        return AskedPart(group.title, group.help, (), condition, more, rows)

    def _rows_of(self, group: Group) -> int:
        """As many as were sent, one more where that was asked for, and never none."""
        source = self.data if self.is_bound else self.initial
        sent = {name.split(".")[1] for name in source if name.startswith(f"{group.key}.")}
        numbers = [int(number) for number in sent if number.isdecimal()]
        wanted = max(numbers, default=-1) + 1 + (self.is_bound and f"{MORE}{group.key}" in self.data)
        return min(max(wanted, group.at_least, 1), group.at_most)

    def _ask(self, question: Question, name: str) -> list[AskedRow]:
        self.fields[name] = field_for(question, self.offered)
        words = self.photos.ask(name) if question.kind == "photo" else []
        return [AskedRow(name, _json(question.show_if)), *(AskedRow(*word) for word in words)]


def _under(part: AskedPart, condition: str) -> AskedPart:
    return AskedPart(part.title, part.help, part.rows, part.show_if or condition, part.more, part.numbered)


def _json(condition: Condition | None) -> str:
    if condition is None:
        return ""
    said = condition.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return json.dumps(said, ensure_ascii=False)
