"""What a round can show of each expectation, in a sentence, while it can still be planned otherwise."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.analysis.simulating import Layout, Plan
from stillads.analysis.words import amount, unit_of_change
from stillads.kernel.numbers import format_number


def plan_text(found: Plan, layout: Layout) -> str:
    """The sentence."""
    if found.says == "level":
        return _(
            "Nothing is measured before day 1. So only where it stands can be judged, not whether it got better."
        )
    if found.says == "too_short" or found.smallest is None:
        return _("Too few whole weeks are measured, before day 1 or after, for anything to be sure.")
    said = {"where": _where(layout), "size": _size(found.smallest, found)}
    if found.says == "found":
        return (
            _("With %(where)s you can see a change of %(size)s or more. What you promise is large enough.")
            % said
        )
    said["promised"] = _size(found.promised, found)
    return (
        _(
            "With %(where)s you can only see a change of %(size)s or more. You promise %(promised)s, and will mostly "
            "not be able to tell. More places, more weeks before day 1, or a larger promise help."
        )
        % said
    )


def _where(layout: Layout) -> str:
    places = ngettext("%(n)s place", "%(n)s places", layout.sites) % {"n": format_number(layout.sites)}
    said = _("%(places)s, %(before)s weeks before day 1 and %(after)s after")
    return said % {"places": places, "before": layout.baseline // 7, "after": layout.days // 7}


def _size(value: float, found: Plan) -> str:
    """Two significant digits: it is an estimate."""
    number = Decimal(f"{value:.2g}").normalize()
    return amount(number, unit_of_change(found.unit, relative=found.relative))
