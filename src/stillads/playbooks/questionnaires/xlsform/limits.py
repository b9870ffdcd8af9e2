"""The constraint of a row, as bounds; what of it cannot be said is noted."""

from django.utils.translation import gettext as _

from ..logic.bounds import Bounds, bounds_of
from ..logic.parser import parse
from ..refusals import CannotSay
from .context import Asking


def limits(asking: Asking) -> Bounds:
    """The bounds that the row's constraint sets; none where there is no constraint."""
    said = asking.row.get("constraint")
    if not said:
        return Bounds()
    try:
        found = bounds_of(parse(said, "xlsform"))
    except CannotSay:
        found = Bounds(left_over=True)
    if found.left_over:
        asking.field.note(_("A check of the answer was lost: %s.") % said)
    return found
