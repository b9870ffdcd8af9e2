"""Forgetting who gave an idea, when there is no more to tell."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from stillads.audit.actions.record import record
from stillads.kernel.viewer import system_viewer

from ..models import DoorCount, IdeaGiver
from ..rules import KEEP_AFTER_LAST_NEWS, KEEP_WITHOUT_ANSWER
from ..states import OPEN


def erase_givers(at: datetime) -> int:
    """Erases name and address of givers who heard nothing new for a year (two while no answer was given).

    The idea stays, and so does its private page. Returns how many were erased.
    """
    with transaction.atomic():
        answered = ~Q(idea__state__in=OPEN) & Q(told_at__lt=at - KEEP_AFTER_LAST_NEWS)
        forgotten = Q(told_at__lt=at - KEEP_WITHOUT_ANSWER)
        due = IdeaGiver.objects.filter(answered | forgotten, erased_at=None)
        pks = list(due.values_list("pk", flat=True))
        IdeaGiver.objects.filter(pk__in=pks).update(
            name_sealed=None, address_sealed=None, link_sealed=None, erased_at=at
        )
        if pks:
            viewer = system_viewer("retention")
            record(viewer=viewer, verb="ideas.erase_givers", target="ideas", data={"count": len(pks)}, at=at)
        yesterday = (at - timedelta(days=1)).strftime("%Y-%m-%dT%H")
        DoorCount.objects.filter(hour__lt=yesterday).delete()
    return len(pks)
