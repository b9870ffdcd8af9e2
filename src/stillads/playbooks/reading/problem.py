"""A problem of a playbook as people read it: where, what was expected, what was found, what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils import translation
from django.utils.functional import Promise

from ..checks.base import Path
from ..format.playbook import Playbook


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message with its words; in the language that is active when it is made a text."""

    message: str | Promise
    words: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return str(self.message) % {name: str(word) for name, word in self.words.items()}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    file          the name of what was read; empty for data that is no file
    line, column  from 1; None where there is no place
    path, key     where in the playbook: as steps (counted from 0), and dotted, with the keys of the parts
    code          which mistake it is, for programs
    expected, found, fix   sentences; there may be no found and no fix
    """

    file: str
    line: int | None
    column: int | None
    path: Path
    key: str
    code: str
    expected: Sentence
    found: Sentence | None = None
    fix: Sentence | None = None

    def say(self, language: str) -> str:
        """Everything in one line, in Danish ("da") or English ("en")."""
        with translation.override(language):
            sentences = " ".join(str(each) for each in (self.expected, self.found, self.fix) if each)
        where = ":".join(str(each) for each in (self.file, self.line, self.column) if each)
        return ": ".join(each for each in (where, self.key, sentences) if each)

    def as_json(self) -> dict[str, Any]:
        """For programs: the place, the code, and the whole in both languages."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "key": self.key,
            "path": list(self.path),
            "code": self.code,
            "da": self.say("da"),
            "en": self.say("en"),
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: the playbook where there is no problem, and all problems in the file's order."""

    playbook: Playbook | None
    problems: tuple[Problem, ...] = ()
