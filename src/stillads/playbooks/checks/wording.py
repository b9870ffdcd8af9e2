"""Texts: both languages say something of their own, and no number that could be a person's stands anywhere."""

from collections.abc import Iterator, Mapping
from typing import Any

from stillads.kernel.cpr import finds_cpr

from .base import Draft, Fault, Path, check


@check
def languages(draft: Draft) -> Iterator[Fault]:
    """The English is not the Danish once more. (That both are there is a matter of the models.)"""
    for name in ("question", "summary"):
        said = draft.data.get(name)
        if isinstance(said, Mapping) and _text(said, "da") and _text(said, "da") == _text(said, "en"):
            yield Fault((name, "en"), "not_translated")


def _text(said: Mapping[str, Any], language: str) -> str:
    return " ".join(str(said.get(language) or "").split())


@check
def personal_numbers(draft: Draft) -> Iterator[Fault]:
    """A playbook is read by many: nobody's CPR number belongs in it."""
    for path, text in _texts((), draft.data):
        if finds_cpr(text):
            yield Fault(path, "personal_number", {"said": "••••••-••••"})


def _texts(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts((*path, str(key)), each)
    elif isinstance(value, list | tuple):
        for number, each in enumerate(value):
            yield from _texts((*path, number), each)
