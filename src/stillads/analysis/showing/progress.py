"""What may be said of a prediction before its verdict: how far it is, and whether a guardrail is crossed."""

from decimal import Decimal

from stillads.kernel.language import gettext as _

from ..comparison import Expected, Measured, compare
from ..words import change_text, expected_text


def progress(expected: Expected, earlier: float | None, since: float | None, unit: str) -> str:
    """Predicted, and the change so far; never whether it is met. Empty where there is nothing to say."""
    predicted = expected_text(expected, as_level=earlier is None)
    changed = "" if since is None else change_text(compare(expected, _measured(earlier, since, unit)))
    if not changed:
        return _("Predicted: %(predicted)s.") % {"predicted": predicted}
    return _("Predicted: %(predicted)s. So far: %(change)s.") % {"predicted": predicted, "change": changed}


def is_crossed(expected: Expected, earlier: float | None, since: float | None, unit: str) -> bool:
    """Has what must not get worse become so much worse? Unknown is not crossed."""
    if earlier is None or since is None:
        return False
    found = compare(expected, _measured(earlier, since, unit))
    return found.comparable and found.beyond is not None and found.beyond < 0


def _measured(earlier: float | None, since: float, unit: str) -> Measured:
    """With two decimals: a mean has as many as one likes."""
    before = None if earlier is None else Decimal(str(round(earlier, 2)))
    return Measured(Decimal(str(round(since, 2))), unit, before)
