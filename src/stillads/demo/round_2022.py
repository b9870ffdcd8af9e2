"""The round 2022-2, from planning to evaluation, each fact citing the booklet."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from stillads.evaluation.actions import (
    add_finding,
    add_part,
    approve,
    open_evaluation,
    save_text,
    set_box,
    set_rating,
    submit,
)
from stillads.evaluation.evidence import Evidence
from stillads.kernel.clock import COPENHAGEN
from stillads.trials.actions.advance import advance_phases
from stillads.trials.actions.figures import add_figure
from stillads.trials.actions.phases import plan_phase, step_phase
from stillads.trials.actions.prediction import go_without_prediction
from stillads.trials.actions.rounds import create_round, step_round
from stillads.trials.actions.sites import SiteInput
from stillads.trials.actions.stages import StageInput, add_stage
from stillads.trials.actions.trials import create_trial, set_legal_bases
from stillads.trials.actions.windows import add_window
from stillads.trials.figure_rules import FigureInput
from stillads.trials.models import Phase, Round, Trial
from stillads.vocabularies.models import LegalBasis

from .ideas import theme_key
from .people import acting, consultant, narrator, person
from .story import SOURCE, trials

PERSPECTIVES = ("citizen", "employee", "economy")
WHY_NO_PREDICTION = (
    "Hæftet fortæller ikke, hvad der var forventet. Runden er fra før, forudsigelser blev skrevet ned."
)
CARRIED = "Fra sidste afprøvning"


def _moment(day: date, hour: int = 9) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=COPENHAGEN)


BEFORE = _moment(date(2021, 12, 20))  # when those trials were planned that had a first phase already
PLANNED = _moment(date(2022, 3, 15))
EVALUATED = _moment(date(2022, 9, 5))


def tell(ideas: dict[str, list[str]]) -> dict[str, Phase]:
    """Tells the round up to the approved evaluations. Returns the phases by the trial's key."""
    before = _round_before()
    round_ = create_round(
        key="2022-2", title="Prøvehandlinger 26. april – 23. august 2022", start=date(2022, 4, 26),
        end=date(2022, 8, 23), evaluation_deadline=date(2022, 9, 5), welfare_meeting=date(2022, 10, 5),
        committee_meeting=date(2022, 10, 25), viewer=consultant(PLANNED), at=PLANNED,
    )  # fmt: skip
    begun = [(story, _begin(story, before, ideas.get(story["key"], []))) for story in trials("trials_*.yaml")]
    _close_before(before)
    told = [(story, _plan(story, trial, round_)) for story, trial in begun]
    for day in (date(2022, 4, 26), date(2022, 8, 24)):
        advance_phases(at=_moment(day, 1), viewer=narrator())
    for story, phase in told:
        _evaluate(story, phase)
    step_round(round_="2022-2", target=Round.State.MEETING, viewer=consultant(EVALUATED), at=EVALUATED)
    return {story["key"]: Phase.objects.get(pk=phase.pk) for story, phase in told}


def _round_before() -> Round:
    """The first phases' round: the booklet mentions it, its dates are constructed."""
    at = _moment(date(2021, 12, 15))
    return create_round(
        key="2022-1", title="Prøvehandlinger forår 2022", start=date(2022, 1, 10), end=date(2022, 4, 19),
        evaluation_deadline=date(2022, 4, 22), constructed=True, viewer=consultant(at), at=at,
    )  # fmt: skip


def _begin(story: dict[str, Any], before: Round, ideas: list[str]) -> Trial:
    lead = person(story["lead"])
    at = BEFORE if story["phase"] == 2 else PLANNED
    trial = create_trial(
        title=story["title"], question=story["question"], description=story["description"],
        theme=theme_key(story["theme"]), lead=lead.public_id, owner_unit=story["sites"][0], ideas=ideas,
        source_note=SOURCE.format(number=story["number"]), idempotency_key=f"demo-{story['key']}",
        viewer=consultant(at), at=at,
    )  # fmt: skip
    _law(story, trial, at)
    if story["phase"] == 2:
        _phase_before(trial, before)
    return trial


def _plan(story: dict[str, Any], trial: Trial, round_: Round) -> Phase:
    sizes = story["sizes"]
    phase = plan_phase(
        trial=trial.public_id, round_=round_.key, sites=[SiteInput(unit=key) for key in story["sites"]],
        expected_citizens=sizes.get("citizens"), expected_employees=sizes.get("employees"),
        order_in_round=story["number"], viewer=consultant(PLANNED), at=PLANNED,
    )  # fmt: skip
    _stages(story, trial)
    for window in story["windows"]:
        add_window(
            phase=phase.public_id, name=window["name"], first_day=window["first"], last_day=window["last"],
            what=window["what"], viewer=consultant(PLANNED), at=PLANNED,
        )  # fmt: skip
    go_without_prediction(
        phase=phase.public_id, reason=WHY_NO_PREDICTION, viewer=consultant(PLANNED), at=PLANNED
    )
    return phase


