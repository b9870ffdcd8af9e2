"""How many were asked in waves, how many have answered, and who answered."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from stillads.playbooks.kinds.survey import WHO_ANSWERED

from ...models import VOID, AnonymousEntry, Asked, Entry


@dataclass(frozen=True, slots=True)
class WaveCounts:
    """Of one wave; `who` are (key of `WHO_ANSWERED`, how many), in that list's order."""

    asked: int
    answered: int
    declined: int
    answers: int
    who: tuple[tuple[str, int], ...]


def counts_of(waves: Iterable[int]) -> dict[int, WaveCounts]:
    """Primary key of a wave → its counts. Three queries, however many waves and answers."""
    wanted = list(waves)
    people = {
        line["wave_id"]: (line["asked"], line["answered"], line["declined"])
        for line in Asked.objects.filter(wave_id__in=wanted)
        .values("wave_id")
        .order_by()
        .annotate(
            asked=Count("pk"),
            answered=Count("pk", filter=Q(answered=True)),
            declined=Count("pk", filter=~Q(declined_why="")),
        )
    }
    who = _who(wanted)
    nameless = dict(
        AnonymousEntry.objects.filter(wave_id__in=wanted)
        .values_list("wave_id")
        .annotate(n=Count("pk"))
        .order_by()
    )
    return {
        pk: WaveCounts(
            *people.get(pk, (0, 0, 0)),
            answers=sum(who.get(pk, {}).values()) + nameless.get(pk, 0),
            who=tuple((key, who[pk][key]) for key in WHO_ANSWERED.texts() if who.get(pk, {}).get(key)),
        )
        for pk in wanted
    }


def _who(waves: list[int]) -> dict[int, dict[str, int]]:
    """Wave → key of who answered → how many, those taken back not counted."""
    living = Entry.objects.filter(wave_id__in=waves, voided_by__isnull=True).exclude(form=VOID)
    found: dict[int, dict[str, int]] = {}
    for line in living.values("wave_id", "answered_by").order_by().annotate(n=Count("pk")):
        found.setdefault(line["wave_id"], {})[line["answered_by"]] = line["n"]
    return found
