"""The expectations: one decides, guardrails guard, each says how it will be known."""

from collections.abc import Iterator, Mapping

from ..format.measures import Criterion
from .base import Draft, Fault, Path, check


@check
def each(draft: Draft) -> Iterator[Fault]:
    """Every criterion by itself."""
    measures = draft.keys("measures")
    units = {measure.key: measure.unit for measure in draft.measures.values()}
    for number, criterion in draft.criteria.items():
        path = ("criteria", number)
        if criterion.measure is not None and criterion.measure not in measures:
            yield Fault((*path, "measure"), "unknown_measure", {"said": criterion.measure}, measures)
        if criterion.measure is None and not criterion.how_known:
            yield Fault(path, "how_known_missing")
        if criterion.size is not None and not criterion.unit and criterion.measure not in units:
            yield Fault((*path, "size"), "size_without_unit")
        yield from _guardrail(criterion, path)


def _guardrail(criterion: Criterion, path: Path) -> Iterator[Fault]:
    if criterion.guardrail and criterion.primary:
        yield Fault((*path, "primary"), "primary_guardrail")
    if criterion.guardrail and criterion.direction != "not_worse":
        yield Fault((*path, "direction"), "guardrail_direction", {"said": criterion.direction})
    if criterion.direction == "not_worse" and not criterion.guardrail:
        yield Fault((*path, "direction"), "not_worse_no_guardrail", {"said": criterion.direction})


@check
def together(draft: Draft) -> Iterator[Fault]:
    """There is something to register, to expect and to guard; exactly one expectation decides."""
    if draft.title_only:
        return
    rows = [row for row in draft.rows("criteria") if isinstance(row, Mapping)]
    if not draft.rows("instruments"):
        yield Fault(("instruments",), "no_instruments", at_key=True)
    if not rows:
        yield Fault(("criteria",), "no_criteria", at_key=True)
        return
    primary = [number for number, row in enumerate(draft.rows("criteria")) if _is(row, "primary")]
    if not primary:
        yield Fault(("criteria",), "no_primary", at_key=True)
    for number in primary[1:]:
        yield Fault(("criteria", number, "primary"), "two_primary")
    if not any(_is(row, "guardrail") for row in rows):
        yield Fault(("criteria",), "no_guardrail", at_key=True)
    if not str(draft.data.get("decision_rule") or "").strip():
        yield Fault(("decision_rule",), "no_decision_rule", at_key=True)


def _is(row: object, name: str) -> bool:
    return isinstance(row, Mapping) and row.get(name) is True
