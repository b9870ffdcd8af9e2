"""Findings in the search index: found by their words, and by the trial that found them."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from stillads.documents.blocks import parse_body
from stillads.search.actions import index, remove
from stillads.search.registry import Searchable

from .models import Finding
from .words import EVIDENCE, PERSPECTIVES, SIDES

KIND = "finding"


def index_finding(finding: Finding, at: datetime) -> None:
    """Lets the finding be found under its present words, or no longer, where it was removed."""
    thing = _searchable(finding, at)
    if finding.removed_at is not None:
        remove(kind=KIND, key=thing.key)
        return
    index(kind=KIND, key=thing.key, title=thing.title, words=thing.words, context=thing.context, at=at)


def findings_for_search() -> Iterable[Searchable]:
    """Every finding there is, for `stillads reindex`."""
    rows = Finding.objects.filter(removed_at__isnull=True).select_related("evaluation__phase__trial")
    return [_searchable(finding, finding.saved_at) for finding in rows.order_by("pk").iterator(500)]


def address(key: str) -> str:
    """Where a finding stands: its evaluation's page, at its field."""
    phase, _colon, finding = key.partition(":")
    return f"{reverse('evaluation:page', args=[phase])}#udsagn-{finding}"


def _searchable(finding: Finding, at: datetime) -> Searchable:
    phase = finding.evaluation.phase
    text = parse_body(finding.body).plain_text()
    first, _break, _rest = text.partition("\n")
    context = (phase.trial.title, SIDES[finding.side], PERSPECTIVES[finding.perspective])
    return Searchable(
        key=f"{phase.public_id}:{finding.public_id}",
        title=first if len(first) <= 160 else f"{first[:159].rsplit(' ', 1)[0]} …",
        at=at,
        words="\n".join([text, phase.trial.title, finding.part, str(EVIDENCE[finding.evidence])]),
        context=" · ".join(str(part) for part in context),
    )
