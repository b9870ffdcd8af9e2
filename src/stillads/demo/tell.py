"""The whole demo in its order."""

from django.db import transaction
from django.utils import translation

from stillads.kernel.clock import now, today
from stillads.trials.models import Round

from . import booklet_2022, decided_2022, ideas, live, people, round_2022


@transaction.atomic
def tell_once() -> bool:
    """Tells the demo into an empty database; False where it (or anything else) is there already."""
    if Round.objects.exists():
        return False
    with translation.override("da"):
        people.settle(now())
        phases = round_2022.tell(ideas.tell_workshop())
        booklet_2022.tell()
        decided_2022.tell(phases)
        live.tell()
        ideas.tell_new(today())
    return True
