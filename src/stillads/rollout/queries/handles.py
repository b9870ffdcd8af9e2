"""From a name in an address to a row, for the actions; NotFound where there is none."""

from stillads.kernel.rules import NotFound
from stillads.trials.lookup import find

from ..models import Spread, SpreadUnit


def spread_handle(public_id: str) -> Spread:
    """A spread."""
    return find(Spread, public_id)


def line_handle(spread_id: str, public_id: str) -> SpreadUnit:
    """A unit's line of one spread; a line of another spread is not found."""
    line = find(SpreadUnit, public_id)
    if line.spread.public_id != spread_id:
        raise NotFound("a line of another spread")
    return line
