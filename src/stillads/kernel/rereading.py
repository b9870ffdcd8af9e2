"""Something made of rows of the database, kept until one of those rows is another.

What was asked while it was made is asked again each time, as it stands, and the answers are compared by their
hash. Nothing can be forgotten: equal answers to every question, the first of which is always the same, lead to the same
questions and to the same thing. Asking costs a fraction of making objects of the rows and a page of the objects.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Generic, TypeVar

from django.core.cache.backends.base import BaseCache
from django.db import connection

T = TypeVar("T")
Questions = tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class _Kept(Generic[T]):
    questions: Questions
    answers: bytes
    made: T


def reread(name: str, make: Callable[[], T], *, cache: BaseCache) -> T:
    """What `make` gives, made anew only where something that it reads in the database has changed.

    `name` says everything else that it depends on (whose it is, the day, the language). `make` may only read:
    RuntimeError where it writes.
    """
    kept: _Kept[T] | None = cache.get(name)
    if kept is not None and _answers(kept.questions) == kept.answers:
        return kept.made
    asked = _Asked()
    with connection.execute_wrapper(asked):
        made = make()
    questions, answers = tuple(asked.questions), asked.answers.digest()
    if _answers(questions) == answers:  # else somebody wrote while it was made
        cache.set(name, _Kept(questions, answers, made))
    return made


def _answers(questions: Questions) -> bytes:
    answers = sha256()
    for sql, params in questions:
        answers.update(_answer(sql, params))
    return answers.digest()


def _answer(sql: str, params: Any) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return repr(cursor.fetchall()).encode()


class _Asked:
    """Notes every question, and its answer just before it is asked in earnest."""

    def __init__(self) -> None:
        self.questions: list[tuple[str, Any]] = []
        self.answers = sha256()
        self._noting = False

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not self._noting:
            self._note(sql, params)
        return execute(sql, params, many, context)

    def _note(self, sql: str, params: Any) -> None:
        if not sql.startswith("SELECT"):
            raise RuntimeError(f"only what is read can be kept: {sql[:60]}")
        self._noting = True
        try:
            self.answers.update(_answer(sql, params))
        finally:
            self._noting = False
        self.questions.append((sql, params))
