"""What is another way in one version than in the other, part by part, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from .format.canonical import data_of
from .format.playbook import Playbook

_PARTS: Final[Mapping[str, str | Promise]] = {
    "windows": lazy("Observation window"),
    "legal_basis": lazy("Legal basis"),
    "instruments": lazy("Instrument"),
    "measures": lazy("Measure"),
    "criteria": lazy("Criterion"),
    "chain": lazy("Link of the effect chain"),
    "items": lazy("Question"),
    "start": lazy("Question"),
    "visit": lazy("Question"),
    "delivery": lazy("Question"),
    "steps": lazy("Step"),
    "outcomes": lazy("Outcome"),
    "options": lazy("Answer"),
    "buttons": lazy("Button"),
    "fields": lazy("Field"),
    "columns": lazy("Column"),
    "catalogue": lazy("Item of the catalogue"),
    "house_rules": lazy("House rule"),
}
"""What a part is called by the list that it stands in."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `key` is dotted; `before` and `after` are the values, None where there was none."""

    how: Literal["added", "removed", "changed", "moved"]
    part: str
    key: str
    title: str
    before: Any = None
    after: Any = None

    def say(self) -> str:
        """In words, in the active language."""
        words = {"part": _PARTS.get(self.part, self.part), "title": self.title, "key": self.key}
        if self.how == "changed":
            both = {"was": _short(self.before), "now": _short(self.after)}
            return _("%(key)s: was %(was)s, is now %(now)s") % {**words, **both}
        if self.how == "moved":
            return _("%(key)s: the order is another") % words
        if self.how == "added":
            return _("%(part)s added: %(title)s (%(key)s)") % words
        return _("%(part)s removed: %(title)s (%(key)s)") % words


def differences(before: Playbook, after: Playbook) -> list[Change]:
    """Everything that differs, in the order of the format. Nothing where they are equal."""
    return list(_compared(data_of(before), data_of(after), (), ""))


def _compared(before: Any, after: Any, path: tuple[str, ...], part: str) -> Iterator[Change]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for name in {**before, **after}:
            yield from _compared(before.get(name), after.get(name), (*path, name), name)
    elif _is_parts(before) and _is_parts(after) and (before or after):
        yield from _lists(before or [], after or [], path, part)
    else:
        yield Change("changed", part, ".".join(path), "", before, after)


def _lists(before: list[Any], after: list[Any], path: tuple[str, ...], part: str) -> Iterator[Change]:
    old, new = _by_name(before), _by_name(after)
    for name, value in old.items():
        if name not in new:
            yield Change("removed", part, ".".join((*path, name)), _title(value), before=value)
    for name, value in new.items():
        if name not in old:
            yield Change("added", part, ".".join((*path, name)), _title(value), after=value)
        else:
            yield from _compared(old[name], value, (*path, name), part)
    if [name for name in old if name in new] != [name for name in new if name in old]:
        yield Change("moved", part, ".".join(path), "")


def _is_parts(value: Any) -> bool:
    """A list of parts that have a name of their own; nothing is an empty one."""
    if value is None:
        return True
    return isinstance(value, list) and all(isinstance(each, dict) and _name(each) for each in value)


def _by_name(rows: list[Any]) -> dict[str, Any]:
    return {_name(row): row for row in rows}


def _name(row: Mapping[str, Any]) -> str:
    return str(row.get("key") or row.get("title") or "")


def _title(row: Mapping[str, Any]) -> str:
    return str(row.get("title") or row.get("text") or row.get("what") or row.get("key") or "")


def _short(value: Any) -> str:
    if value is None:
        return _("not said")
    if isinstance(value, list):
        return "[" + ", ".join(_short(each) for each in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_short(each)}" for name, each in value.items()) + "}"
    if isinstance(value, bool):
        return str(value).lower()
    text = " ".join(str(value).split())
    return _("“%(text)s”") % {"text": text if len(text) <= 70 else text[:70] + "…"}
