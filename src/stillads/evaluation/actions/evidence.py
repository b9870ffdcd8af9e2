"""What stands behind a finding: linked, and taken away again."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.trials.models import Figure, LogEntry

from ..bodies import check_text
from ..evidence import Evidence, check_evidence, check_link
from ..models import Evaluation, EvidenceLink, Finding
from .saving import held_for_writing, held_row, log


@transaction.atomic
def add_evidence(*, finding: str, link: Evidence, viewer: Viewer, at: datetime) -> str:
    """Links one more thing to a finding. Returns the link's public id; the same one twice is one link."""
    row = held_row(Finding, finding, viewer)
    return add_links(row, [link], row.evaluation, viewer, at)[0]


@transaction.atomic
def remove_evidence(*, link: str, viewer: Viewer, at: datetime) -> None:
    """Takes a link away, where the finding can still be called what it is called."""
    found = EvidenceLink.objects.filter(public_id=link)
    phase = found.values_list("finding__evaluation__phase__public_id", flat=True).first()
    if phase is None:
        raise NotFound(_("There is nothing here by that name."))
    evaluation = held_for_writing(phase, viewer)
    row = found.select_related("finding").get()
    rest = row.finding.evidence_links.exclude(pk=row.pk).values_list("kind", flat=True)
    check_evidence(row.finding.evidence, list(rest))
    row.delete()
    log(
        "evaluation.remove_evidence", evaluation, viewer, at, {"finding": row.finding.public_id, "link": link}
    )


def add_links(
    finding: Finding, links: Sequence[Evidence], evaluation: Evaluation, viewer: Viewer, at: datetime
) -> list[str]:
    """Public ids of the links, in order; those already there are not made again."""
    return [_link(finding, link, evaluation, viewer, at) for link in links]


def _link(finding: Finding, link: Evidence, evaluation: Evaluation, viewer: Viewer, at: datetime) -> str:
    check_link(link)
    check_text(text=link.text, source=link.source)
    columns = {
        "kind": link.kind,
        "figure": _figure(link, evaluation),
        "text": link.text.strip(),
        "source": link.source.strip()[:300],
        "key": _log_entry(link, evaluation),
        "may_be_published": link.may_be_published,
    }
    row, made = EvidenceLink.objects.get_or_create(
        finding=finding, **columns, defaults={"by": viewer.name[:200], "at": at}
    )
    if made:
        data = {"finding": finding.public_id, "link": row.public_id, "kind": link.kind}
        log("evaluation.add_evidence", evaluation, viewer, at, data)
    return row.public_id


def _figure(link: Evidence, evaluation: Evaluation) -> Figure | None:
    if link.kind != EvidenceLink.Kind.FIGURE:
        return None
    trial = evaluation.phase.trial_id
    figure = Figure.objects.filter(public_id=link.figure, phase__trial_id=trial).first()
    if figure is None:
        raise RuleError(_("The trial has no such number."), field="figure")
    return figure


def _log_entry(link: Evidence, evaluation: Evaluation) -> str:
    if link.kind != EvidenceLink.Kind.LOG_ENTRY:
        return ""
    trial = evaluation.phase.trial_id
    if not LogEntry.objects.filter(public_id=link.key, phase__trial_id=trial).exists():
        raise RuleError(_("The logbook has no such entry."), field="key")
    return link.key
