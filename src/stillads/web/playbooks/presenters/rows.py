"""The parts of a list in words, however little of them is written."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.playbooks.drafting.parts import part_at, type_place
from stillads.playbooks.kinds import instrument_kinds
from stillads.playbooks.questions.base import question_kinds
from stillads.playbooks.questions.scales import SCALES
from stillads.vocabularies.queries.legal import all_legal_bases

from .words import LEVELS, WEEKDAYS


def title_of(row: Any) -> str:
    """What a part is called."""
    if not isinstance(row, Mapping):
        return ""
    if row.get("kind") == "scale" and row.get("scale") in SCALES:
        return SCALES[row["scale"]].title
    if "weekday" in row or "opens" in row:
        return _open_said(row)
    return str(row.get("title") or row.get("text") or row.get("what") or _("not named yet"))


def row_said(kind: str, row: Any, data: Mapping[str, Any], place: type_place) -> tuple[str, str]:
    """Its title, and in a few words what more there is to say."""
    if kind == "law" and isinstance(row, Mapping):
        names = {law.key: law.name for law in all_legal_bases()}
        return names.get(str(row.get("key")), str(row.get("key"))), str(row.get("note", ""))
    more = _MORE.get(kind)
    said = more(row, data, place) if more and isinstance(row, Mapping) else ""
    return title_of(row), said


def _open_said(row: Mapping[str, Any]) -> str:
    day = str(dict(WEEKDAYS).get(str(row.get("weekday")), ""))
    words = {"day": day, "opens": _clock(row.get("opens")), "closes": _clock(row.get("closes"))}
    return _("%(day)s %(opens)s–%(closes)s") % words


def _clock(said: Any) -> str:
    return str(said or "…")[:5].replace(":", ".")


def _kind_word(row: Mapping[str, Any], data: Mapping[str, Any], place: type_place) -> str:
    name = str(row.get("kind", ""))
    own = {"section": _("Section"), "group": _("Repeated questions"), "scale": _("Standard scale")}
    known: Mapping[str, Any] = {**instrument_kinds(), **question_kinds()}
    return own.get(name) or (str(known[name].word) if name in known else "")


def _window(row: Mapping[str, Any], data: Mapping[str, Any], place: type_place) -> str:
    days = row.get("days")
    if not isinstance(days, int) or not isinstance(row.get("first_day"), int):
        return ""
    words = {"day": row["first_day"], "n": days}
    return ngettext("%(n)d day from day %(day)d", "%(n)d days from day %(day)d", days) % words


def _way(row: Mapping[str, Any], data: Mapping[str, Any], place: type_place) -> str:
    whole = part_at(data, ("instruments",), place[1])
    ends = {
        each.get("key"): each.get("title") for each in (*whole.get("steps", ()), *whole.get("outcomes", ()))
    }
    words = {"target": ends.get(row.get("to")) or row.get("to") or ""}
    return (_("To “%(target)s”, on a condition") if row.get("when") else _("To “%(target)s”")) % words


def _old_step(row: Mapping[str, Any], data: Mapping[str, Any], place: type_place) -> str:
    days = row.get("days")
    said = ngettext("%(n)d day", "%(n)d days", days) % {"n": days} if isinstance(days, int) else ""
    return ", ".join(filter(None, (str(row.get("role", "")), said)))


def _step(row: Mapping[str, Any], data: Mapping[str, Any], place: type_place) -> str:
    return str(row.get("role", ""))


def _level(row: Mapping[str, Any], data: Mapping[str, Any], place: type_place) -> str:
    return str(LEVELS.get(str(row.get("level")), ""))


_Say = Callable[[Mapping[str, Any], Mapping[str, Any], type_place], str]
_MORE: Final[Mapping[str, _Say]] = {
    "instrument": _kind_word, "question": _kind_word, "window": _window, "way": _way, "old_step": _old_step,
    "step": _step, "link": _level,
}  # fmt: skip
