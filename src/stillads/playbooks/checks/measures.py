"""A measure reads what its instrument registers, and says what its way of computing needs."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from ..format.items import questions_in
from ..format.measures import Measure
from ..kinds import InstrumentDefinition
from ..questions.options import Chosen
from .base import Draft, Fault, Path, check
from .known import Fact, condition_faults, facts_of_instrument, row_facts

_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "share": ("where",),
    "mean": ("field",),
    "median": ("field",),
    "rate": ("per",),
    "distinct": ("field",),
    "lead_time": ("start", "stop"),
    "score": ("field",),
}
_ONLY_FOR: Final[Mapping[str, frozenset[str]]] = {
    "field": frozenset({"count", "mean", "median", "rate", "distinct", "score"}),
    "per": frozenset({"rate"}),
    "start": frozenset({"lead_time"}),
    "stop": frozenset({"lead_time"}),
    "working_days": frozenset({"lead_time"}),
    "distinct_per": frozenset({"distinct"}),
    "distinct_days": frozenset({"distinct"}),
    "distinct_each_day": frozenset({"distinct"}),
}
_TOGETHER: Final = (("distinct_days", "distinct_per"), ("distinct_each_day", "distinct_days"))
_KIND_FOR: Final = {"balance": "account", "answered": "survey"}
_NUMBERS: Final = frozenset({"count", "mean", "median", "rate"})
_CHART_FOR: Final[Mapping[str, frozenset[str]]] = {
    "p": frozenset({"share", "answered"}),
    "pp": frozenset({"share", "answered"}),
    "u": frozenset({"rate"}),
    "up": frozenset({"rate"}),
    "c": frozenset({"count"}),
    "xbar": frozenset({"mean", "score"}),
    "s": frozenset({"mean", "score"}),
}


@check
def measures(draft: Draft) -> Iterator[Fault]:
    """Every measure: by itself, and against its instrument where that could be read."""
    keys = draft.keys("instruments")
    made = {instrument.key: instrument for instrument in draft.instruments.values()}
    for number, measure in draft.measures.items():
        path = ("measures", number)
        yield from _complete(measure, path)
        if measure.instrument not in keys:
            yield Fault((*path, "instrument"), "unknown_instrument", {"said": measure.instrument}, keys)
        elif measure.instrument in made:
            for look in _LOOKS:
                yield from look(measure, made[measure.instrument], path)


def _complete(measure: Measure, path: Path) -> Iterator[Fault]:
    for name in _NEEDED.get(measure.how, ()):
        if getattr(measure, name) is None:
            yield Fault((*path, name), "measure_needs", {"how": measure.how, "name": name}, at_key=True)
    for name, hows in _ONLY_FOR.items():
        if getattr(measure, name) and measure.how not in hows:
            words = {"how": measure.how, "name": name, "hows": ", ".join(sorted(hows))}
            yield Fault((*path, name), "measure_has_no_use", words, at_key=True)
    for name, wanted in _TOGETHER:
        if getattr(measure, name) and not getattr(measure, wanted):
            words = {"how": measure.how, "name": wanted}
            yield Fault((*path, wanted), "measure_needs", words, at_key=True)
    yield from _chart(measure, path)


def _chart(measure: Measure, path: Path) -> Iterator[Fault]:
    if measure.how not in _CHART_FOR.get(measure.chart, {measure.how}):
        fitting = ", ".join(sorted(_CHART_FOR[measure.chart]))
        yield Fault((*path, "chart"), "chart_for_another", {"said": measure.chart, "hows": fitting})


def _kind(measure: Measure, instrument: InstrumentDefinition, path: Path) -> Iterator[Fault]:
    wanted = _KIND_FOR.get(measure.how)
    if wanted is not None and instrument.kind != wanted:
        words = {"said": instrument.key, "how": measure.how, "kind": wanted}
        yield Fault((*path, "instrument"), "measure_of_another_kind", words)
    if measure.form is not None and measure.form not in instrument.forms():
        yield Fault((*path, "form"), "unknown_form", {"said": measure.form}, tuple(instrument.forms()))
    if measure.sustaining and not instrument.open.after:
        yield Fault((*path, "sustaining"), "sustaining_closed", {"instrument": instrument.key})


def _facts(measure: Measure, instrument: InstrumentDefinition, path: Path) -> Iterator[Fault]:
    known = facts_of_instrument(instrument, measure.form)
    counted = row_facts(instrument) | known if measure.how == "distinct" else known
    named = {name: getattr(measure, name) for name in ("field", "start", "stop", "distinct_per")}
    for name, said in named.items():
        if said is not None and said not in counted:
            yield Fault((*path, name), "unknown_fact", {"said": said}, tuple(counted))
    if measure.field in known and measure.how in _NUMBERS and known[str(measure.field)].type != "number":
        yield Fault((*path, "field"), "fact_no_number", {"said": measure.field, "how": measure.how})
    for name in ("start", "stop"):
        if named[name] in known and known[named[name]].type not in {"date", "time"}:
            yield Fault((*path, name), "fact_no_date", {"said": named[name]})
    for place, said in enumerate(measure.by):
        yield from _breakdown(said, known, (*path, "by", place))


def _breakdown(said: str, known: Mapping[str, Fact], path: Path) -> Iterator[Fault]:
    if said not in known:
        yield Fault(path, "unknown_fact", {"said": said}, tuple(known))
    elif known[said].values is None and known[said].type != "reference":
        yield Fault(path, "breakdown_without_end", {"said": said})


def _counted(measure: Measure, instrument: InstrumentDefinition, path: Path) -> Iterator[Fault]:
    known = facts_of_instrument(instrument, measure.form)
    for name in ("where", "among"):
        condition = getattr(measure, name)
        if condition is not None:
            yield from condition_faults(condition, (*path, name), known, {})


def _score(measure: Measure, instrument: InstrumentDefinition, path: Path) -> Iterator[Fault]:
    if measure.how != "score" or measure.field is None:
        return
    known = facts_of_instrument(instrument, measure.form).get(measure.field)
    if known is None or known.type == "number":
        return
    questions = [q for items in instrument.forms().values() for q in questions_in(items)]
    scored = [
        q
        for q in questions
        if q.key == measure.field and isinstance(q, Chosen) and all(o.score is not None for o in q.choices)
    ]
    if not scored:
        yield Fault((*path, "field"), "fact_no_score", {"said": measure.field})


_LOOKS: Final[tuple[Callable[[Measure, InstrumentDefinition, Path], Iterator[Fault]], ...]] = (
    _kind,
    _facts,
    _counted,
    _score,
)
