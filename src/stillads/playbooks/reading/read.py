"""Reading a playbook: from a file, a text, plain data, or a stored version."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path as FilePath
from typing import Any, Final

from pydantic import ValidationError

from stillads.kernel.rules import RuleError

from ..checks import Fault, Vocabulary, faults_in
from ..checks.base import Path
from ..format.converters import CONVERTERS, Converters, WrongFormat
from ..format.playbook import Playbook
from .drafts import draft_of
from .limits import MOST_PROBLEMS
from .problem import Problem, Reading
from .shape import shape_faults
from .telling import problem_of
from .text import Place, Refused, text_of
from .tree import Tree, tree_of

_NOTHING_KNOWN: Final = Vocabulary()
_Locate = Callable[[Path, bool], Place | None]


def read_playbook(
    source: FilePath | str | bytes, name: str = "", *, vocabulary: Vocabulary = _NOTHING_KNOWN
) -> Reading:
    """Reads a file (a Path), or a file's text or bytes. `name` is what problems call it.

    Never raises for what stands in the file: every mistake is one of the problems.
    """
    file = name or (str(source) if isinstance(source, FilePath) else "")
    try:
        tree = tree_of(text_of(source))
    except Refused as refusal:
        return Reading(None, (problem_of(refusal.fault, file=file, data=None, place=refusal.place),))
    told = [problem_of(fault, file=file, data=tree.data, place=place) for fault, place in tree.faults]
    if tree.data is None:
        return Reading(None, tuple(told))

    def locate(path: Path, at_key: bool) -> Place | None:
        return tree.place(path, at_key=at_key)

    reading = check_data(tree.data, name=file, vocabulary=vocabulary, locate=locate)
    told += [problem for problem in reading.problems if not _hidden(problem, tree)]
    return Reading(None if told else reading.playbook, _in_order(told))


def check_data(
    data: Any,
    *,
    name: str = "",
    vocabulary: Vocabulary = _NOTHING_KNOWN,
    locate: _Locate = lambda path, at_key: None,
    converters: Converters = CONVERTERS,
) -> Reading:
    """Checks plain data (what JSON or a form holds); problems have a key, and a line where `locate` knows."""
    if not isinstance(data, Mapping):
        faults: list[Fault] = [Fault((), "no_mapping")]
        return Reading(None, _told(data, faults, name, locate))
    try:
        newest = converters.upgrade(data)
    except WrongFormat as error:
        words = {"newest": converters.newest}
        fault = Fault(("format",), error.code, words)
        return Reading(None, _told(data, [fault], name, locate))
    playbook, faults = _validated(newest)
    faults += faults_in(draft_of(newest, playbook, vocabulary))
    problems = _told(newest, faults, name, locate)
    return Reading(None if problems else playbook, problems)


def load(content: str) -> Playbook:
    """A stored version (its JSON), brought up to the newest format. RuleError where it cannot be read.

    What was published then stays readable though checks have been added since: only its shape is looked at.
    """
    newest = _upgraded(json.loads(content))
    playbook, faults = _validated(newest)
    if playbook is None:
        problems = _told(newest, faults, "", lambda path, at_key: None)
        raise RuleError(" ".join(problem.say("da") for problem in problems[:3]))
    return playbook


def _upgraded(data: Any) -> dict[str, Any]:
    try:
        return CONVERTERS.upgrade(data)
    except WrongFormat as error:
        fault = Fault(("format",), error.code, {"newest": CONVERTERS.newest})
        raise RuleError(problem_of(fault, file="", data=data, place=None).say("da")) from None


def _validated(data: Mapping[str, Any]) -> tuple[Playbook | None, list[Fault]]:
    try:
        return Playbook.model_validate(data), []
    except ValidationError as error:
        return None, shape_faults(data, error.errors(include_url=False))


def _told(data: Any, faults: Iterable[Fault], name: str, locate: _Locate) -> tuple[Problem, ...]:
    told = [
        problem_of(fault, file=name, data=data, place=locate(fault.path, fault.at_key)) for fault in faults
    ]
    return _in_order(told)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """In the order of the file, each one once, no more than anybody reads."""
    once = {(each.path, each.code, each.line, each.column): each for each in problems}
    ordered = sorted(once.values(), key=lambda each: (each.line or 0, each.column or 0))
    return tuple(ordered[:MOST_PROBLEMS])


def _hidden(problem: Problem, tree: Tree) -> bool:
    """Is it about something that was refused already?"""
    return any(problem.path[: len(path)] == path for path in tree.refused)
