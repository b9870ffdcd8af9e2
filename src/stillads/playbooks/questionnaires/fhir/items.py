"""The items of a FHIR Questionnaire as a tree; items of our own come back as what they were."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.utils.translation import gettext as _
from pydantic import ValidationError

from ...format.items import Scale
from ...questions import question_kinds
from ...questions.scales import SCALES
from ..keys import Keys
from ..logic.names import Known, Names
from ..made import Made
from ..personal import asks_who
from ..refusals import CannotSay
from ..report import Field, FormReport
from ..tree import Asked, Block, Shown, Told
from ..words import line_and_rest, paragraphs
from .conditions import Link, own_condition
from .elements import is_help, times, words_of
from .extensions import HIDDEN, extension, type_item
from .foreign import LOST, MAKERS, Asking
from .kinds import own_kind, read_question
from .terms import term_of

_KEY: Final = 40


class Tree:
    """Walks the items; `names` knows every question by its linkId."""

    def __init__(self, report: FormReport, contained: Mapping[str, Any]) -> None:
        self.names = Names()
        self._known: dict[str, Link] = {}
        self._report = report
        self._contained = contained
        self._keys = Keys()
        self._order = 0
        self._group = ""
        self._link = ""

    def walk(self, items: Sequence[type_item], block: Block) -> None:
        """Puts what the items became into the block."""
        for item in items:
            self._order += 1
            kind = item.get("type")
            if kind == "display":
                self._display(item, block)
            elif kind != "group":
                self._question(item, block)
            elif own_kind(item).startswith("scale_"):
                self._scale(item, block)
            else:
                self._block(item, block)

    def _display(self, item: type_item, block: Block) -> None:
        text = words_of(item)
        if is_help(item) and not block.parts:
            block.help = paragraphs(block.help, text)
        elif text:
            field = self._report.field(item["linkId"], item["linkId"], "display")
            block.parts.append(Told(field, text, self._order, self._when(item, field)))

    def _block(self, item: type_item, block: Block) -> None:
        title, rest = self._line(item)
        inner = Block(item["linkId"], title, rest, order=self._order, when=self._when(item, None))
        if item.get("repeats") is True:
            inner.key = self._key(item, title)
            inner.repeated = True
            inner.title = title or item["linkId"][:200]
            inner.at_least, inner.at_most = times(item)
        block.parts.append(inner)
        if inner.repeated:
            self._inside(item, inner)
        else:
            self.walk(item.get("item") or [], inner)

    def _inside(self, item: type_item, group: Block) -> None:
        """A repeated group has keys of its own, and nobody outside it can look in."""
        outer = self._group, self._known, self._keys, self._link
        self._group, self._known, self._keys, self._link = (
            group.key,
            dict(self._known),
            Keys(),
            item["linkId"],
        )
        self.walk(item.get("item") or [], group)
        self._group, self._known, self._keys, self._link = outer

    def _scale(self, item: type_item, block: Block) -> None:
        name = own_kind(item).removeprefix("scale_")
        if name not in SCALES:
            self._block(item, block)
            return
        field = self._report.field(item["linkId"], item["linkId"], "group")
        key = self._keys.make(item["linkId"])
        scale = Scale(key=key, scale=name, required=item.get("required") is True)
        for asked in scale.questions:
            self._keys.make(asked.key)
            self._known[asked.key] = Link(asked.key, asked)
            codes = {code: code for code in asked.values() or ()}
            self.names.add(asked.key, Known(asked, self._order, codes))
        block.parts.append(Asked(field, scale, self._order, self._when(item, field)))

    def _question(self, item: type_item, block: Block) -> None:
        field = self._report.field(item["linkId"], item["linkId"], str(item.get("type")))
        try:
            made = self._made(item, field)
        except CannotSay as error:
            self._lose(field, error.why)
        except ValidationError:
            self._lose(field, _("It does not hold together as a question here."))
        else:
            when = self._when(item, field)
            first = made[0].question
            self.names.add(item["linkId"], Known(first, self._order, made[0].codes, self._group))
            self._known[first.key] = Link(item["linkId"], first)
            block.parts += [
                Asked(field, each.question, self._order, each.when if each.when is not None else when)
                for each in made
            ]
        self.walk([inner for inner in item.get("item") or [] if not is_help(inner)], block)

    def _made(self, item: type_item, field: Field) -> Sequence[Made]:
        text, rest = self._line(item)
        if extension(item, HIDDEN) is True:
            raise CannotSay(_("It is hidden, so nobody is asked."))
        if why := asks_who(item["linkId"], text):
            raise CannotSay(why)
        helped = [words_of(inner) for inner in item.get("item") or [] if is_help(inner)]
        base = {
            "key": self._key(item, text),
            "text": text or item["linkId"],
            "help": paragraphs(rest, *helped),
            "required": item.get("required") is True,
        }
        own = own_kind(item)
        if own in question_kinds():
            asked = read_question(own, item, base)
            return [Made(asked, {value: value for value in asked.values() or ()})]
        return self._foreign(item, field, base)

    def _key(self, item: type_item, text: str) -> str:
        """Its linkId, where that is a name; a number says nothing, so then the words of the question."""
        link_id = item["linkId"]
        if own_kind(item):
            return self._keys.make(link_id.removeprefix(f"{self._link}."))
        return self._keys.make(link_id if link_id[:1].isalpha() or not text else text, longest=_KEY)

    def _foreign(self, item: type_item, field: Field, base: Mapping[str, Any]) -> Sequence[Made]:
        kind = str(item.get("type"))
        if kind in LOST:
            raise CannotSay(str(LOST[kind]))
        made = MAKERS[kind](Asking(item, field, base, self._keys, self._contained))
        if item.get("repeats") is True and made[0].question.kind != "multiple_choice":
            field.note(_("Only one answer can be given."))
        if item.get("readOnly") is True:
            field.note(_("It could not be changed; here it can."))
        if item.get("initial") and getattr(made[0].question, "default", None) is None:
            field.note(_("It began with an answer filled in; here it begins empty."))
        return made

    def _lose(self, field: Field, why: str) -> None:
        field.lose(why)
        self.names.lose(field.name)

    def _when(self, item: type_item, field: Field | None) -> Shown:
        own = own_condition(item, self._known)
        if own is not None:
            return own
        try:
            return term_of(item)
        except CannotSay as error:
            said = _("It is always shown, as its condition cannot be said here: %s.") % error.why
            if field is None:
                self._report.warn(f"{item['linkId']}: {said}")
            else:
                field.note(said)
            return None

    def _line(self, item: type_item) -> tuple[str, str]:
        text = words_of(item)
        if own_kind(item):
            return text, ""
        prefix = item.get("prefix")
        return line_and_rest(f"{prefix} {text}" if isinstance(prefix, str) and text else text)
