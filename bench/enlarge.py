"""The demo, made large: 40 rounds of 40 trials with 12 findings each, and 10,000 ideas."""

import os
from datetime import timedelta
from typing import TypeVar

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stillads.config.settings")
django.setup()

from django.db import connection  # noqa: E402

from bench.clone import Rows, clones, hanging_on, store  # noqa: E402
from stillads.evaluation.models import Finding  # noqa: E402
from stillads.ideas.models import Idea  # noqa: E402
from stillads.search.actions.rebuild import rebuild  # noqa: E402
from stillads.trials.models import Phase, Round, Trial  # noqa: E402

ROUNDS, TRIALS, FINDINGS, IDEAS = 40, 40, 12, 10_000
R = TypeVar("R", Round, Idea)
_ROOMS = {"trials", "evaluation"}
_HALF_YEAR = timedelta(days=182)


def enlarge() -> None:
    """Adds what is missing to those numbers."""
    decided, evaluating = _samples(Phase.State.DECIDED), _samples(Phase.State.EVALUATING)
    first = Round.objects.order_by("start").first()
    for number in range(ROUNDS - Round.objects.count()):
        # In the newest of them all forty trials are being evaluated at once: the week when most happens.
        _add_round(number, first, decided if number else evaluating)
    _add_ideas()
    rebuild()
    if connection.vendor == "postgresql":  # which does it by itself, some minutes later
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def _samples(state: str) -> list[Trial]:
    """The demo's trials whose one phase has an evaluation and is in this state."""
    found = [
        trial
        for trial in Trial.objects.filter(phases__state=state).order_by("pk")
        if trial.phases.count() == 1 and hasattr(trial.phases.get(), "evaluation")
    ]
    if not found:
        raise RuntimeError(f"the demo has no trial to clone whose state is {state}")
    return found


def _add_round(number: int, sample: Round | None, samples: list[Trial]) -> None:
    if sample is None:
        raise RuntimeError("the demo has no round")
    back = _HALF_YEAR * (number + 1)
    copy = _copy(sample)
    copy.key = f"{2021 - number // 2}-{2 - number % 2}"
    for name in (
        "baseline_start",
        "start",
        "end",
        "evaluation_deadline",
        "welfare_meeting",
        "committee_meeting",
    ):
        if (day := getattr(sample, name)) is not None:
            setattr(copy, name, day - back)
    if samples[0].phases.get().state == Phase.State.EVALUATING:
        copy.state = Round.State.EVALUATING
    copy.save()
    for place in range(TRIALS):
        trial = samples[place % len(samples)]
        made = clones(_filled(trial), {trial.phases.get().round: copy})
        for row in made:
            if hasattr(row, "order_in_round"):
                row.order_in_round = place + 1
        store(made)


def _copy(row: R) -> R:
    [copy] = clones({type(row): [row]}, {})
    if not isinstance(copy, type(row)):
        raise TypeError(copy)
    return copy


def _filled(trial: Trial) -> Rows:
    """A trial with all that hangs on it, its findings repeated up to FINDINGS."""
    rows = hanging_on(trial, _ROOMS)
    findings = rows.get(Finding, [])
    if findings:
        rows[Finding] = (findings * FINDINGS)[:FINDINGS]
    return rows


def _add_ideas() -> None:
    samples = list(Idea.objects.order_by("pk")[:200])
    missing = IDEAS - Idea.objects.count()
    if not samples or missing <= 0:
        return
    made = [_copy(samples[n % len(samples)]) for n in range(missing)]
    for n, idea in enumerate(made):
        idea.title = f"{idea.title} {n}"[:160]
        idea.received_at -= timedelta(hours=n)
    store(made)


if __name__ == "__main__":
    enlarge()
