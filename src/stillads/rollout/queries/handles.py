"""From a name in an address to a row, for the actions; NotFound where there is none."""

from stillads.kernel.rules import NotFound

from ..models import Spread, SpreadUnit


def spread_handle(public_id: str) -> Spread:
    """A spread with its trial."""
    row = Spread.objects.filter(public_id=public_id).select_related("trial").first()
    if row is None:
        raise NotFound("no such spread")
    return row


def line_handle(spread_id: str, public_id: str) -> SpreadUnit:
    """A unit's line of one spread."""
    row = SpreadUnit.objects.filter(public_id=public_id, spread__public_id=spread_id)
    found = row.select_related("unit", "spread").first()
    if found is None:
        raise NotFound("no such line")
    return found
