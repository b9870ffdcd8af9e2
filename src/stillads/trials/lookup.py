"""From a name of the outside to a row: rounds by key, the rest by public id (or number, in the house).

Each raises NotFound where there is no such row. `lock` holds the row until the transaction ends
(PostgreSQL; SQLite has one writer at a time anyway).
"""

from typing import TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from stillads.ideas.models import Theme
from stillads.kernel.rules import NotFound
from stillads.organisation.models import Person, Unit

from .models import Phase, Prediction, Round, Trial

type_ref = int | str  # the row's number, or the name that the outside knows it by
M = TypeVar("M", bound=models.Model)


def find(kind: type[M], ref: type_ref, *, name: str = "public_id", lock: bool = False) -> M:
    """The row of `kind` whose number, or whose column `name`, is `ref`."""
    rows = kind._default_manager.all()
    if lock:
        rows = rows.select_for_update()
    row = rows.filter(**({"pk": ref} if isinstance(ref, int) else {name: ref})).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    return row


def round_by(ref: type_ref, *, lock: bool = False) -> Round:
    """The round with this key (`2022-2`)."""
    return find(Round, ref, name="key", lock=lock)


def trial_by(ref: type_ref, *, lock: bool = False) -> Trial:
    """The trial with this public id."""
    return find(Trial, ref, lock=lock)


def phase_by(ref: type_ref, *, lock: bool = False) -> Phase:
    """The phase with this public id; its trial and round are fetched when asked for."""
    return find(Phase, ref, lock=lock)


def prediction_for(phase: Phase) -> Prediction:
    """The phase's prediction, held until the transaction ends; an imported phase gets an empty one."""
    row, _new = Prediction.objects.select_for_update().get_or_create(
        phase=phase, defaults={"evaluation_date": phase.evaluation_date}
    )
    return row


def person_by(ref: type_ref | None) -> Person | None:
    """The person with this public id; None for nobody."""
    return find(Person, ref) if ref else None


def unit_by(ref: type_ref | None) -> Unit | None:
    """The unit with this public id or key; None for none."""
    if not ref:
        return None
    if isinstance(ref, str) and (found := Unit.objects.filter(key=ref).first()):
        return found
    return find(Unit, ref)


def theme_by(ref: type_ref | None) -> Theme | None:
    """The theme with this key; None for none."""
    return find(Theme, ref, name="key") if ref else None
