"""Measures with a million entries there: one trial's weekly series, medians and the like, and a round's dashboard.

Runs inside data of its own (see `measure.py`): 40 trials in a round, each at two places; 50,000 registrations in the
first and the rest spread over the others, with their daily sums. Prints one line of JSON.
"""

import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import django

TRIALS, FIRST_TRIAL, PLACES, PEOPLE, CITIZENS = 40, 50_000, 2, 20, 60
DAYS_BEFORE, DAYS = 28, 100
SUMMED = ("calls", "avoidable", "minutes", "per_day", "per_citizen")
READ = ("median", "continuity", "waited")
COMMON = {"perspective": "employee", "instrument": "calls", "unit": "opkald"}
MEASURES: list[dict[str, Any]] = [
    {"key": "calls", "title": "Opkald", "how": "count", "by": ["event", "hour"]},
    {"key": "avoidable", "title": "Kunne undgås", "how": "share", "where": {"question": "avoidable", "is": "yes"}},
    {"key": "minutes", "title": "Minutter", "how": "mean", "field": "minutes"},
    {"key": "per_day", "title": "Pr. døgn", "how": "rate", "per": {"kind": "days"}},
    {"key": "per_citizen", "title": "Pr. borger", "how": "rate", "per": {"kind": "citizens"}},
    {"key": "median", "title": "Midterste", "how": "median", "field": "minutes",
     "where": {"question": "event", "is_not": "colleague"}},
    {"key": "continuity", "title": "Forskellige ansatte", "how": "distinct", "field": "actor",
     "distinct_per": "participant", "distinct_days": 14, "where": {"question": "hour", "at_least": 7, "at_most": 21}},
    {"key": "waited", "title": "Dage", "how": "lead_time", "start": "asked_on", "stop": "done_on",
     "working_days": True},
]  # fmt: skip


