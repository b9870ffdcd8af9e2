"""The rows of a dictionary as a tree: forms, section headers and matrices, questions, texts."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from pydantic import ValidationError

from ..conditions import unsayable
from ..logic.names import Known
from ..logic.parser import parse
from ..logic.terms import Term
from ..personal import asks_who
from ..refusals import CannotSay
from ..report import BY_ITSELF, Field
from ..tree import Asked, Block, Told
from ..words import line_and_rest, paragraphs, plain
from .annotations import COMPUTED, HIDDEN, SAID, tags_of
from .context import Asking, Context
from .table import Row
from .types import LOST, MAKERS


class Dictionary:
    """Reads row after row."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._root = Block(place="")
        self._form = self._block = self._root
        self._form_name = ""
        self._order = 0

    def read(self, rows: Sequence[Row]) -> Block:
        """The tree. Several forms become a section each, and so does every section header."""
        several = len({row.get("form") for row in rows}) > 1
        for row in rows:
            self._order += 1
            if several and row.get("form") != self._form_name:
                self._begin_form(row)
            if row.get("header"):
                self._begin_section(row)
            self._field(row)
        return self._root

    def _begin_form(self, row: Row) -> None:
        self._form_name = row.get("form")
        title = line_and_rest(self._form_name.replace("_", " ").strip().capitalize())[0]
        self._form = self._block = Block(self._place(row), title or _("Form"), order=self._order)
        self._root.parts.append(self._form)

    def _begin_section(self, row: Row) -> None:
        text, notes = plain(row.get("header"), "redcap")
        title, rest = line_and_rest(text)
        for said in notes:
            self._context.report.warn(f"{self._place(row)}: {said}")
        self._block = Block(self._place(row), title, rest, order=self._order)
        self._form.parts.append(self._block)

    def _place(self, row: Row) -> str:
        return _("Line %d") % row.line

    def _field(self, row: Row) -> None:
        kind = row.get("type").lower()
        field = self._context.report.field(str(row.line), row.get("name"), _said_type(row))
        if self._order == 1 and kind == "text" and not row.get("validation") and _numbers_records(row):
            field.became.append(BY_ITSELF)
            self._context.names.lose(field.name)
            return
        try:
            self._append(row, kind, field)
        except CannotSay as error:
            self._lose(field, error.why)
        except ValidationError:
            self._lose(field, _("It does not hold together as a question here."))

    def _lose(self, field: Field, why: str) -> None:
        field.lose(why)
        self._context.names.lose(field.name)

    def _append(self, row: Row, kind: str, field: Field) -> None:
        text, notes = plain(row.get("label"), "redcap")
        hint, more = plain(row.get("note"), "redcap")
        _check(row, kind, text)
        field.note(*notes, *more)
        when = _term(row, field)
        if kind == "descriptive":
            self._block.parts.append(Told(field, paragraphs(text, hint), self._order, when))
            return
        line, rest = line_and_rest(text or hint or field.name.replace("_", " ").capitalize())
        key = self._context.keys.make(field.name)
        asking = Asking(row, field, key, line, paragraphs(rest, hint if text else ""), self._context)
        made = MAKERS[kind](asking)
        self._context.names.add(field.name, Known(made[0].question, self._order, made[0].codes))
        self._block.parts += [Asked(field, each.question, self._order, when) for each in made]
        _left_behind(row, field)


def _said_type(row: Row) -> str:
    return f"{row.get('type')} {row.get('validation')}".strip()


def _numbers_records(row: Row) -> bool:
    """The first field of a project is the number of the record."""
    name = row.get("name").lower()
    return name in ("record_id", "id", "record") or name.endswith("_id") or name.startswith("record")


def _check(row: Row, kind: str, text: str) -> None:
    tags = set(tags_of(row.get("annotation")))
    if row.says("identifier"):
        raise CannotSay(_("It is marked as an identifier: who somebody is, is not asked here."))
    if kind in LOST:
        raise CannotSay(str(LOST[kind]))
    if tags & COMPUTED:
        raise CannotSay(str(LOST["calc"]))
    if tags & HIDDEN:
        raise CannotSay(_("It is hidden, so nobody is asked."))
    if kind not in MAKERS and kind != "descriptive":
        raise CannotSay(_("The type “%s” is not known.") % kind)
    if why := asks_who(row.get("name"), text):
        raise CannotSay(why)


def _term(row: Row, field: Field) -> Term | None:
    if not row.get("branching"):
        return None
    try:
        return parse(row.get("branching"), "redcap")
    except CannotSay as error:
        unsayable(field, error)
        return None


def _left_behind(row: Row, field: Field) -> None:
    for tag in tags_of(row.get("annotation")):
        if tag not in SAID:
            field.note(_("@%s has no counterpart.") % tag)
    if row.says("ranking"):
        field.note(_("The answers were put in order; here the same one can be chosen twice."))
