"""Which questions a condition may speak of, by the names that the file gives them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ...questions import Question
from ..refusals import CannotSay


@dataclass(frozen=True, slots=True)
class Known:
    """A question of the file.

    codes   the file's own codes of its answers → the values that a condition compares with
    order   its place among all; a condition may only look back
    group   the repeated group that it stands in
    """

    question: Question
    order: int
    codes: Mapping[str, str] = field(default_factory=dict)
    group: str = ""


class Names:
    """The questions by name. Those that were lost are known as lost, so that the report can say so."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self._lost: set[str] = set()

    def add(self, name: str, known: Known) -> None:
        """The first one of a name counts, as conditions mean it."""
        self._known.setdefault(name, known)

    def lose(self, name: str) -> None:
        """Nothing came of this field."""
        self._lost.add(name)

    def find(self, name: str, *, order: int, group: str) -> Known:
        """The question that a condition standing at `order` in `group` means; CannotSay where it may not."""
        known = self._known.get(name)
        if known is None:
            if name in self._lost:
                raise CannotSay(_("it looks at “%s”, which was not taken over") % name)
            raise CannotSay(_("it looks at “%s”, which is not in the file") % name)
        if known.order >= order:
            raise CannotSay(_("it looks ahead to “%s”") % name)
        if known.group and known.group != group:
            raise CannotSay(_("it looks into the repeated group at “%s”") % name)
        return known
