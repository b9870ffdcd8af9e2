"""The survey sheet: its rows as a tree of blocks, questions and texts."""

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _
from pydantic import ValidationError

from ..conditions import unsayable
from ..logic.comparisons import number_or_none
from ..logic.names import Known
from ..logic.parser import parse
from ..logic.terms import Term
from ..personal import asks_who
from ..refusals import CannotSay, Unreadable
from ..report import BY_ITSELF, Field
from ..tree import Asked, Block, Told
from ..words import line_and_rest, paragraphs, plain
from .context import Asking, Context
from .sheets import Row
from .spelling import words_of
from .types import LOST, MAKERS, OF_ITSELF

_YES: Final = frozenset({"yes", "true", "true()", "1", "ja", "required"})
_NO: Final = frozenset({"", "no", "false", "false()", "0", "nej"})
_MOST_REPEATS: Final = 50


class Survey:
    """Reads row after row; `root` is the tree."""

    def __init__(self, context: Context) -> None:
        self.root = Block(place="")
        self._context = context
        self._open: list[tuple[str, Block]] = [("", self.root)]
        self._groups: list[str] = []

    def read(self, rows: Sequence[Row]) -> Block:
        """The tree. Raises Unreadable where a group is not closed, or closed without having begun."""
        for row in rows:
            words = words_of(row.get("type"))
            if words and row.get("disabled").lower() not in _YES:
                self._row(row, words)
        if len(self._open) > 1:
            raise Unreadable(_("%s is never ended.") % self._open[-1][1].place)
        return self.root

    def _row(self, row: Row, words: tuple[str, ...]) -> None:
        kind = words[0].lower().removeprefix("uri:")
        if kind in ("begin_group", "begin_repeat"):
            self._begin(row, kind.removeprefix("begin_"))
        elif kind in ("end_group", "end_repeat"):
            self._end(row, kind.removeprefix("end_"))
        else:
            self._field(row, kind, words)

    def _begin(self, row: Row, kind: str) -> None:
        place = _("Row %d") % row.number
        text, notes = plain(self._context.language.text(row, "label"), "xlsform")
        title, rest = line_and_rest(text)
        block = Block(place, title, rest, order=self._context.next_order())
        try:
            block.when = _term(row)
        except CannotSay as error:
            self._warn(place, _("It is always shown, as its condition cannot be said here: %s.") % error.why)
        for said in notes:
            self._warn(place, said)
        if kind == "repeat":
            self._repeat(row, block)
        self._open[-1][1].parts.append(block)
        self._open.append((kind, block))

    def _repeat(self, row: Row, block: Block) -> None:
        block.repeated = True
        block.key = self._context.keys.make(row.get("name") or block.title)
        block.title = block.title or _named(row.get("name"))
        count = number_or_none(row.get("repeat_count"))
        if count is not None and 1 <= count <= _MOST_REPEATS:
            block.at_least, block.at_most = min(int(count), 20), int(count)
        elif row.get("repeat_count"):
            self._warn(block.place, _("How many times it is repeated was lost."))
        self._groups.append(block.key)

    def _end(self, row: Row, kind: str) -> None:
        began, block = self._open[-1]
        if began != kind:
            raise Unreadable(_("Row %d ends a group that has not begun.") % row.number)
        if block.repeated:
            self._groups.pop()
        self._open.pop()

    def _field(self, row: Row, kind: str, words: tuple[str, ...]) -> None:
        field = self._context.report.field(str(row.number), row.get("name"), " ".join(words))
        if kind in OF_ITSELF:
            field.became.append(BY_ITSELF)
            self._context.names.lose(field.name)
            return
        try:
            when = _term(row)
        except CannotSay as error:
            unsayable(field, error)
            when = None
        try:
            self._append(row, kind, words, field, when)
        except CannotSay as error:
            self._lose(field, error.why)
        except ValidationError:
            self._lose(field, _("It does not hold together as a question here."))

    def _lose(self, field: Field, why: str) -> None:
        field.lose(why)
        self._context.names.lose(field.name)

    def _append(self, row: Row, kind: str, words: tuple[str, ...], field: Field, when: Term | None) -> None:
        text, notes = plain(self._context.language.text(row, "label"), "xlsform")
        hint, more = plain(self._context.language.text(row, "hint"), "xlsform")
        self._check(row, kind, text)
        field.note(*notes, *more)
        parts, order = self._open[-1][1].parts, self._context.next_order()
        if kind == "note":
            parts.append(Told(field, paragraphs(text, hint), order, when))
            return
        line, rest = line_and_rest(text or hint or _named(field.name))
        help_text = paragraphs(rest, hint if text else "")
        key = self._context.keys.make(field.name or line)
        required = self._required(row, field)
        asking = Asking(row, field, key, line, help_text, required, words, self._context)
        self._make(asking, kind, order, when)
        _left_behind(row, field)

    def _check(self, row: Row, kind: str, text: str) -> None:
        if kind in LOST:
            raise CannotSay(str(LOST[kind]))
        if kind not in MAKERS and kind != "note":
            raise CannotSay(_("The type “%s” is not known.") % kind)
        if row.get("calculation") and not text:
            raise CannotSay(str(LOST["calculate"]))
        if why := asks_who(row.get("name"), text):
            raise CannotSay(why)

    def _make(self, asking: Asking, kind: str, order: int, when: Term | None) -> None:
        made = MAKERS[kind](asking)
        group = self._groups[-1] if self._groups else ""
        self._context.names.add(asking.field.name, Known(made[0].question, order, made[0].codes, group))
        self._open[-1][1].parts += [
            Asked(asking.field, each.question, order, each.when if each.when is not None else when)
            for each in made
        ]

    def _required(self, row: Row, field: Field) -> bool:
        said = row.get("required").lower()
        if said not in _YES | _NO:
            field.note(_("It had to be answered under a condition; here it may be left open."))
        return said in _YES

    def _warn(self, place: str, sentence: str) -> None:
        self._context.report.warn(f"{place}: {sentence}")


def _term(row: Row) -> Term | None:
    said = row.get("relevant")
    return (
        None
        if said.lower().replace(" ", "") in ("", "true", "true()", "1", "yes")
        else parse(said, "xlsform")
    )


def _named(name: str) -> str:
    """Words for what has only a name."""
    return name.replace("_", " ").strip().capitalize() or _("Question")


def _left_behind(row: Row, field: Field) -> None:
    columns = row.columns()
    if row.get("readonly").lower() in _YES:
        field.note(_("It could not be changed; here it can."))
    if "media" in columns:
        field.note(_("A picture, sound or film beside it was lost."))
    if row.get("calculation"):
        field.note(_("What was computed into it was lost."))
