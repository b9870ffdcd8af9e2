"""From YAML text to plain data with the place of every key and value.

Read from ruamel's events, so that nothing is built of what is refused: an alias, a tag, a second document, a
key that stands twice, too much, too deep. Everything else in the file is still read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml import events as on
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from ..checks.base import Fault, Path
from .limits import MOST_DEPTH, MOST_NODES
from .mistakes import mistake_in
from .scalars import scalar
from .text import Place, Refused, tabs_in


@dataclass
class Tree:
    """Plain data; `values` and `keys` say where each stands by its path; `refused` is not part of `data`."""

    data: Any = None
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    faults: list[tuple[Fault, Place]] = field(default_factory=list)
    refused: set[Path] = field(default_factory=set)

    def place(self, path: Path, *, at_key: bool = False) -> Place | None:
        """Line and column of what stands at `path`, or of the nearest thing around it that there is."""
        key, value = self.keys.get(path), self.values.get(path)
        if key is not None and (at_key or value is None or value[0] > key[0]):
            return key  # also for what only begins on a line below: it is called by its key
        if value is not None:
            return value
        return self.place(path[:-1], at_key=True) if path else None


def tree_of(text: str) -> Tree:
    """Reads `text`; raises Refused where it is no YAML, or more than there may be."""
    tabs = [(Fault((), "tab"), place) for place in tabs_in(text)]
    if tabs:
        return Tree(faults=tabs)
    reader = _Reader(text)
    try:
        reader.read()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark is not None else None
        raise Refused(Fault((), mistake_in(error)), place) from None
    except YAMLError:
        raise Refused(Fault((), "yaml")) from None
    return reader.tree


class _Reader:
    def __init__(self, text: str) -> None:
        self.tree = Tree()
        self._events: Iterator[Any] = iter(YAML(typ="safe", pure=True).parse(text))
        self._nodes = 0

    def read(self) -> None:
        for event in self._events:
            if isinstance(event, on.DocumentStartEvent):
                if self._nodes:
                    self._fault((), "several_documents", event)
                    return
                self.tree.data = self._node(next(self._events), (), 0)
        if not self._nodes or self.tree.data is None:
            raise Refused(Fault((), "nothing_there"), (1, 1))

    def _node(self, event: Any, path: Path, depth: int) -> Any:
        self._nodes += 1
        self.tree.values.setdefault(path, _place(event))
        if self._nodes > MOST_NODES:
            raise Refused(Fault(path, "too_many", {"most": MOST_NODES}), _place(event))
        if depth > MOST_DEPTH:
            raise Refused(Fault((), "too_deep", {"most": MOST_DEPTH}), _place(event))
        if isinstance(event, on.AliasEvent):
            self._fault(path, "alias", event, said=event.anchor)
            self.tree.refused.add(path)
            return None
        self._look_at_marks(event, path)
        if isinstance(event, on.MappingStartEvent):
            return self._mapping(path, depth)
        if isinstance(event, on.SequenceStartEvent):
            return self._sequence(path, depth)
        return scalar(event.value) if event.style is None else event.value

    def _look_at_marks(self, event: Any, path: Path) -> None:
        if event.anchor is not None:
            self._fault(path, "anchor", event, said=event.anchor)
        if event.ctag is not None:
            self._fault(path, "tag", event, said=str(event.ctag))

    def _sequence(self, path: Path, depth: int) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self._events), on.SequenceEndEvent):
            found.append(self._node(event, (*path, len(found)), depth + 1))
        return found

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self._events), on.MappingEndEvent):
            key = self._key(event, path)
            twice = key in found
            if twice:
                self._fault((*path, key), "key_twice_in_file", event, said=key, first=self._line(path, key))
            self.tree.keys.setdefault((*path, key), _place(event))
            value = self._value(next(self._events), (*path, key), depth + 1)
            if not twice:
                found[key] = value
        return found

    def _value(self, event: Any, path: Path, depth: int) -> Any:
        if isinstance(event, on.ScalarEvent) and event.style is None and not event.value:
            self.tree.values.setdefault(path, self.tree.keys[path])  # nothing stands nowhere
        return self._node(event, path, depth)

    def _key(self, event: Any, path: Path) -> str:
        if not isinstance(event, on.ScalarEvent):
            raise Refused(Fault(path, "key_no_text"), _place(event))
        self._look_at_marks(event, path)
        return str(event.value)

    def _line(self, path: Path, key: str) -> int:
        return self.tree.keys[(*path, key)][0]

    def _fault(self, path: Path, code: str, event: Any, **words: object) -> None:
        self.tree.faults.append((Fault(path, code, words), _place(event)))


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1
