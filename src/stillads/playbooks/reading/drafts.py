"""A draft of what could be read: whole where the playbook is sound, part by part where it is not."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from ..checks.base import Draft, Path, Vocabulary
from ..format.measures import Criterion, Measure
from ..format.openings import ObservationWindow
from ..format.playbook import AnyInstrument, Playbook
from ..format.theory import Link
from ..kinds import InstrumentDefinition

_PARTS: Final[Mapping[str, tuple[Path, Any]]] = {
    "windows": (("windows",), ObservationWindow),
    "instruments": (("instruments",), AnyInstrument),
    "measures": (("measures",), Measure),
    "criteria": (("criteria",), Criterion),
    "links": (("theory", "chain"), Link),
}


def draft_of(data: Mapping[str, Any], playbook: Playbook | None, vocabulary: Vocabulary) -> Draft:
    """Of `data`, or of `playbook` where it could be read whole."""
    if playbook is not None:
        return Draft(
            data=data,
            windows=dict(enumerate(playbook.windows)),
            instruments=dict(enumerate(playbook.instruments)),
            measures=dict(enumerate(playbook.measures)),
            criteria=dict(enumerate(playbook.criteria)),
            links=dict(enumerate(playbook.theory.chain)),
            vocabulary=vocabulary,
        )
    return Draft(data=data, vocabulary=vocabulary, **{name: _readable(data, name) for name in _PARTS})


def _readable(data: Mapping[str, Any], name: str) -> dict[int, Any]:
    path, _model = _PARTS[name]
    rows: Any = data
    for step in path:
        rows = rows.get(step) if isinstance(rows, Mapping) else None
    found: dict[int, InstrumentDefinition | Measure | Criterion | ObservationWindow | Link] = {}
    for number, row in enumerate(rows if isinstance(rows, list | tuple) else ()):
        try:
            found[number] = _adapter(name).validate_python(row)
        except ValidationError:
            continue
    return found


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(_PARTS[name][1])
