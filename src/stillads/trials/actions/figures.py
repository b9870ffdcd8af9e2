"""Figures typed by hand: a number with its method, source and date; corrected by a newer row."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.rules import Conflict, RuleError
from stillads.kernel.viewer import Viewer

from ..figure_rules import FigureInput, check_figure
from ..lookup import find, phase_by, type_ref
from ..models import Criterion, Figure, Phase
from ..rules import check_given, check_owns, check_texts


@transaction.atomic
def add_figure(
    *,
    phase: type_ref,
    figure: FigureInput,
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> Figure:
    """Writes the figure down. Sent again with the same key it gives the first one."""
    row = phase_by(phase, lock=True)
    check_owns(row.trial, viewer)
    if idempotency_key and (made := Figure.objects.filter(idempotency_key=idempotency_key).first()):
        return made
    made = _write(row, figure, viewer=viewer, at=at, key=idempotency_key)
    _log("trials.add_figure", made, viewer, at, "")
    return made


@transaction.atomic
def correct_figure(
    *,
    figure: type_ref,
    said: FigureInput,
    reason: str,
    withdrawn: bool = False,
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> Figure:
    """A newer row in the place of a wrong one, with the reason; `withdrawn` leaves no number in its place."""
    old = find(Figure, figure)
    row = phase_by(old.phase_id, lock=True)
    check_owns(row.trial, viewer)
    if idempotency_key and (made := Figure.objects.filter(idempotency_key=idempotency_key).first()):
        return made
    check_given(reason=reason)
    check_texts(reason=reason)
    if Figure.objects.filter(replaces=old).exists():
        raise Conflict(_("That figure has been corrected already. Correct the newest one."))
    made = _write(
        row, said, viewer=viewer, at=at, key=idempotency_key, replaces=old, reason=reason, withdrawn=withdrawn
    )
    _log("trials.correct_figure", made, viewer, at, reason)
    return made


def _write(
    phase: Phase,
    said: FigureInput,
    *,
    viewer: Viewer,
    at: datetime,
    key: str | None = None,
    replaces: Figure | None = None,
    reason: str = "",
    withdrawn: bool = False,
) -> Figure:
    criterion = find(Criterion, said.criterion) if said.criterion else None
    if criterion is not None and criterion.phase_id != phase.pk:
        raise RuleError(_("That expectation belongs to another trial."), field="criterion")
    value, unit = check_figure(said, wanted_unit=criterion.unit if criterion else "", today=local_day(at))
    return Figure.objects.create(
        phase=phase,
        criterion=criterion,
        perspective=said.perspective or (criterion.perspective if criterion else ""),
        label=said.label.strip(),
        value=value,
        unit=unit,
        numerator=said.numerator,
        denominator=said.denominator,
        before=said.before,
        period_first=said.period_first,
        period_last=said.period_last,
        method=said.method.strip(),
        source=said.source.strip(),
        dated=said.dated,
        site=said.site.strip(),
        estimate=said.estimate,
        published_by_source=said.published_by_source,
        constructed=said.constructed,
        replaces=replaces,
        reason=reason.strip(),
        withdrawn=withdrawn,
        created_at=at,
        created_by=viewer.name,
        idempotency_key=key or None,
    )


def _log(verb: str, row: Figure, viewer: Viewer, at: datetime, reason: str) -> None:
    record(
        viewer=viewer,
        verb=verb,
        target=f"phase:{row.phase.public_id}",
        target_name=row.label,
        data={"figure": row.public_id, "value": str(row.value), "unit": row.unit, "reason": reason},
        at=at,
    )
