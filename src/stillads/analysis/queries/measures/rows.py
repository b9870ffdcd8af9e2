"""Registrations themselves, for what daily sums cannot answer: one pass over the columns and answers that are needed.

The database takes the few answers out of the JSON that a measure looks at; nothing is filtered by them. What is taken
back is found among the same rows, since entries are only added.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Final, NamedTuple

from django.db import connection
from django.db.models import Q

from stillads.capture.models import VOID, AnonymousEntry, Entry
from stillads.kernel.clock import COPENHAGEN

_ANSWER: Final = {
    "sqlite": "json_quote(json_extract(answers, '$.{}'))",
    "postgresql": "(answers -> '{}')::text",
}


class Row(NamedTuple):
    """An entry as far as measures look at it (a tuple: there are many of them).

    hour  on Copenhagen's clock; None where nobody asked for it, or there is none
    said  the answers that were asked for, as JSON texts in their order; None where one is not there
    """

    pk: int
    deployment: int
    form: str
    day: date
    subject: str
    participant: int | None
    actor: int | None
    answered_by: str
    hour: int | None
    said: tuple[str | None, ...]


@dataclass
class Read:
    """What was read, by deployment: the entries that stand, and the numbers of all of them.

    voided  numbers of entries that something read here takes back
    """

    rows: dict[int, list[Row]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    voided: set[int] = field(default_factory=set)


def entries_of(
    since: Mapping[int, int], keys: Sequence[str], *, closed: datetime | None = None, hours: bool = False
) -> Read:
    """The entries of deployments that are newer than a number (0: all of them). One query.

    keys    the answers that are wanted (keys of questions, which are plain words)
    closed  only what had come in by then
    hours   with the hour of the day
    """
    read = Read()
    if not since:
        return read
    columns = [
        "id",
        "deployment_id",
        "voids_id",
        "form",
        "local_day",
        "subject",
        "participant_id",
        "actor_id",
    ]
    columns += ["answered_by", "occurred_at" if hours else "NULL"]
    days, clock = _Days(), _Clock()
    for pk, deployment, voids, form, day, subject, participant, actor, by, moment, said in _entries(
        since, closed, columns, keys
    ):
        read.numbers[deployment].append(pk)
        if voids is not None:
            read.voided.add(voids)
        if form != VOID:
            hour = None if moment is None else clock[moment]
            read.rows[deployment].append(
                Row(pk, deployment, form, days[day], subject, participant, actor, by, hour, said)
            )
    for deployment, rows in read.rows.items() if read.voided else ():
        read.rows[deployment] = [row for row in rows if row.pk not in read.voided]
    return read


def _entries(
    since: Mapping[int, int], closed: datetime | None, columns: Sequence[str], keys: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    """The columns, and the answers as one tuple at the end."""
    wanted = Q(deployment_id__in=[number for number, last in since.items() if not last])
    for number, last in since.items():
        if last:
            wanted |= Q(deployment_id=number, pk__gt=last)
    rows = Entry.objects.filter(wanted)
    if closed is not None:
        rows = rows.filter(received_at__lte=closed)
    many = len(columns)
    for row in _read(Entry, rows, columns, keys):
        yield *row[:many], tuple(row[many:])


def anonymous_of(deployments: Collection[int], keys: Sequence[str]) -> dict[int, list[Row]]:
    """The same of answers that belong to nobody. One query."""
    found: dict[int, list[Row]] = defaultdict(list)
    if not deployments:
        return found
    standing, days = AnonymousEntry.objects.filter(deployment_id__in=deployments), _Days()
    for deployment, day, *said in _read(AnonymousEntry, standing, ["deployment_id", "day"], keys):
        row = Row(0, deployment, "answer", days[day], "", None, None, "", None, tuple(said))
        found[deployment].append(row)
    return found


def _read(model: Any, standing: Any, columns: Sequence[str], keys: Sequence[str]) -> Any:
    """Rows of plain columns and of answers, as the database's own driver gives them."""
    condition, values = standing.order_by().values("pk").query.sql_with_params()
    where = condition.partition(" WHERE ")[2]
    answers = [_ANSWER[connection.vendor].format(key) for key in keys]
    picked = ", ".join([*columns, *answers])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {picked} FROM {model._meta.db_table} WHERE {where}", values)  # noqa: S608
        while rows := cursor.fetchmany(5000):
            yield from rows


class _Days(dict[Any, date]):
    """Days as the driver gives them → days; there are few of them."""

    def __missing__(self, said: Any) -> date:
        found = said if isinstance(said, date) else date.fromisoformat(said)
        self[said] = found
        return found


class _Clock(dict[Any, int]):
    """Moments as the driver gives them → the hour on Copenhagen's clock."""

    def __missing__(self, said: Any) -> int:
        moment = said if isinstance(said, datetime) else datetime.fromisoformat(said)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        found = self[said] = aware.astimezone(COPENHAGEN).hour
        return found
