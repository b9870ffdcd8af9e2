"""Reading in a booklet that exists already: one round with its trials, in one transaction."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.rules import Conflict, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.trials.models import Phase, Round, RoundTransition

from ..importing.plan import ImportPlan, plan_import
from ..models import Booklet
from ..permissions import IMPORT
from ..queries.imports import free_round_key, imported_round, known_sites
from ..reading import Reading
from .imported_trial import store_trial

# Where the booklet names no deadline: two weeks after the last day, as the house does by default.
_EVALUATION_DAYS = 14
_SEEN_DAYS = 180  # after the last day, where the foreword names no committee meeting


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or on a dry run would do.

    created       False where the same booklet was there already, and on a dry run
    already       the same booklet has been read in before; nothing was changed
    round_made    the round was made too; False where it stood there empty
    """

    round_key: str
    plan: ImportPlan
    created: bool
    already: bool = False
    round_made: bool = False


def import_booklet(
    *,
    reading: Reading,
    round_key: str,
    viewer: Viewer,
    at: datetime,
    source: str = "",
    start: date | None = None,
    end: date | None = None,
    dry_run: bool = False,
) -> Imported:
    """Store a booklet's trials as a round. The same booklet a second time changes nothing.

    round_key  such as `2022-2`; empty: the next free round of the year that the foreword names
    source     the file's name, kept as where the texts come from
    start, end the round's days where the foreword does not name them
    Raises Denied; Conflict where the round has trials already; RuleError where its days are unknown.
    """
    check_may(viewer, IMPORT)
    plan = plan_import(reading)
    before = imported_round(plan.digest)
    if before is not None:
        return Imported(before, plan, created=False, already=True)
    first, last = _days(plan, start, end)
    with transaction.atomic():
        key = round_key or free_round_key(first.year)
        _check_free(key)
        _check_lengths(plan)
        if dry_run:
            return Imported(key, plan, created=False)
        held, round_made = _round(plan, key, first, last, viewer, at)
        sites = known_sites()
        for trial in plan.trials:
            store_trial(trial, held, sites, digest=plan.digest, source=source, viewer=viewer, at=at)
        _booklet(plan, held)
        record(
            viewer=viewer,
            verb="booklet.import",
            target=f"round:{held.public_id}",
            target_name=key,
            data={"digest": plan.digest, "trials": len(plan.trials), "source": source},
            at=at,
        )
    return Imported(key, plan, created=True, round_made=round_made)


def _days(plan: ImportPlan, start: date | None, end: date | None) -> tuple[date, date]:
    first, last = start or plan.dates.start, end or plan.dates.end
    if first is None or last is None:
        raise RuleError(
            _("The foreword does not say when the trials ran. Give the round's first and last day."),
            field="start",
        )
    if first > last:
        raise RuleError(_("The last day lies before the first."), field="end")
    return first, last


def _check_free(key: str) -> None:
    if Phase.objects.filter(round__key=key).exists():
        raise Conflict(
            _("Round %(key)s has trials already. Choose another round; nothing was read in.") % {"key": key},
            field="round_key",
        )


def _check_lengths(plan: ImportPlan) -> None:
    for trial in plan.trials:
        if not trial.title or len(trial.title) > 200 or len(trial.tested_at) > 300:
            raise RuleError(
                _("The title of trial %(number)d, or where it was tried, could not be told from the text.")
                % {"number": trial.number}
            )


def _round(
    plan: ImportPlan, key: str, first: date, last: date, viewer: Viewer, at: datetime
) -> tuple[Round, bool]:
    """The round, and whether it was made now; one that stands empty keeps its own dates."""
    found = Round.objects.filter(key=key).first()
    if found is not None:
        return found, False
    made = Round.objects.create(
        key=key,
        title=_("Round %(key)s") % {"key": key},
        state=_state(plan, last, local_day(at)),
        start=first,
        end=last,
        evaluation_deadline=last + timedelta(days=_EVALUATION_DAYS),
        welfare_meeting=plan.dates.welfare_meeting,
        committee_meeting=plan.dates.committee_meeting,
    )
    RoundTransition.objects.create(
        round=made,
        from_state="",
        to_state=made.state,
        reason=_("Read in from a booklet"),
        by=viewer.name,
        at=at,
    )
    return made, True


def _state(plan: ImportPlan, last: date, today: date) -> str:
    """A round that the committee has seen is history: it is read, and asks nobody for anything."""
    seen = plan.dates.committee_meeting or last + timedelta(days=_SEEN_DAYS)
    return Round.State.CLOSED if seen < today else Round.State.MEETING


def _booklet(plan: ImportPlan, held: Round) -> None:
    Booklet.objects.update_or_create(
        round=held,
        defaults={
            "title": _("What we tried, and what we learnt"),
            "subtitle": _("Trials of round %(key)s") % {"key": held.key},
            "foreword": plan.front.foreword.data(),
            "foreword_by": plan.front.foreword_by,
            "facts_title": plan.front.facts_title,
            "facts": plan.front.facts.data(),
            "imported_digest": plan.digest,
        },
    )
