"""What the log's house-keeping does every day: erase what is due, seal, and see whether all seals hold."""

from datetime import datetime

from django.db import transaction

from stillads.kernel.viewer import system_viewer

from ..queries.seals import first_broken_seal
from ..retention import rules
from .record import record
from .seal import seal_events

SEALS = "audit:seals"


def erase_due(*, at: datetime) -> dict[str, int]:
    """Carries out every rule of keeping, each in its own transaction. Returns key → how many things went."""
    return {rule.key: _erase(rule.key, at) for rule in rules() if rule.erase}


def _erase(key: str, at: datetime) -> int:
    [rule] = [rule for rule in rules() if rule.key == key]
    with transaction.atomic():
        count = rule.erase(at) if rule.erase else 0
        if count:
            viewer = system_viewer("retention")
            record(viewer=viewer, verb="audit.erase", target=f"retention:{key}", data={"count": count}, at=at)
    return count


def seal_and_check(*, at: datetime) -> str:
    """The daily job: seals what is new, checks all seals, notes what was found, and says it in words."""
    sealed = seal_events(at=at)
    broken, count = first_broken_seal()
    with transaction.atomic():
        record(
            viewer=system_viewer("seals"), verb="audit.check_seals", target=SEALS, at=at,
            data={"sealed": sealed, "seals": count, "broken": broken},
        )  # fmt: skip
    state = f"seal {broken} no longer fits" if broken else "all hold"
    return f"{sealed} events sealed; {count} seals, {state}"
