"""From a fault to a problem: the sentences of its code, what stands there, what was probably meant."""

from collections.abc import Mapping
from typing import Any

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..checks.base import Fault, Path
from .guesses import nearest
from .problem import Problem, Sentence
from .sentences import told
from .sentences.shape import SHAPE
from .text import Place

_MOST_NAMED = 24


def problem_of(fault: Fault, *, file: str, data: Any, place: Place | None) -> Problem:
    """The problem that tells `fault`; `data` is what was read, as far as it was."""
    expected, fix = told(fault.code)
    words = {"known": _listed(fault), **fault.words}
    line, column = place or (None, None)
    path = _in_data(fault.path, data)
    return Problem(
        file=file,
        line=line,
        column=column,
        path=path,
        key=dotted(data, path),
        code=fault.code,
        expected=Sentence(expected, words),
        found=_found(fault, data),
        fix=_meant(fault) or (Sentence(fix, words) if fix else None),
    )


def dotted(data: Any, path: Path) -> str:
    """`instruments.calls.items.reason.text`: parts by their key, others by their number from 1."""
    steps: list[str] = []
    for step in path:
        data = _within(data, step)
        named = isinstance(step, int) and isinstance(data, Mapping) and isinstance(data.get("key"), str)
        if named:
            steps.append(data["key"])
        else:
            steps.append(str(step + 1) if isinstance(step, int) else step)
    return ".".join(steps)


def _in_data(path: Path, data: Any) -> Path:
    """One value may stand where a list may: then the number in the list is not in the file."""
    value = data
    for at, step in enumerate(path):
        if isinstance(step, int) and not isinstance(value, list | tuple):
            return path[:at]
        value = _within(value, step)
    return path


def _within(data: Any, step: str | int) -> Any:
    if isinstance(data, Mapping):
        return data.get(step)
    if isinstance(data, list | tuple) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _listed(fault: Fault) -> str:
    names = sorted(set(fault.among)) if fault.code != "unknown_key" else list(fault.among)
    shown = names[:_MOST_NAMED]
    return ", ".join(shown) + (" …" if len(names) > len(shown) else "")


def _meant(fault: Fault) -> Sentence | None:
    said = fault.words.get("said")
    if said is None or not fault.among:
        return None
    only = next(iter(fault.among)) if fault.code in {"key_shape", "slug_shape"} else None
    meant = only or nearest(str(said), fault.among)
    return Sentence(_("Did you mean “%(meant)s”?"), {"meant": meant}) if meant else None


def _found(fault: Fault, data: Any) -> Sentence | None:
    if fault.code == "missing" or not fault.path:
        return None
    if "said" in fault.words and "%(said)s" in _english(told(fault.code)[0]):
        return None
    if "said" in fault.words:
        return Sentence(_("Found “%(said)s”."), {"said": fault.words["said"]})
    value = data
    for step in fault.path:
        value = _within(value, step)
    whole_part = isinstance(value, Mapping | list | tuple) and fault.code not in SHAPE
    return None if fault.at_key or whole_part else _described(value)


def _english(message: str | Promise) -> str:
    with translation.override("en"):
        return str(message)


def _described(value: Any) -> Sentence:
    if value is None or value == "":
        return Sentence(_("Nothing stands there."))
    if isinstance(value, Mapping):
        keys = ", ".join(str(key) for key in list(value)[:8])
        return Sentence(_("Found the keys %(keys)s."), {"keys": keys}) if keys else Sentence(_("Found {}."))
    if isinstance(value, list | tuple):
        return Sentence(_("Found a list of %(n)s."), {"n": len(value)})
    if isinstance(value, bool):
        return Sentence(_("Found %(said)s."), {"said": str(value).lower()})
    text = str(value)
    return Sentence(_("Found “%(said)s”."), {"said": text if len(text) <= 60 else text[:60] + "…"})