def main() -> None:
    """Makes the data where they are not there, and says what each way of asking takes."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stillads.config.settings")
    django.setup()
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    phases = _phases(many)
    print(json.dumps(_measured(phases)))


def _phases(many: int) -> list[int]:
    """Made in one transaction, where they are not there."""
    from django.db import connection, transaction

    from stillads.trials.models import Phase

    there = list(Phase.objects.filter(round__key="2031-9").order_by("pk").values_list("pk", flat=True))
    if there:
        return there
    with transaction.atomic():
        made = [phase.pk for phase in _planned()]
        _fill(made[0])
        _copy(made, many)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return made


def _start() -> date:
    from stillads.kernel.clock import today

    return today() - timedelta(days=DAYS)


def _planned() -> list[Any]:
    """Through the actions: a round, a published playbook, trials with places."""
    from tests.harness.playbooks import playbook

    from stillads.kernel.clock import now
    from stillads.kernel.viewer import system_viewer
    from stillads.organisation.models import Person, Unit
    from stillads.playbooks.actions.versions import publish_playbook
    from stillads.trials.actions.phases import plan_phase
    from stillads.trials.actions.playbook import choose_playbook
    from stillads.trials.actions.rounds import create_round
    from stillads.trials.actions.sites import SiteInput
    from stillads.trials.actions.trials import create_trial

    viewer, at, start = system_viewer("bench"), now(), _start()
    for number in range(PEOPLE):
        Person.objects.create(name=f"Bench {number}", email=f"bench.{number}@example.dk")
    first = start - timedelta(days=DAYS_BEFORE)
    create_round(
        key="2031-9", title="Bench", start=start, end=start + timedelta(days=DAYS - 1), baseline_start=first,
        viewer=viewer, at=at,
    )  # fmt: skip
    content = playbook(key="bench-measures", instruments=[_calls()], measures=[COMMON | m for m in MEASURES])
    version = publish_playbook(content=content, viewer=viewer, at=at)
    phases = []
    for number in range(TRIALS):
        names = [f"bench-m-{number}-{place}" for place in range(PLACES)]
        for name in names:
            Unit.objects.create(key=name, name=name, kind=Unit.Kind.TEAM, valid_from=first)
        trial = create_trial(title=f"Bench {number}", viewer=viewer, at=at)
        sites = [SiteInput(name, employees=10, citizens=30) for name in names]
        phase = plan_phase(trial=trial.pk, round_="2031-9", sites=sites, viewer=viewer, at=at)
        choose_playbook(phase=phase.pk, version=version.public_id, viewer=viewer, at=at)
        phases.append(phase)
    return phases


def _calls() -> dict[str, Any]:
    from tests.harness.playbooks import playbook_data

    made: dict[str, Any] = next(each for each in playbook_data()["instruments"] if each["key"] == "calls")
    days = [{"kind": "date", "key": f"{name}_on", "text": "Hvornår?"} for name in ("asked", "done")]
    return made | {"items": [*made["items"], *days], "about_whom": "may"}


def _deployments(phase: int) -> list[int]:
    from stillads.capture.models import Deployment

    rows = Deployment.objects.filter(phase_site__phase_id=phase).order_by("pk")
    return list(rows.values_list("pk", flat=True))


def _fill(phase: int) -> None:
    """The first trial's entries by the way of files, and their sums."""
    from stillads.capture.actions.buckets import rebuild
    from stillads.capture.actions.series.bulk import add_entries
    from stillads.capture.lookup import deployment_by
    from stillads.kernel.clock import now
    from stillads.organisation.models import Person
    from stillads.trials.models import Participant

    people = list(Person.objects.filter(name__startswith="Bench ").values_list("pk", flat=True))
    for number in _deployments(phase):
        row = deployment_by(number)
        Participant.objects.bulk_create(
            Participant(phase_id=phase, site_id=row.unit_id, pseudonym=f"B{number}-{n}", enrolled_at=now())
            for n in range(CITIZENS)
        )
        citizens = list(Participant.objects.filter(site_id=row.unit_id).values_list("pk", flat=True))
        add_entries(_entries(row, citizens, people, FIRST_TRIAL // PLACES))
        rebuild(deployment=row, at=now())


def _copy(phases: list[int], many: int) -> None:
    """The other trials' entries and sums are copies by SQL; every so manieth of the first trial's."""
    from django.db import connection

    from stillads.capture.actions.buckets import _COLUMNS as SUMS
    from stillads.capture.actions.series.bulk import COLUMNS
    from stillads.capture.models import Deployment

    first, *rest = ([Deployment.objects.get(pk=pk) for pk in _deployments(phase)] for phase in phases)
    step = max(1, round(FIRST_TRIAL * len(rest) / max(1, many - FIRST_TRIAL)))
    given = {"deployment_id": "%s", "site_id": "%s"}
    names = {"public_id": "%s || id", "idempotency_key": "%s || id", "digest": "''"}
    with connection.cursor() as cursor:
        for deployments in rest:
            for old, new in zip(first, deployments, strict=True):
                mark = f"{new.pk}x"
                picked = ", ".join((given | names).get(name, name) for name in COLUMNS)
                cursor.execute(
                    f"INSERT INTO capture_entry ({', '.join(COLUMNS)}) SELECT {picked} FROM capture_entry "  # noqa: S608
                    "WHERE deployment_id = %s AND id %% %s = 0",
                    [mark, new.pk, new.unit_id, mark, old.pk, step],
                )
                picked = ", ".join(given.get(name, name) for name in SUMS)
                cursor.execute(
                    f"INSERT INTO capture_bucket ({', '.join(SUMS)}) SELECT {picked} FROM capture_bucket "  # noqa: S608
                    "WHERE deployment_id = %s",
                    [new.pk, new.unit_id, old.pk],
                )


def _entries(row: Any, citizens: list[int], people: list[int], many: int) -> Iterator[tuple[Any, ...]]:
    from stillads.capture.actions.series import bulk
    from stillads.kernel.clock import COPENHAGEN
    from stillads.kernel.ids import public_id

    chance = random.Random(row.pk)  # noqa: S311
    for number in range(many):
        day = _start() + timedelta(days=chance.randrange(-DAYS_BEFORE, DAYS))
        when = datetime.combine(day, datetime.min.time(), COPENHAGEN).replace(hour=chance.randrange(24))
        answers = {"event": chance.choice(["citizen", "relative", "colleague"])}
        if chance.random() < 0.8:
            answers["avoidable"] = chance.choice(["yes", "no"])
        asked = day - timedelta(days=chance.randrange(20))
        text = json.dumps(
            answers
            | {"minutes": chance.randrange(60), "asked_on": asked.isoformat(), "done_on": day.isoformat()}
        )
        yield (
            public_id(), row.pk, row.instrument.version_id, row.unit_id, "event", "", None, None,
            chance.choice(citizens), chance.choice(people), "", bulk.moment(when), bulk.day(day), bulk.moment(when),
            "import", f"bench:{row.pk}:{number}", "", text, None, "", False,
        )  # fmt: skip


def _measured(phases: list[int]) -> dict[str, float]:
    from stillads.analysis.queries.measures import dashboard_of, measures_of
    from stillads.kernel.clock import today
    from stillads.kernel.viewer import system_viewer

    viewer, on = system_viewer("bench"), today()
    found: dict[str, float] = {}
    for key in (*SUMMED, *READ):
        cold, warm = _timed(partial(measures_of, phases[0], viewer=viewer, on=on, only=[key]))
        found[key], found[f"{key}, first time"] = warm, cold
    found["dashboard"] = _timed(lambda: dashboard_of(phases, viewer=viewer, on=on))[1]
    found["keeping"] = _keeping(phases[1])
    return found


def _keeping(phase: int) -> float:
    """What keeping the sums costs a registration: what it adds, and the statement that adds it."""
    from django.db import transaction

    from stillads.capture.actions.buckets import add
    from stillads.capture.facts import facts_of_entry
    from stillads.capture.lookup import deployment_by
    from stillads.capture.models import Entry
    from stillads.capture.sums import additions
    from stillads.playbooks.loading import playbook_of

    row = deployment_by(_deployments(phase)[0])
    entry = Entry.objects.filter(deployment=row)[0]
    measures = playbook_of(row.instrument.version).measures

    def keep() -> None:
        made = additions(measures, row.instrument.key, entry.form, facts_of_entry(entry, row))
        add(row, entry.site_id, entry.local_day, made)

    with transaction.atomic():
        taken = _timed(keep, 100)[1]
        transaction.set_rollback(True)
    return taken


def _timed(work: Callable[[], object], times: int = 7) -> tuple[float, float]:
    """Milliseconds of our processor: of the first time, and the median of the rest."""
    taken = []
    for _n in range(times):
        begun = time.process_time()
        work()
        taken.append((time.process_time() - begun) * 1000)
    return taken[0], statistics.median(taken[1:])


if __name__ == "__main__":
    main()
