"""Each instrument by itself and with the others: its faults, what it uses, when it is open, what it costs."""

from collections.abc import Iterator, Mapping
from typing import Final

from ..format.openings import ObservationWindow, Opening
from ..kinds import InstrumentDefinition
from ..kinds.case import Case
from ..kinds.plan import Plan
from ..kinds.series import Series
from ..questions.references import CatalogueItemQuestion
from ..questions.standard import STANDARD_LISTS
from .base import Draft, Fault, check, parts_within

_STAFF: Final = frozenset({"employee", "manager", "driver"})


@check
def flaws(draft: Draft) -> Iterator[Fault]:
    """What the kind itself finds."""
    for number, instrument in draft.instruments.items():
        for path, code, words in instrument.flaws():
            yield Fault(("instruments", number, *path), code, words, _could_be(code, instrument))


def _could_be(code: str, instrument: InstrumentDefinition) -> tuple[str, ...]:
    """What could have been meant by a name that the kind does not know."""
    if code == "unknown_question":
        return tuple(instrument.observables())
    if code == "unknown_profession":
        return tuple(key for key, _word, _score in STANDARD_LISTS["profession"])
    if code == "unknown_step" and isinstance(instrument, Case):
        return (*(step.key for step in instrument.steps), *(end.key for end in instrument.outcomes))
    if code == "unknown_field" and isinstance(instrument, Plan):
        return tuple(field.key for field in instrument.fields)
    return ()


@check
def uses(draft: Draft) -> Iterator[Fault]:
    """The instruments that it names are there, and of the right kind."""
    kinds = {row["key"]: row.get("kind") for row in draft.rows("instruments") if _has_key(row)}
    for number, instrument in draft.instruments.items():
        needed = list(instrument.needs())
        for path, part in parts_within((), instrument):
            if isinstance(part, CatalogueItemQuestion) and part.desk is not None:
                needed.append(((*path, "desk"), part.desk, "desk"))
        for path, key, kind in needed:
            where = ("instruments", number, *path)
            if key not in kinds:
                yield Fault(where, "unknown_instrument", {"said": key}, tuple(kinds))
            elif kinds[key] != kind:
                of_kind = tuple(each for each, its in kinds.items() if its == kind)
                yield Fault(where, "wrong_instrument", {"said": key, "kind": kind}, of_kind)


def _has_key(row: object) -> bool:
    return isinstance(row, dict) and isinstance(row.get("key"), str)


@check
def openings(draft: Draft) -> Iterator[Fault]:
    """Its windows are there, and it is open at some time."""
    windows = draft.keys("windows")
    for number, instrument in draft.instruments.items():
        path = ("instruments", number, "open")
        for place, said in enumerate(instrument.open.windows):
            if said not in windows:
                yield Fault((*path, "windows", place), "unknown_window", {"said": said}, windows)
        if not _ever_open(instrument.open, {each.key: each for each in draft.windows.values()}):
            yield Fault(path, "never_open")


def _ever_open(opening: Opening, windows: Mapping[str, ObservationWindow]) -> bool:
    """Windows say when it is open within the baseline and the trial; they open neither of them."""
    if opening.after:
        return True
    if not opening.windows:
        return opening.baseline or opening.trial
    if any(key not in windows for key in opening.windows):
        return True  # which is a fault of its own
    mine = [windows[key] for key in opening.windows]
    before = opening.baseline and any(each.first_day < 1 for each in mine)
    return before or (opening.trial and any(each.first_day + each.days > 1 for each in mine))


@check
def costs(draft: Draft) -> Iterator[Fault]:
    """What staff register costs time, and the playbook says how much."""
    for number, instrument in draft.instruments.items():
        if instrument.cost is None and _STAFF & set(instrument.by) and not isinstance(instrument, Series):
            yield Fault(("instruments", number), "cost_missing")
