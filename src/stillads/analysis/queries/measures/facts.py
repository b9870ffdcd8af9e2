"""The facts of many entries: only those that are looked at, and of equal answers once."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from stillads.kernel.clock import COPENHAGEN
from stillads.playbooks.format.answers import facts_of, scores_of
from stillads.playbooks.format.items import Group, Items, Scale, flat
from stillads.playbooks.kinds import InstrumentDefinition
from stillads.playbooks.questions.base import SCORE

if TYPE_CHECKING:
    from .rows import Row

_REMEMBERED = 20_000


class FactReader:
    """Reads the `needed` facts of one instrument's entries at one site."""

    def __init__(self, instrument: InstrumentDefinition, needed: frozenset[str], site: str) -> None:
        self._instrument, self._needed, self._site = instrument, needed, site
        self._plain = type(instrument).facts is InstrumentDefinition.facts
        self._scored = any(name.endswith(SCORE) for name in needed)
        self._derived = [key for key in instrument.derived() if key in needed]
        self._asked = {form: _asked(items, needed) for form, items in instrument.asked.items()}
        self._seen: dict[tuple[str, str], Mapping[str, Any]] = {}
        self._of_row = needed & {"weekday", "hour", "who_answered", "form", "site", "participant", "actor"}

    def facts(self, row: "Row") -> Mapping[str, Any]:
        """Of one entry, as `capture.facts` has them; beside them whom it is about and who made it."""
        found = self._seen.get((row.form, row.answers))
        if found is None:
            found = self._of_answers(row.form, json.loads(row.answers))
            if len(self._seen) < _REMEMBERED:
                self._seen[row.form, row.answers] = found
        return {**self._entrys(row), **found} if self._of_row else found

    def _of_answers(self, form: str, answers: Mapping[str, Any]) -> Mapping[str, Any]:
        items = self._asked.get(form, ())
        scores = scores_of(items, answers) if self._scored else {}
        if not self._plain:
            return {**self._instrument.facts(form, answers), **scores}
        derived = {key: answers[key] for key in self._derived if key in answers}
        return {**derived, **facts_of(items, answers), **scores}

    def _entrys(self, row: "Row") -> dict[str, Any]:
        return {
            "weekday": row.day.isoweekday(),
            "hour": _hour(row.occurred_at),
            "who_answered": row.answered_by,
            "form": row.form,
            "site": self._site,
            "participant": row.participant,
            "actor": row.actor,
        }


def _asked(items: Items, needed: frozenset[str]) -> Items:
    """The questions of a form that give any of the facts."""
    return tuple(item for item, _conditions in flat(items) if needed & _gives(item))


def _gives(item: Any) -> set[str]:
    if isinstance(item, Group):
        return {item.key}
    if isinstance(item, Scale):
        return {item.key, *(question.key for question in item.questions)}
    return {item.key, f"{item.key}{SCORE}", *item.fact_types()}


def _hour(moment: datetime | None) -> int | None:
    return None if moment is None else moment.astimezone(COPENHAGEN).hour
