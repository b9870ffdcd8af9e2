"""Trials in the search index: found by title, question, description, and where they are tried out."""

from collections.abc import Iterable
from datetime import datetime

from stillads.documents.blocks import parse_body
from stillads.kernel.clock import now
from stillads.search.actions import index
from stillads.search.registry import Searchable

from . import states
from .models import Trial

KIND = "trial"


def index_trial(trial: Trial, at: datetime) -> None:
    """Lets the trial be found under its present words; inside the transaction that changed it."""
    thing = _searchable(trial, at)
    index(
        kind=KIND,
        key=thing.key,
        title=thing.title,
        words=thing.words,
        context=thing.context,
        at=at,
    )


def all_searchable() -> Iterable[Searchable]:
    """Every trial there is, for `stillads reindex`."""
    rows = Trial.objects.select_related("theme").prefetch_related("phases__sites__unit", "phases__round")
    return [_searchable(trial, now()) for trial in rows.order_by("pk")]


def _searchable(trial: Trial, at: datetime) -> Searchable:
    phases = list(trial.phases.all()) if trial.pk else []
    places = [site.unit.name for phase in phases for site in phase.sites.all()]
    places += [phase.tested_at_text for phase in phases]
    rounds = [phase.round.key for phase in phases]
    said = [trial.question, parse_body(trial.description).plain_text(), *places, *rounds]
    state = str(states.TRIAL.states[trial.state])
    return Searchable(
        key=trial.public_id,
        title=trial.title,
        at=at,
        words="\n".join(text for text in said if text),
        context=" · ".join(
            part for part in (trial.theme.name if trial.theme else "", state, *rounds) if part
        ),
    )
