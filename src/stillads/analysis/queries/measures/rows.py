"""Registrations themselves, for what daily sums cannot answer: one pass over the columns that are needed.

Entries are only added, so the ones taken back are found among the same rows; no join and no JSON filter.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import CharField, F, TextField, Value
from django.db.models.functions import Cast

from stillads.capture.lookup import definition_of
from stillads.capture.models import VOID, AnonymousEntry, Deployment, Entry
from stillads.playbooks.format.measures import Measure

from ...measures import Observation, observe
from ...measures.observing import facts_needed
from .facts import FactReader

_COLUMNS = (
    "pk", "deployment_id", "form", "subject", "participant_id", "actor_id", "answered_by", "local_day", "voids_id",
)  # fmt: skip


class Row(NamedTuple):
    """An entry as far as measures look at it. `answers` is its JSON as text."""

    pk: int
    deployment: int
    form: str
    subject: str
    participant: int | None
    actor: int | None
    answered_by: str
    day: date
    voids: int | None
    answers: str
    occurred_at: datetime | None


def entries_of(
    deployments: Collection[int], *, closed: datetime | None = None, hours: bool = False
) -> dict[int, list[Row]]:
    """Deployment → its entries that stand, in the order they were written. One query.

    hours   with the moment, which costs more to read
    closed  only what had come in by then
    """
    found: dict[int, list[Row]] = defaultdict(list)
    if not deployments:
        return found
    rows = Entry.objects.filter(deployment_id__in=deployments)
    if closed is not None:
        rows = rows.filter(received_at__lte=closed)
    moment = F("occurred_at") if hours else Value(None, output_field=CharField())
    read = rows.annotate(text=Cast("answers", TextField()), moment=moment).order_by("pk")
    kept = [
        Row(*values) for values in read.values_list(*_COLUMNS, "text", "moment").iterator(chunk_size=5000)
    ]
    voided = {row.voids for row in kept if row.voids is not None}
    for row in kept:
        if row.form != VOID and row.pk not in voided:
            found[row.deployment].append(row)
    return found


def anonymous_of(deployments: Collection[int]) -> dict[int, list[Row]]:
    """The same of answers that belong to nobody. One query."""
    found: dict[int, list[Row]] = defaultdict(list)
    if not deployments:
        return found
    rows = AnonymousEntry.objects.filter(deployment_id__in=deployments)
    read = rows.annotate(text=Cast("answers", TextField())).order_by("key")
    for number, (deployment, day, text) in enumerate(read.values_list("deployment_id", "day", "text")):
        found[deployment].append(Row(number, deployment, "answer", "", None, None, "", day, None, text, None))
    return found


def observations(
    measure: Measure, deployments: Iterable[Deployment], rows: Mapping[int, list[Row]]
) -> list[Observation]:
    """What the measure reads of the rows."""
    found: list[Observation] = []
    for deployment in deployments:
        reader = FactReader(definition_of(deployment), facts_needed(measure), deployment.unit.key)
        found += _of_deployment(measure, deployment, rows.get(deployment.pk, ()), reader)
    return found


def _of_deployment(
    measure: Measure, deployment: Deployment, rows: Iterable[Row], reader: FactReader
) -> Iterator[Observation]:
    site: Any = deployment.unit.key
    for row in rows:
        if measure.form is None or row.form == measure.form:
            facts = reader.facts(row)
            yield from observe(measure, facts, day=row.day, site=site, subject=row.subject, order=row.pk)
