"""When something is shown: translated, put together, and told in the report where it cannot be said."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ..format.conditions import Condition
from .logic.names import Names
from .logic.translate import condition_of, together
from .refusals import CannotSay
from .report import Field, FormReport
from .tree import Asked, Block, Shown, Told


class Conditions:
    """Translates the conditions of one questionnaire."""

    def __init__(self, names: Names, report: FormReport) -> None:
        self._names = names
        self._report = report

    def of(self, part: Asked | Told | Block, group: str) -> Condition | None:
        """The part's own condition; None where there is none or it cannot be said, which is then reported."""
        try:
            return self._said(part.when, part.order, group)
        except CannotSay as error:
            why = _("It is always shown, as its condition cannot be said here: %s.") % error.why
            self._tell(part, why)
            return None

    def _said(self, when: Shown, order: int, group: str) -> Condition | None:
        if when is None or isinstance(when, Condition):
            return when
        return condition_of(when, lambda name: self._names.find(name, order=order, group=group))

    def _tell(self, part: Asked | Told | Block, why: str) -> None:
        if isinstance(part, Block):
            self._report.warn(f"{part.place}: {why}")
        else:
            part.field.note(why)


def all_of(conditions: Sequence[Condition | None]) -> Condition | None:
    """One condition of several, or none."""
    said = list(dict.fromkeys(each for each in conditions if each is not None))
    if len(said) < 2:
        return said[0] if said else None
    return together("all", said)


def unsayable(field: Field, error: CannotSay) -> None:
    """Reports a condition that could not even be read."""
    field.note(_("It is always shown, as its condition cannot be said here: %s.") % error.why)
