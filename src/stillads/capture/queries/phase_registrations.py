"""What has come in for a phase, instrument by instrument and site by site; and the entries themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count

from stillads.audit.actions.record import record_read
from stillads.kernel.rules import NotFound, allowed, refusal
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may, may
from stillads.playbooks.loading import playbook_of
from stillads.trials.lookup import phase_by, type_ref
from stillads.trials.models import Phase, Window
from stillads.trials.rules import check_owns

from ..lookup import definition_of, deployment_by
from ..models import VOID, Deployment, Entry
from ..openness import calendar_of, check_open
from ..permissions import REGISTER
from ..references import photos_in
from .saying import answers_said, names_in

MOST = 100


@dataclass(frozen=True, slots=True)
class SiteLine:
    """One site: how many in all and in the last seven days, the newest day; why nothing is open today."""

    deployment: str
    unit_name: str
    total: int
    last_week: int
    newest: date | None
    closed: str
    may_read: bool


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """One instrument. `minutes` is what it asks of one employee a week, `former` that the phase has left it."""

    key: str
    kind: str
    kind_word: str
    title: str
    what: str
    minutes: float
    former: bool
    sites: tuple[SiteLine, ...]

    @property
    def total(self) -> int:
        """All registrations, those taken back not counted."""
        return sum(site.total for site in self.sites)

    @property
    def last_week(self) -> int:
        """Those of the last seven days."""
        return sum(site.last_week for site in self.sites)


@dataclass(frozen=True, slots=True)
class PhaseRegistrations:
    """All of it. `playbook` is empty where the phase has none."""

    playbook: str
    version: int
    minutes: float
    instruments: tuple[InstrumentLine, ...]
    constructed: bool


def phase_registrations(phase: type_ref, *, viewer: Viewer, today: date) -> PhaseRegistrations:
    """In the playbook's order. Five queries, however many instruments, sites and entries."""
    row = Phase.objects.select_related("playbook_version__playbook", "trial").get(pk=phase_by(phase).pk)
    whole = allowed(check_owns, row.trial, viewer)
    found = list(
        Deployment.objects.filter(phase_site__phase=row)
        .select_related("instrument__version__playbook", "unit", "phase_site__phase")
        .defer("instrument__version__content")
        .order_by("instrument__version__number", "instrument__pk", "unit__name_sort")
    )
    counted = _counted(found, today)
    windows = list(Window.objects.filter(phase=row).exclude(key=""))
    by_instrument: dict[int, list[Deployment]] = {}
    for deployment in found:
        by_instrument.setdefault(deployment.instrument_id, []).append(deployment)
    lines = [_line(rows, row, counted, windows, viewer, whole, today) for rows in by_instrument.values()]
    version = row.playbook_version
    return PhaseRegistrations(
        playbook=version.playbook.title if version else "",
        version=version.number if version else 0,
        minutes=playbook_of(version).minutes_a_week if version else 0.0,
        instruments=tuple(line for line in lines if line.total or not line.former),
        constructed=row.constructed,
    )


type_counts = dict[int, tuple[int, int, date | None]]


def _counted(found: list[Deployment], today: date) -> type_counts:
    living = Entry.objects.filter(deployment__in=found, voided_by__isnull=True).exclude(form=VOID)
    counts: dict[int, list[Any]] = {}
    for line in living.values("deployment_id", "local_day").annotate(n=Count("pk")):
        sums = counts.setdefault(line["deployment_id"], [0, 0, None])
        sums[0] += line["n"]
        sums[1] += line["n"] if line["local_day"] > today - timedelta(days=7) else 0
        sums[2] = max(sums[2] or line["local_day"], line["local_day"])
    return {pk: (total, week, newest) for pk, (total, week, newest) in counts.items()}


def _line(
    rows: list[Deployment],
    phase: Phase,
    counted: type_counts,
    windows: Iterable[Window],
    viewer: Viewer,
    whole: bool,
    today: date,
) -> InstrumentLine:
    definition = definition_of(rows[0])
    mine = [window for window in windows if window.key in definition.open.windows]
    return InstrumentLine(
        key=definition.key,
        kind=definition.kind,
        kind_word=str(definition.word),
        title=definition.title,
        what=definition.what,
        minutes=definition.cost.minutes_a_week if definition.cost else 0.0,
        former=rows[0].instrument.version_id != phase.playbook_version_id,
        sites=tuple(
            SiteLine(
                deployment=row.public_id,
                unit_name=row.unit.name,
                total=counted.get(row.pk, (0, 0, None))[0],
                last_week=counted.get(row.pk, (0, 0, None))[1],
                newest=counted.get(row.pk, (0, 0, None))[2],
                closed=_closed(row, mine, today),
                may_read=whole or may(viewer, REGISTER, unit_id=row.unit_id),
            )
            for row in rows
        ),
    )


def _closed(row: Deployment, windows: list[Window], today: date) -> str:
    return str(refusal(check_open, calendar_of(row, definition_of(row).open, windows), today) or "")


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One registration in words: (question, answer) pairs, when it happened, who wrote it; why it was taken back."""

    public_id: str
    occurred_at: datetime
    received_at: datetime
    participant: str
    by: str
    source: str
    answers: tuple[tuple[str, str], ...]
    photos: tuple[tuple[str, str], ...]  # question, public id of the file; none where it was taken back
    taken_back: str
    was_taken_back: bool
    constructed: bool


@dataclass(frozen=True, slots=True)
class EntriesPage:
    """The newest hundred registrations of an instrument at a site."""

    title: str
    unit_name: str
    entries: tuple[EntryLine, ...]
    total: int


def entries_of(deployment: str, *, phase: type_ref, viewer: Viewer) -> EntriesPage:
    """The newest first, those taken back among them. The look is in the log before it is shown.

    Raises NotFound for a deployment of another phase, Denied for who has nothing to do with it.
    """
    row = deployment_by(deployment)
    if row.phase_site is None or row.phase_site.phase_id != phase_by(phase).pk:
        raise NotFound("no such registrations in this phase")
    if not allowed(check_owns, row.phase_site.phase.trial, viewer):
        check_may(viewer, REGISTER, unit_id=row.unit_id)
    definition = definition_of(row)
    record_read(
        viewer=viewer,
        verb="capture.entries.read",
        target=f"deployment:{row.public_id}",
        target_name=definition.title,
    )
    forms = definition.forms()
    living = Entry.objects.filter(deployment=row).exclude(form=VOID)
    newest = list(
        living.select_related("participant", "actor", "voided_by").order_by("-occurred_at", "-pk")[:MOST]
    )
    names = names_in(row, [(forms.get(entry.form, ()), entry.answers) for entry in newest])
    return EntriesPage(
        title=definition.title,
        unit_name=row.unit.name,
        total=living.count(),
        entries=tuple(
            EntryLine(
                public_id=entry.public_id,
                occurred_at=entry.occurred_at,
                received_at=entry.received_at,
                participant=entry.participant.pseudonym if entry.participant else "",
                by=entry.actor.name if entry.actor else "",
                source=entry.source,
                answers=answers_said(forms.get(entry.form, ()), entry.answers, names),
                photos=() if _voided(entry) else tuple(photos_in(forms.get(entry.form, ()), entry.answers)),
                taken_back=entry.voided_by.void_reason if _voided(entry) else "",
                was_taken_back=_voided(entry),
                constructed=entry.constructed,
            )
            for entry in newest
        ),
    )


def _voided(entry: Entry) -> bool:
    return hasattr(entry, "voided_by")
