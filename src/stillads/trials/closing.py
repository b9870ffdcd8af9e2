"""What keeps a unit from closing: a phase that is tried out there after the last day."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from stillads.kernel.dates import format_date

from .models import Phase, PhaseSite

LIVING = (Phase.State.DRAFT, Phase.State.READY, Phase.State.RUNNING)


def sites_after(*, unit_id: int, last_day: date) -> list[str]:
    """One sentence for every phase that still needs the unit after `last_day`. One query."""
    there = Q(valid_to__isnull=True) | Q(valid_to__gt=last_day)
    rows = PhaseSite.objects.filter(
        there, unit_id=unit_id, withdrawn_at__isnull=True, phase__state__in=LIVING, phase__end__gt=last_day
    )
    return [
        _("“%(trial)s” is tried out here until %(day)s.")
        % {"trial": site.phase.trial.title, "day": format_date(site.valid_to or site.phase.end)}
        for site in rows.select_related("phase__trial").order_by("phase__trial__title_sort")
    ]
