"""What measures can read of an entry: the instrument's facts, and those that every entry has."""

from typing import Any

from stillads.kernel.clock import COPENHAGEN
from stillads.playbooks.loading import playbook_of

from .models import AnonymousEntry, Deployment, Entry


def facts_of_entry(entry: Entry, deployment: Deployment) -> dict[str, Any]:
    """Fact key → value. The deployment's `instrument__version` is loaded.

    Beside the instrument's own: `weekday` (1 is Monday), `hour`, `who_answered`, `form`, `site`.
    """
    instrument = playbook_of(deployment.instrument.version).instrument(deployment.instrument.key)
    moment = entry.occurred_at.astimezone(COPENHAGEN)
    return {
        **instrument.facts(entry.form, entry.answers),
        **instrument.scores(entry.form, entry.answers),
        "weekday": entry.local_day.isoweekday(),
        "hour": moment.hour,
        "who_answered": entry.answered_by,
        "form": entry.form,
        "site": deployment.unit.key,
    }


def facts_of_anonymous(entry: AnonymousEntry, deployment: Deployment) -> dict[str, Any]:
    """The same of an answer that belongs to nobody: it has no hour and says not who answered."""
    instrument = playbook_of(deployment.instrument.version).instrument(deployment.instrument.key)
    return {
        **instrument.facts("answer", entry.answers),
        **instrument.scores("answer", entry.answers),
        "weekday": entry.day.isoweekday(),
        "form": "answer",
    }
