"""The responsibility that this room itself knows: to lead a unit."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer

from .lookup import on_day
from .models import Assignment
from .policy import MANAGER
from .responsibilities import Responsibility


class UnitsLed:
    """The manager's role at a unit. For good: it changes hands. Until a day: both hold it."""

    kind = "organisation.units"
    label = gettext_lazy("Units led")

    def held_by(self, *, person_id: int, on: date) -> list[Responsibility]:
        """The units that the person leads on a day."""
        return [
            Responsibility(
                self.kind, held.unit.public_id, held.unit.name, "", ("organisation:unit", held.unit.public_id)
            )
            for held in self._held(person_id, on)
        ]

    def hand_over(
        self, *, from_id: int, to_id: int, first_day: date, until: date | None, viewer: Viewer, at: datetime
    ) -> int:
        """Gives the role at each unit to `to_id`, and ends the first one's where it is for good."""
        held = self._held(from_id, first_day)
        for old in held:
            if until is None:
                self._end(old, first_day)
            self._give(old, to_id, first_day, until or old.valid_to)
        return len(held)

    def _held(self, person_id: int, on: date) -> list[Assignment]:
        rows = Assignment.objects.filter(on_day(on), person_id=person_id, role=MANAGER)
        return list(rows.select_related("unit").order_by("unit__name_sort"))

    def _end(self, old: Assignment, first_day: date) -> None:
        if old.valid_from >= first_day:
            raise RuleError(
                _("The role at %s begins on that very day. Choose a later one.") % old.unit.name,
                field="first_day",
            )
        Assignment.objects.filter(pk=old.pk).update(valid_to=first_day - timedelta(days=1))

    def _give(self, old: Assignment, to_id: int, first_day: date, last_day: date | None) -> None:
        mine = Assignment.objects.filter(on_day(first_day), person_id=to_id, role=MANAGER, unit=old.unit)
        if not mine.exists():
            Assignment.objects.create(
                person_id=to_id, role=MANAGER, unit=old.unit, valid_from=first_day, valid_to=last_day
            )
