"""The facts of many entries: only those that are looked at, and of equal answers once."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from stillads.capture.sums import Addition, additions
from stillads.playbooks.format.answers import facts_of, scores_of
from stillads.playbooks.format.items import Group, Items, Scale, Section, flat
from stillads.playbooks.format.measures import Measure
from stillads.playbooks.kinds import InstrumentDefinition
from stillads.playbooks.questions.base import SCORE

from ...measures import Observation, observe
from ...measures.observing import facts_needed

if TYPE_CHECKING:
    from .rows import Row

_OF_ENTRY: Final = ("weekday", "hour", "who_answered")
_NO_DAY: Final = date.min


def answers_needed(measure: Measure, instrument: InstrumentDefinition) -> set[str]:
    """The answers from which the facts that a measure looks at come."""
    needed = facts_needed(measure)
    keys = {key for key in instrument.derived() if key in needed}
    for items in instrument.asked.values():
        for item in _asked(items, needed):
            if isinstance(item, Scale):
                keys |= {question.key for question in item.questions}
            elif not isinstance(item, Section):
                keys.add(item.key)
    own = set(instrument.observables()) & needed if not _is_plain(instrument) else set()
    return keys | own


class FactReader:
    """Reads what one measure needs of one instrument's entries at one site. `keys`: what `Row.said` holds."""

    def __init__(
        self, measure: Measure, instrument: InstrumentDefinition, keys: Iterable[str], site: str
    ) -> None:
        self._measure, self._instrument, self._site = measure, instrument, site
        needed, mine = facts_needed(measure), answers_needed(measure, instrument)
        self._keys = [(place, key) for place, key in enumerate(keys) if key in mine]
        self._asked = {form: _asked(items, needed) for form, items in instrument.asked.items()}
        self._of_entry = [name for name in _OF_ENTRY if name in needed]
        self._seen: dict[Any, tuple[Observation, ...]] = {}
        self._added: dict[Any, list[Addition]] = {}

    def observations(self, rows: Iterable["Row"]) -> Iterator[Observation]:
        """What the measure reads of the rows."""
        by_actor = self._measure.field == "actor" and not self._asks("actor")
        by_participant = self._measure.distinct_per == "participant" and not self._asks("participant")
        of_participant = self._measure.field == "participant" and not self._asks("participant")
        of_actor = self._measure.distinct_per == "actor" and not self._asks("actor")
        for row in rows:
            key = self._key(row)
            found = self._seen.get(key)
            if found is None:
                found = self._seen[key] = self._observed(row)
            for each in found:
                value: Any = each.value
                if by_actor or of_participant:
                    value = row.actor if by_actor else row.participant
                    value = None if value is None else str(value)
                group = each.group
                if by_participant or of_actor:
                    group = str((row.participant if by_participant else row.actor) or "")
                yield Observation(
                    row.day if each.day is _NO_DAY else each.day, self._site, value, group, each.start, each.stop,
                    row.subject, row.pk, each.slices,
                )  # fmt: skip

    def additions(self, row: "Row") -> list[Addition]:
        """What the entry adds to the daily sums."""
        key = self._key(row)
        found = self._added.get(key)
        if found is None:
            measure = self._measure
            found = self._added[key] = additions([measure], measure.instrument, row.form, self._facts(row))
        return found

    def _asks(self, key: str) -> bool:
        """Does the instrument itself ask for something by that name?"""
        return key in self._instrument.observables()

    def _key(self, row: "Row") -> Any:
        more = [self._entrys(row)[name] for name in self._of_entry] if self._of_entry else None
        return row.form, row.said, tuple(more) if more else None

    def _observed(self, row: "Row") -> tuple[Observation, ...]:
        return tuple(observe(self._measure, self._facts(row), day=_NO_DAY, site=self._site, form=row.form))

    def _facts(self, row: "Row") -> Mapping[str, Any]:
        """As `capture.facts` has them."""
        said = {key: row.said[place] for place, key in self._keys}
        answers = {key: json.loads(text) for key, text in said.items() if text not in (None, "null")}
        items = self._asked.get(row.form, ())
        facts = self._of_answers(row.form, items, answers) | scores_of(items, answers)
        return {**self._entrys(row), **facts}

    def _of_answers(self, form: str, items: Items, answers: Mapping[str, Any]) -> dict[str, Any]:
        if not _is_plain(self._instrument):
            return dict(self._instrument.facts(form, answers))
        derived = {key: answers[key] for key in self._instrument.derived() if key in answers}
        return {**derived, **facts_of(items, answers)}

    def _entrys(self, row: "Row") -> dict[str, Any]:
        return {
            "weekday": row.day.isoweekday(),
            "hour": row.hour,
            "who_answered": row.answered_by,
            "form": row.form,
            "site": self._site,
        }


def _is_plain(instrument: InstrumentDefinition) -> bool:
    return type(instrument).facts is InstrumentDefinition.facts


def _asked(items: Items, needed: frozenset[str]) -> Items:
    """The questions of a form that give any of the facts."""
    return tuple(item for item, _conditions in flat(items) if needed & _gives(item))


def _gives(item: Any) -> set[str]:
    if isinstance(item, Group):
        return {item.key}
    if isinstance(item, Scale):
        return {item.key, *(question.key for question in item.questions)}
    return {item.key, f"{item.key}{SCORE}", *item.fact_types()}
