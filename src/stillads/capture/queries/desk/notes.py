"""What was noted at the desk: fittings, and the drivers' word on deliveries. The look is logged."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from stillads.audit.actions.record import record_read
from stillads.kernel.viewer import Viewer
from stillads.playbooks.kinds.desk import FINE

from ...models import Deployment, Entry
from ...references import photos_in
from ..saying import answers_said, names_in, type_lines
from .place import Place, with_row

_MOST = 60
_LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note. `answers`, `photos` as (question, answer) and (question, file); `wrong`: a delivery that went wrong."""

    entry: str
    form: str
    at: datetime
    by: str
    answers: type_lines
    photos: tuple[tuple[str, str], ...]
    wrong: bool
    constructed: bool


def notes_page(*, deployment: str, viewer: Viewer) -> tuple[Place, tuple[NoteLine, ...]]:
    """The newest first. The same queries however many there are. Raises Denied, NotFound."""
    row, place = with_row(deployment, viewer)
    record_read(viewer=viewer, verb="capture.desk.read", target=f"deployment:{row.public_id}")
    living = Entry.objects.filter(deployment=row, form__in=("fitting", "delivery"), voided_by__isnull=True)
    entries = list(living.select_related("actor").order_by("-occurred_at", "-pk")[:_MOST])
    forms = place.desk.forms()
    names = names_in(row, [(forms[entry.form], entry.answers) for entry in entries])
    return place, tuple(
        NoteLine(
            entry=entry.public_id,
            form=entry.form,
            at=entry.occurred_at,
            by=entry.actor.name if entry.actor else "",
            answers=answers_said(forms[entry.form], entry.answers, names),
            photos=tuple(photos_in(forms[entry.form], entry.answers)),
            wrong=is_wrong(entry),
            constructed=entry.constructed,
        )
        for entry in entries
    )


def is_wrong(entry: Entry) -> bool:
    """A delivery that did not go as it should."""
    return entry.form == "delivery" and entry.answers.get("went", FINE) != FINE


def wrong_lately(row: Deployment, day: date) -> int:
    """How many deliveries went wrong in the last seven days. One query."""
    living = Entry.objects.filter(
        deployment=row, form="delivery", voided_by__isnull=True, local_day__gt=day - _LATELY
    )
    return sum(is_wrong(entry) for entry in living.only("form", "answers"))
