"""Daily sums, kept in the entry's own transaction; a void subtracts; all of it can be made anew."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import F

from stillads.playbooks.loading import playbook_of

from ..facts import facts_of_anonymous, facts_of_entry
from ..lookup import deployment_by
from ..models import VOID, AnonymousEntry, Bucket, Deployment, Entry
from ..sums import RULES, Addition, additions, definition_version

_COLUMNS: Final = (
    "deployment_id", "measure", "definition_version", "site_id", "day", "slice",
    "n", "total", "total_of_squares", "numerator", "denominator",
)  # fmt: skip
_SUMS: Final = _COLUMNS[6:]
_BATCH: Final = 80  # rows a statement: SQLite takes 999 parameters where it is old

type_bucket = tuple[int, str, int, int, date, str]
type_addition = tuple[type_bucket, Addition, int]


def add(deployment: Deployment, site_id: int, day: date, made: Sequence[Addition], sign: int = 1) -> None:
    """Adds (or with -1 subtracts) what one entry makes. The deployment's `instrument__version` is loaded."""
    add_many(placed(deployment, site_id, day, made, sign))


def placed(
    deployment: Deployment, site_id: int, day: date, made: Sequence[Addition], sign: int = 1
) -> list[type_addition]:
    """What one entry makes, each with its bucket, for `add_many`."""
    number = definition_version(deployment.instrument.version.number)
    return [((deployment.pk, each.measure, number, site_id, day, each.slice), each, sign) for each in made]


def add_many(made: Iterable[type_addition]) -> None:
    """One statement for up to 80 buckets. Several additions to one bucket are put together first."""
    sums: dict[type_bucket, list[Any]] = {}
    for bucket, each, sign in made:
        amounts: tuple[Any, ...] = (
            each.n,
            each.total,
            each.total_of_squares,
            each.numerator,
            each.denominator,
        )
        before = sums.setdefault(bucket, [0, 0, 0, 0, 0])
        sums[bucket] = [old + sign * new for old, new in zip(before, amounts, strict=True)]
    rows = sorted(sums.items())  # one order for all, so that two writers never wait for each other
    with connection.cursor() as cursor:
        for start in range(0, len(rows), _BATCH):
            part = rows[start : start + _BATCH]
            cursor.execute(_statement(len(part)), [_plain(v) for key, vs in part for v in (*key, *vs)])


@lru_cache(maxsize=_BATCH)
def _statement(rows: int) -> str:
    line = f"({', '.join(['%s'] * len(_COLUMNS))})"
    added = ", ".join(f"{name} = capture_bucket.{name} + excluded.{name}" for name in _SUMS)
    return (
        f"INSERT INTO capture_bucket ({', '.join(_COLUMNS)}) VALUES {', '.join([line] * rows)} "  # noqa: S608
        f"ON CONFLICT ({', '.join(_COLUMNS[:6])}) DO UPDATE SET {added}"
    )


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat() if connection.vendor == "sqlite" else value
    if connection.vendor == "sqlite" and not isinstance(value, int | str):
        return float(value)
    return value


@transaction.atomic
def rebuild(*, deployment: Deployment, at: datetime) -> int:
    """Makes all sums of a deployment anew from its entries. Returns how many entries count.

    Whoever registers meanwhile waits, so that nothing is counted twice or not at all.
    """
    if connection.vendor == "postgresql":  # SQLite has one writer anyway
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE capture_bucket IN SHARE ROW EXCLUSIVE MODE")
    Bucket.objects.filter(deployment=deployment).delete()
    counted: list[int] = []
    add_many(_anew(deployment, counted))
    return len(counted)


def _anew(deployment: Deployment, counted: list[int]) -> Iterator[tuple[type_bucket, Addition, int]]:
    """What every entry that stands adds; each leaves a mark in `counted`."""
    instrument = deployment.instrument
    measures = [m for m in playbook_of(instrument.version).measures if m.instrument == instrument.key]
    number = definition_version(instrument.version.number)
    standing = Entry.objects.filter(deployment=deployment, voided_by__isnull=True).exclude(form=VOID)
    for entry in standing.iterator(chunk_size=2000):
        counted.append(1)
        for each in additions(measures, instrument.key, entry.form, facts_of_entry(entry, deployment)):
            bucket = (deployment.pk, each.measure, number, entry.site_id, entry.local_day, each.slice)
            yield bucket, each, 1
    for answer in AnonymousEntry.objects.filter(deployment=deployment).iterator(chunk_size=2000):
        counted.append(1)
        for each in additions(measures, instrument.key, "answer", facts_of_anonymous(answer, deployment)):
            yield (deployment.pk, each.measure, number, answer.site_id, answer.day, each.slice), each, 1


def rebuild_older(*, at: datetime) -> int:
    """Makes the sums anew that were made by older rules (`sums.RULES`). Returns of how many deployments."""
    older = Bucket.objects.alias(rules=F("definition_version") % 1000).exclude(rules=RULES)
    found = sorted(set(older.values_list("deployment_id", flat=True)))
    for number in found:
        rebuild(deployment=deployment_by(number), at=at)
    return len(found)
