"""Daily sums as the computation takes them, in one statement for any number of measures."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db.models import Count, F, Q
from django.db.models.expressions import RawSQL
from django.db.models.lookups import Exact

from stillads.capture.models import Asked, Bucket, Deployment
from stillads.capture.sums import definition_version

from ...measures import DayBucket

WHOLE: Final = Exact(F("slice"), RawSQL("''", ()))
"""Buckets of the whole. Written out and not given as a value, so that SQLite knows the index that holds only them."""

type_key = tuple[int, str]
"""Deployment and measure."""


@dataclass
class Sums:
    """What was found. `stale`: deployments whose sums were made by older rules and say nothing."""

    found: dict[type_key, list[DayBucket]] = field(default_factory=lambda: defaultdict(list))
    stale: set[int] = field(default_factory=set)

    def of(self, deployments: Iterable[Deployment], measure: str) -> list[DayBucket]:
        """The buckets of one measure."""
        return [each for row in deployments for each in self.found.get((row.pk, measure), ())]


def daily_sums(
    deployments: Collection[Deployment], measures: Collection[str], pieces: Sequence[str] = ()
) -> Sums:
    """One query. `pieces` are the breakdowns whose slices are wanted beside the whole."""
    sums = Sums()
    if not deployments or not measures:
        return sums
    by_id = {row.pk: row for row in deployments}
    versions = {row.pk: definition_version(row.instrument.version.number) for row in deployments}
    wanted: Any = WHOLE
    for piece in pieces:
        wanted = Q(wanted) | Q(slice__startswith=f"{piece}=")
    rows: Any = Bucket.objects.filter(wanted, deployment_id__in=by_id, measure__in=measures).values_list(
        "deployment_id", "definition_version", "measure", "day", "n", "total", "total_of_squares",
        "numerator", "denominator", "slice",
    )  # fmt: skip
    for deployment, version, measure, *bucket in rows:
        if version != versions[deployment]:
            sums.stale.add(deployment)
            continue
        day, *rest = bucket
        sums.found[deployment, measure].append(DayBucket(day, by_id[deployment].unit.key, *rest))
    return sums


def answered(deployments: Collection[Deployment], on: date) -> dict[int, list[DayBucket]]:
    """Those asked and those who answered, wave by wave, on the day on which the wave opened. One query."""
    sites = {row.pk: row.unit.key for row in deployments}
    found: dict[int, list[DayBucket]] = defaultdict(list)
    if not sites:
        return found
    rows = Asked.objects.filter(wave__deployment_id__in=sites, wave__opens_on__lte=on)
    counted = rows.values_list("wave__deployment_id", "wave__opens_on").annotate(
        asked=Count("pk"), told=Count("pk", filter=Q(answered=True))
    )
    for deployment, day, asked, told in counted.order_by("wave__opens_on"):
        found[deployment].append(
            DayBucket(day, sites[deployment], n=asked, numerator=told, denominator=asked)
        )
    return found


def without_days(
    buckets: Iterable[DayBucket], hidden: Mapping[str, Sequence[tuple[date, date]]]
) -> list[DayBucket]:
    """Without the days that are hidden at a site (rounds of anonymous answers that are not over)."""
    return [
        each
        for each in buckets
        if not any(first <= each.day <= last for first, last in hidden.get(each.site, ()))
    ]
