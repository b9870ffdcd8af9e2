"""Adding and correcting legal bases. A provision that moves gets a last day and a successor."""

from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.danish import fold
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer

from ..models import LegalBasis
from ..rules import check_can_edit, check_days


@transaction.atomic
def save_legal_basis(
    *,
    key: str | None,
    law: str,
    paragraph: str,
    subject: str,
    valid_from: date,
    valid_to: date | None,
    successor: str | None,
    source: str,
    viewer: Viewer,
    at: datetime,
) -> LegalBasis:
    """Adds a row (`key` None) or corrects the one with that key. `successor` is a key. Returns the row."""
    check_can_edit(viewer)
    check_days(valid_from, valid_to)
    row = _row(key) if key else LegalBasis(key=_free_key(law, paragraph, valid_from))
    same = LegalBasis.objects.filter(law=law, paragraph=paragraph, valid_from=valid_from).exclude(pk=row.pk)
    if same.exists():
        raise RuleError(_("This provision is in the list already from that day."), field="paragraph")
    if successor and successor == row.key:
        raise RuleError(_("A provision cannot follow itself."), field="successor")
    row.law, row.paragraph, row.subject, row.source = law, paragraph, subject, source
    row.valid_from, row.valid_to = valid_from, valid_to
    row.successor = _row(successor) if successor else None
    row.save()
    verb = "vocabularies.change" if key else "vocabularies.create"
    record(viewer=viewer, verb=verb, target=f"legal:{row.key}", target_name=str(row), at=at)
    return row


def _row(key: str) -> LegalBasis:
    row = LegalBasis.objects.filter(key=key).first()
    if row is None:
        raise NotFound(_("There is no such provision in the list."))
    return row


def _free_key(law: str, paragraph: str, valid_from: date) -> str:
    stem = slugify(fold(f"{law} {paragraph.replace('§', '')}"))[:50] or "lov"
    taken = LegalBasis.objects.filter(key=stem).exists()
    return f"{stem}-{valid_from.year}" if taken else stem
