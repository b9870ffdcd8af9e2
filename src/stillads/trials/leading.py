"""What this room adds to what a person answers for: the trials they lead."""

from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillads.kernel.viewer import Viewer
from stillads.organisation.responsibilities import Responsibility

from .actions.handover import give_lead
from .lookup import person_by, trial_by
from .models import Trial

LIVING = (Trial.State.DRAFT, Trial.State.ACTIVE, Trial.State.DECIDED)


class TrialsLed:
    """The trials of a lead; handed over until a day they come back the day after."""

    kind = "trials.lead"
    label: str | Promise = _("Trials")

    def held_by(self, *, person_id: int, on: date) -> list[Responsibility]:
        """The living trials that the person leads."""
        rows = Trial.objects.filter(lead_id=person_id, state__in=LIVING).order_by("title_sort")
        return [
            Responsibility(self.kind, row.public_id, row.title, "", ("trials:trial", row.public_id))
            for row in rows
        ]

    def hand_over(
        self, *, from_id: int, to_id: int, first_day: date, until: date | None, viewer: Viewer, at: datetime
    ) -> int:
        """Gives each trial to `to_id`, in the caller's transaction."""
        held = Trial.objects.filter(lead_id=from_id, state__in=LIVING).values_list("pk", flat=True)
        for pk in (numbers := list(held)):
            give_lead(trial_by(pk, lock=True), person_by(to_id), until=until, viewer=viewer, at=at)
        return len(numbers)
