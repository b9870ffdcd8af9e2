"""The small economy: lines of hours or kroner, once or running."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Invalid, type_reason
from stillads.kernel.viewer import Viewer

from ..bodies import check_text
from ..models import LedgerLine
from .saving import Saved, held_for_writing, held_row, log, save_over

_LONGEST = {"what": 200, "who": 160, "method": 300}


@transaction.atomic
def add_ledger_line(
    *,
    phase: str,
    what: str,
    kind: str,
    amount: Decimal,
    rhythm: str,
    who: str,
    method: str,
    estimate: bool = True,
    constructed: bool = False,
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> Saved:
    """Adds a line. `amount` is positive for what is gained, negative for what is spent.

    kind    hours or kroner; rhythm: once, weekly, monthly or yearly
    who     who gains it or pays it; method: how it was found out
    Raises Invalid with all fields that are wrong.
    """
    evaluation = held_for_writing(phase, viewer)
    known = LedgerLine.objects.filter(idempotency_key=idempotency_key).first() if idempotency_key else None
    if known is not None:
        return Saved(known.public_id, known.version)
    columns = _columns(
        what=what, kind=kind, amount=amount, rhythm=rhythm, who=who, method=method, estimate=estimate
    )
    line = LedgerLine.objects.create(
        evaluation=evaluation,
        **columns,
        constructed=constructed,
        saved_by=viewer.name[:200],
        saved_at=at,
        idempotency_key=idempotency_key,
    )
    log("evaluation.add_ledger_line", evaluation, viewer, at, {"line": line.public_id})
    return Saved(line.public_id, line.version)


@transaction.atomic
def edit_ledger_line(
    *,
    line: str,
    what: str,
    kind: str,
    amount: Decimal,
    rhythm: str,
    who: str,
    method: str,
    estimate: bool = True,
    version: int | None = None,
    viewer: Viewer,
    at: datetime,
) -> Saved:
    """Saves the line anew; a losing save is kept (`Saved.kept`)."""
    row = held_row(LedgerLine, line, viewer)
    columns = _columns(
        what=what, kind=kind, amount=amount, rhythm=rhythm, who=who, method=method, estimate=estimate
    )
    return save_over(
        row,
        columns,
        evaluation=row.evaluation,
        target=f"ledger:{line}",
        version=version,
        viewer=viewer,
        at=at,
    )


@transaction.atomic
def remove_ledger_line(*, line: str, viewer: Viewer, at: datetime) -> Saved:
    """Takes the line out of the sums; the row is kept."""
    row = held_row(LedgerLine, line, viewer)
    if row.removed_at is None:
        row.removed_at, row.version = at, row.version + 1
        row.save(update_fields=["removed_at", "version"])
        log("evaluation.remove_ledger_line", row.evaluation, viewer, at, {"line": line})
    return Saved(line, row.version)


def _columns(**given: Any) -> dict[str, Any]:
    texts = {name: str(given[name]).strip() for name in _LONGEST}
    wrong: dict[str, type_reason] = {name: _("Fill this in.") for name, text in texts.items() if not text}
    for name, longest in _LONGEST.items():
        if len(texts[name]) > longest:
            wrong[name] = _("Write it shorter: at most %(n)d characters.") % {"n": longest}
    if given["kind"] not in LedgerLine.Kind.values:
        wrong["kind"] = _("Choose hours or kroner.")
    if given["rhythm"] not in LedgerLine.Rhythm.values:
        wrong["rhythm"] = _("Choose whether it comes once or again and again.")
    if not given["amount"] or abs(given["amount"]) >= Decimal(10) ** 12:
        wrong["amount"] = _("Write a number other than 0.")
    if wrong:
        raise Invalid(wrong)
    check_text(**texts)
    return {**given, **texts, "amount": Decimal(given["amount"]).quantize(Decimal("0.01"))}
