"""Constructed cases of the live round's *straksvisitation*: told step by step through the same actions as on the pages."""

from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

from stillads.capture.actions.cases.starting import start_case
from stillads.capture.actions.cases.stepping import cancel_case, hand_over_spoken, take_step
from stillads.capture.models import Case, Deployment
from stillads.kernel.clock import COPENHAGEN, today
from stillads.trials.actions.participants import enrol
from stillads.trials.models import Phase

from .people import narrator


class Told(NamedTuple):
    """One case: the day of the round it began (1 is day 1), days until each step, and how it went.

    meeting, course, follow_up  days after the step before; None where it has not come so far
    outcome                     where it ended; broken off with `cancelled`
    """

    day: int
    meeting: int | None
    agreed: str = "both"
    minutes: int = 60
    course: int | None = None
    follow_up: int | None = None
    outcome: str = ""
    content: str = ""
    cancelled: str = ""


CASES: Final = (
    Told(2, 6, "both", 75, 18, 4, "independent", "very"),
    Told(2, 8, "train", 60, 16, 6, "independent", "content"),
    Told(4, 9, "do", 50, 14, 5, "partly", "very"),
    Told(5, 7, "both", 65, 20, None),
    Told(8, 12, "train", 60, 15, None),
    Told(9, 5, "back", 45),
    Told(11, 8, "both", 55),
    Told(15, 7, "train", 55),
    Told(16, 10, "both", 60),
    Told(18, None, cancelled="ill"),
    Told(23, 9, "do", 45),
    Told(29, None),
    Told(36, None),
    Told(38, None),
)


def tell_cases(phase: Phase, start: date) -> None:
    """The cases of `phase`, half at each site; nothing that lies after yesterday."""
    rows = list(Deployment.objects.filter(phase_site__phase=phase, instrument__key="flow").order_by("pk"))
    for number, told in enumerate(CASES):
        _tell(rows[number % len(rows)], told, number, start)


def _tell(row: Deployment, told: Told, number: int, start: date) -> None:
    at = _at(start + timedelta(days=told.day - 1))
    person = enrol(
        phase=row.phase_site.phase_id if row.phase_site else 0,
        site=row.unit.key,
        state="participates",
        idempotency_key=f"demo-case-{number}",
        viewer=narrator(),
        at=at,
    )
    case = start_case(
        deployment=row.pk,
        participant=person.public_id,
        raw={},
        idempotency_key=f"demo-case-{number}",
        viewer=narrator(),
        at=at,
    )
    case = _spoken(case, at + timedelta(days=1), number)
    if told.cancelled:
        cancel_case(
            case=case.public_id,
            reason=told.cancelled,
            version=case.version,
            idempotency_key=f"demo-case-{number}-off",
            viewer=narrator(),
            at=at + timedelta(days=5),
        )
    elif told.meeting is not None:
        _meet(case, told, at + timedelta(days=told.meeting), number)


def _meet(case: Case, told: Told, at: datetime, number: int) -> None:
    raw = {
        "agreed": [told.agreed],
        "minutes_occupational_therapist": [str(told.minutes)],
        "minutes_home_trainer": [str(told.minutes - 15)],
    }
    case = take_step(
        case=case.public_id,
        raw=raw,
        to="authority" if told.agreed == "back" else "course",
        version=case.version,
        idempotency_key=f"demo-case-{number}-met",
        viewer=narrator(),
        at=at,
    )
    if told.course is None:
        return
    at += timedelta(days=told.course)
    case = _spoken(case, at, number)
    if told.follow_up is not None:
        take_step(
            case=case.public_id,
            raw={"content": [told.content]},
            to=told.outcome,
            version=case.version,
            idempotency_key=f"demo-case-{number}-followed",
            viewer=narrator(),
            at=at + timedelta(days=told.follow_up),
        )


def _spoken(case: Case, at: datetime, number: int) -> Case:
    return hand_over_spoken(
        case=case.public_id,
        version=case.version,
        idempotency_key=f"demo-case-{number}-{case.step}",
        viewer=narrator(),
        at=min(at, _at(today())),
    )


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10, 15), COPENHAGEN)
