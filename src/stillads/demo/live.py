"""A live round, dated from today, at day 40: constructed from end to end."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from stillads.kernel.clock import COPENHAGEN, now, today
from stillads.kernel.dates import last_day
from stillads.kernel.working_days import next_working_day
from stillads.trials.actions.advance import advance_phases
from stillads.trials.actions.figures import add_figure
from stillads.trials.actions.logbook import write_log
from stillads.trials.actions.milestones import add_milestone
from stillads.trials.actions.phases import plan_phase
from stillads.trials.actions.playbook import choose_playbook
from stillads.trials.actions.prediction import add_criterion, lock_prediction, set_decision_rule
from stillads.trials.actions.rounds import create_round
from stillads.trials.actions.sites import SiteInput
from stillads.trials.actions.trials import create_trial, set_legal_bases
from stillads.trials.actions.windows import add_window
from stillads.trials.figure_rules import FigureInput
from stillads.trials.models import Criterion, Phase, Round, Trial
from stillads.trials.prediction_rules import CriterionInput

from .cases import tell_cases
from .handed_in import hand_in
from .ideas import theme_key
from .people import acting, consultant, narrator, person
from .registrations import register_what_happened, taken_in
from .story import trials
from .tools.tell import PLAYBOOK as TOOLS
from .tools.tell import tell_tools

DAY = 40
EVALUATION_DAYS = 4  # from the last day of a short trial to its evaluation
SOURCE = "Konstrueret til demoen"


def _at(day: date, hour: int = 9) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=COPENHAGEN)


def tell() -> None:
    """Tells the live round, and plans the next one."""
    start = today() - timedelta(days=DAY - 1)
    planned = _at(start - timedelta(days=45))
    round_ = _round(start, planned)
    for story in trials("live.yaml"):
        _trial(story, round_, start, planned)
    advance_phases(at=_at(start, 1), viewer=narrator())
    for story in trials("live.yaml"):
        _what_happened(story, start)
        if "playbook" in story:
            register_what_happened(story["playbook"], _phase(story), start)
        if story.get("playbook") == "straksvisitation":
            tell_cases(_phase(story), start)
        if story.get("playbook") == TOOLS:
            tell_tools(_phase(story), start)
    advance_phases(at=_at(start + timedelta(days=DAY - 5), 1), viewer=narrator())
    for story in trials("live.yaml"):
        if "evaluation" in story:
            hand_in(story, _phase(story))
    _next_round(start)


def _round(start: date, at: datetime) -> Round:
    end = last_day(start, 100)
    made = create_round(
        key=f"{start.year}-{1 if start.month <= 6 else 2}", title="Den løbende runde", start=start, end=end,
        baseline_start=start - timedelta(days=28),
        evaluation_deadline=next_working_day(end + timedelta(days=14)),
        welfare_meeting=next_working_day(end + timedelta(days=30)),
        committee_meeting=next_working_day(end + timedelta(days=50)),
        constructed=True, viewer=consultant(at), at=at,
    )  # fmt: skip
    add_milestone(
        round_=made.key, title="Midtvejsmøde med de ansvarlige", day=next_working_day(start + timedelta(days=49)),
        viewer=consultant(at), at=at,
    )  # fmt: skip
    return made


def _next_round(start: date) -> None:
    first = next_working_day(last_day(start, 100) + timedelta(days=40))
    create_round(
        key=f"{first.year}-{9 if first.year == start.year else 1}", title="Den næste runde", start=first,
        constructed=True, viewer=consultant(now()), at=now(),
    )  # fmt: skip


def _trial(story: dict[str, Any], round_: Round, start: date, at: datetime) -> None:
    trial = _same_trial(story) if story.get("again") else _new_trial(story, at)
    days = story.get("days")
    phase = plan_phase(
        trial=trial.public_id, round_=round_.key, sites=[SiteInput(unit=key) for key in story["sites"]],
        start=start if days else None, end=last_day(start, days) if days else None,
        evaluation_date=last_day(start, days + EVALUATION_DAYS) if days else None,
        expected_citizens=story["citizens"], expected_employees=story["employees"], constructed=True,
        viewer=consultant(at), at=at,
    )  # fmt: skip
    lead = acting(story["lead"], at)
    if "playbook" in story:
        choose_playbook(phase=phase.public_id, version=taken_in(story["playbook"], at), viewer=lead, at=at)
    for row in story.get("criteria", ()):
        size = Decimal(row["size"]) if "size" in row else None
        add_criterion(
            phase=phase.public_id,
            criterion=CriterionInput(
                perspective=row["perspective"], what=row["what"], direction=row["direction"],
                how_known=row["how"], size=size, unit=row.get("unit", ""),
                primary=row.get("primary", False), guardrail=row.get("guardrail", False),
                worse=row.get("worse", "up"),
            ),
            viewer=lead, at=at,
        )  # fmt: skip
    for window in story["windows"]:
        add_window(
            phase=phase.public_id, name=window["name"], first_day=start + timedelta(days=window["from"]),
            last_day=start + timedelta(days=window["to"]), what=window["what"], viewer=lead, at=at,
        )  # fmt: skip
    if "rule" in story:
        set_decision_rule(
            phase=phase.public_id, decision_rule=story["rule"], evaluation_date=phase.evaluation_date or round_.evaluation_deadline,
            viewer=lead, at=at,
        )  # fmt: skip
    if "rule" in story or "playbook" in story:
        lock_prediction(phase=phase.public_id, viewer=lead, at=_at(start - timedelta(days=5)))


def _new_trial(story: dict[str, Any], at: datetime) -> Trial:
    trial = create_trial(
        title=story["title"], question=story["question"], description=story["description"],
        theme=theme_key(story["theme"]), lead=person(story["lead"]).public_id, owner_unit=story["sites"][0],
        source_note=SOURCE, constructed=True, idempotency_key=f"demo-live-{story['key']}",
        viewer=consultant(at), at=at,
    )  # fmt: skip
    set_legal_bases(
        trial=trial.public_id, keys=[], exemption=story["exemption"],
        exemption_note=story.get("exemption_note", ""), viewer=consultant(at), at=at,
    )  # fmt: skip
    return trial


def _same_trial(story: dict[str, Any]) -> Trial:
    """A trial of 2022 that goes on in a new phase."""
    return Trial.objects.get(idempotency_key=f"demo-{story['key']}")


def _key(story: dict[str, Any]) -> str:
    return f"demo-{'' if story.get('again') else 'live-'}{story['key']}"


def _phase(story: dict[str, Any]) -> Phase:
    return Phase.objects.filter(trial__idempotency_key=_key(story)).order_by("-number")[0]


def _what_happened(story: dict[str, Any], start: date) -> None:
    phase, key = _phase(story), _key(story)
    criteria = list(Criterion.objects.filter(phase=phase).order_by("pk"))
    for number, row in enumerate(story["figures"]):
        day = today() - timedelta(days=row["days_ago"])
        add_figure(
            phase=phase.public_id,
            figure=FigureInput(
                label=row["label"], value=Decimal(row["value"]), unit=row["unit"],
                numerator=row.get("numerator"), denominator=row.get("denominator"),
                before=Decimal(row["before"]) if "before" in row else None,
                criterion=criteria[row["criterion"]].pk if "criterion" in row else None,
                perspective=row["perspective"], method=row["method"], source=SOURCE, dated=day,
                constructed=True,
            ),
            idempotency_key=f"{key}-figure-{number}", viewer=acting(story["lead"], now()), at=now(),
        )  # fmt: skip
    for number, row in enumerate(story["log"]):
        day = today() - timedelta(days=row["days_ago"])
        write_log(
            phase=phase.public_id, text=row["text"], day=day, kind=row.get("kind", "note"), constructed=True,
            idempotency_key=f"{key}-log-{number}", viewer=acting(story["lead"], _at(day)), at=_at(day, 14),
        )  # fmt: skip
