"""What goes along with a measure: what was taken back or came too late, what else changed, rounds that are not over."""

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Count

from stillads.capture.models import VOID, Deployment, Entry, Wave
from stillads.trials.models import LogEntry

from ...measures import Change


def voided_in(deployments: Collection[int]) -> dict[int, Counter[str]]:
    """Deployment → form → how many registrations were taken back or corrected. One query."""
    found: dict[int, Counter[str]] = defaultdict(Counter)
    if deployments:
        rows = Entry.objects.filter(voids__isnull=False, deployment_id__in=deployments)
        for deployment, form, many in rows.values_list("deployment_id", "voids__form").annotate(
            n=Count("pk")
        ):
            found[deployment][form] += many
    return found


def late_in(deployments: Collection[int], closed: datetime | None) -> list[Entry]:
    """Entries that came in after the figures were closed, and stand. One query; none where they are not closed."""
    if closed is None or not deployments:
        return []
    rows = Entry.objects.filter(deployment_id__in=deployments, received_at__gt=closed, voided_by__isnull=True)
    return list(rows.exclude(form=VOID).filter(local_day__lte=closed.date()))


def restored_in(deployments: Collection[int], closed: datetime | None) -> list[Entry]:
    """Entries that stood when the figures were closed and were taken back later. One query, where they are closed."""
    if closed is None or not deployments:
        return []
    later = Entry.objects.filter(
        deployment_id__in=deployments,
        voids__isnull=False,
        received_at__gt=closed,
        voids__received_at__lte=closed,
    )
    return [row.voids for row in later.select_related("voids") if row.voids is not None]


def changes_in(phases: Collection[int]) -> dict[int, tuple[Change, ...]]:
    """Phase → what changed besides the trial, and where it was done otherwise, by day. One query."""
    found: dict[int, list[Change]] = defaultdict(list)
    kinds = (LogEntry.Kind.CHANGE, LogEntry.Kind.DEVIATION)
    rows = LogEntry.objects.filter(phase_id__in=phases, kind__in=kinds, removed_at=None).order_by("day", "pk")
    for phase, day, kind, text in rows.values_list("phase_id", "day", "kind", "text"):
        found[phase].append(Change(day, "change" if kind == LogEntry.Kind.CHANGE else "deviation", text))
    return {phase: tuple(changes) for phase, changes in found.items()}


def open_rounds(deployments: Collection[Deployment], on: date) -> dict[str, list[tuple[date, date]]]:
    """Site → the days of rounds that are not over on `on`: anonymous answers are not told before. One query."""
    sites = {row.pk: row.unit.key for row in deployments}
    found: dict[str, list[tuple[date, date]]] = defaultdict(list)
    if sites:
        rows = Wave.objects.filter(deployment_id__in=sites, closes_on__gte=on)
        for deployment, opens, closes in rows.values_list("deployment_id", "opens_on", "closes_on"):
            found[sites[deployment]].append((opens, closes))
    return found