def _stages(story: dict[str, Any], trial: Trial) -> None:
    for stage in story.get("stages", ()):
        add_stage(
            trial=trial.public_id,
            stage=StageInput(
                title=stage["title"], status_text=stage.get("status", ""), state=stage["state"],
                blocker=stage.get("blocker", "none"), expected_on=stage.get("expected"),
            ),
            viewer=consultant(PLANNED), at=PLANNED,
        )  # fmt: skip


def _law(story: dict[str, Any], trial: Trial, at: datetime) -> None:
    set_legal_bases(
        trial=trial.public_id, keys=legal_keys(story.get("legal", ())), exemption=story["exemption"],
        exemption_note=story.get("exemption_note", ""), viewer=consultant(at), at=at,
    )  # fmt: skip


def legal_keys(paragraphs: list[int | str]) -> list[str]:
    """Keys of Serviceloven's provisions as they were in 2022."""
    wanted = {str(paragraph).replace(" ", "") for paragraph in paragraphs}
    rows = LegalBasis.objects.filter(law__icontains="serviceloven")
    return [row.key for row in rows if row.paragraph.replace("§", "").replace(" ", "") in wanted]


def _phase_before(trial: Trial, before: Round) -> None:
    phase = plan_phase(
        trial=trial.public_id, round_=before.key, constructed=True, viewer=consultant(BEFORE), at=BEFORE
    )
    go_without_prediction(
        phase=phase.public_id, reason=WHY_NO_PREDICTION, viewer=consultant(BEFORE), at=BEFORE
    )


def _close_before(before: Round) -> None:
    for day in (before.start, date(2022, 4, 20)):
        advance_phases(at=_moment(day, 1), viewer=narrator())
    for phase in before.phases.all():
        for target in (Phase.State.EVALUATED, Phase.State.DECIDED):
            step_phase(phase=phase.public_id, target=target, viewer=narrator(), at=_moment(date(2022, 4, 25)))


def _evaluate(story: dict[str, Any], phase: Phase) -> None:
    key, lead = phase.public_id, acting(story["lead"], EVALUATED)
    source = SOURCE.format(number=story["number"])
    open_evaluation(phase=key, imported_from=source, viewer=lead, at=EVALUATED)
    figures = {row["key"]: _figure(story, row, key) for row in story["figures"]}
    for finding in story["findings"]:
        _finding(story, finding, key, figures)
    for box in story["boxes"]:
        set_box(
            phase=key, side=box["side"], perspective=box["perspective"], state="not_stated",
            as_written=box["as_written"], viewer=narrator(), at=EVALUATED,
        )  # fmt: skip
    for name in ("assessment", "impression"):
        text = story[name] or "Hæftet fortæller det ikke."
        save_text(phase=key, key=name, text=text, viewer=lead, at=EVALUATED)
    for part in story["parts"]:
        add_part(phase=key, proposal=part["proposal"], text=part["text"], viewer=lead, at=EVALUATED)
    for perspective in PERSPECTIVES:
        set_rating(
            phase=key, perspective=perspective, value=story["ratings"][perspective],
            why="Konstrueret: Hæftets samlede vurdering er en tegning uden tal.", constructed=True,
            viewer=lead, at=EVALUATED,
        )  # fmt: skip
    submit(phase=key, viewer=lead, at=EVALUATED)
    approve(phase=key, viewer=consultant(EVALUATED), at=EVALUATED)


def _figure(story: dict[str, Any], row: dict[str, Any], phase: str) -> str:
    made = add_figure(
        phase=phase,
        figure=FigureInput(
            label=row["label"], value=Decimal(str(row["value"])), unit=row.get("unit", ""),
            numerator=row.get("numerator"), denominator=row.get("denominator"),
            before=Decimal(str(row["before"])) if "before" in row else None,
            perspective=row["perspective"], method=row["method"],
            source=SOURCE.format(number=story["number"]), dated=date(2022, 9, 1),
            period_first=row.get("first"), period_last=row.get("last"), site=row.get("site", ""),
            estimate=row.get("estimate", False), published_by_source=True,
        ),
        idempotency_key=f"demo-{story['key']}-{row['key']}", viewer=narrator(), at=EVALUATED,
    )  # fmt: skip
    return made.public_id


def _finding(story: dict[str, Any], finding: dict[str, Any], phase: str, figures: dict[str, str]) -> None:
    source = SOURCE.format(number=story["number"])
    links = [Evidence(kind="figure", figure=figures[key]) for key in finding.get("figures", ())]
    links.append(Evidence(kind="source", source=source))
    stages = story.get("stages", [])
    part = finding.get("part")
    add_finding(
        phase=phase, side=finding["side"], perspective=finding["perspective"], text=finding["text"],
        evidence=finding["evidence"], links=links, part=stages[part - 1]["title"] if part else "",
        carried_label=CARRIED if finding.get("carried") else "", viewer=narrator(), at=EVALUATED,
    )  # fmt: skip
