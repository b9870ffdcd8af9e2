"""What a phase's registrations say of its expectations, as it stood on the evaluation day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from stillads.kernel.viewer import Viewer
from stillads.playbooks.loading import playbook_of
from stillads.trials.models import Phase

from ..judging import Seen
from ..judging.from_measure import asked_once, seen_of
from ..measures import MeasureResult
from .measures import measures_of


@dataclass(frozen=True, slots=True)
class Registered:
    """A measure's result, what is judged of it, and the playbook version that defined it."""

    result: MeasureResult
    seen: Seen
    playbook: str


def registered(phase: Phase, keys: Collection[str], *, viewer: Viewer, day: date) -> dict[str, Registered]:
    """Measure key → what had been registered and had come in by the end of `day`; those the playbook has.

    No query for figures where there is no playbook, or none of the keys is one of its measures.
    """
    version = phase.playbook_version
    if version is None:
        return {}
    playbook = playbook_of(version)
    known = [measure.key for measure in playbook.measures if measure.key in keys]
    if not known:
        return {}
    once = asked_once(playbook)
    found = measures_of(phase.pk, viewer=viewer, on=day, only=known, closed_on=day)
    return {
        key: Registered(
            result,
            seen_of(result, each_once=result.measure.instrument in once),
            f"{playbook.key}@{version.number}",
        )
        for key, result in found.items()
    }
