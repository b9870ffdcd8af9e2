"""Hearing, item and decision: each rule with its refusal."""

from datetime import date, datetime
from typing import Any

import pytest
from tests.decisions.conftest import phase_in
from tests.harness.people import House

from stillads.decisions.actions.committee import draft_item, save_texts, submit_item
from stillads.decisions.actions.decide import Ruling, decide, reopen_due_decisions
from stillads.decisions.actions.feedback import Answer, type_paper_feedback
from stillads.decisions.actions.follow_up import add_action, tick_action
from stillads.decisions.actions.hearing import take_hearing_step
from stillads.decisions.models import CommitteeItem, Decision, HearingStep, Meeting
from stillads.decisions.queries.decisions import decisions_of_phases
from stillads.decisions.queries.hearing import open_bodies
from stillads.decisions.queries.items import phases_to_decide
from stillads.documents.plain import from_plain
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import Conflict, Invalid, RuleError
from stillads.kernel.viewer import Viewer
from stillads.overview.actions.decide import decide_and_follow
from stillads.rollout.queries.spreads import spreads
from stillads.trials.actions.phases import step_phase
from stillads.trials.actions.rounds import create_round, step_round
from stillads.trials.models import Phase, Round, RoundTransition, Trial

pytestmark = pytest.mark.django_db
AT = datetime(2022, 10, 25, 10, 0, tzinfo=COPENHAGEN)


def _step(round_: Round, viewer: Viewer, body: str, state: str, text: str = "") -> None:
    take_hearing_step(round_=round_, body=body, state=state, day=AT.date(), text=text, viewer=viewer, at=AT)


def _item(round_: Round, viewer: Viewer) -> CommitteeItem:
    return draft_item(
        round_=round_, title="Prøvehandlinger", type_="decision", committee="Udvalget",
        meeting_on=date(2022, 10, 25), idempotency_key="item", viewer=viewer, at=AT,
    )  # fmt: skip


def _decide(phase: Phase, viewer: Viewer, outcome: str = "permanent", **more: Any) -> Decision:
    ruling = Ruling(outcome=outcome, wording="Som indstillet", review_on=date(2023, 4, 25))
    return decide(
        phase=phase, part=None, item=None, ruling=ruling, decided_on=AT.date(),
        idempotency_key=str(more.pop("key", outcome)), viewer=viewer, at=AT, **more,
    )  # fmt: skip


def test_the_hearing_follows_its_steps(round_: Round, consultant: Viewer) -> None:
    with pytest.raises(RuleError):
        _step(round_, consultant, "med", "answered", "Ingen bemærkninger")
    _step(round_, consultant, "med", "sent")
    with pytest.raises(RuleError) as empty:
        _step(round_, consultant, "med", "answered")
    assert empty.value.field == "text"
    _step(round_, consultant, "med", "answered", "Ingen bemærkninger")
    assert len(open_bodies(round_.pk)) == 1


def test_leaving_a_hearing_out_needs_a_reason(round_: Round, consultant: Viewer) -> None:
    with pytest.raises(RuleError):
        _step(round_, consultant, "elders_council", "waived")
    _step(round_, consultant, "elders_council", "waived", "Rådet var med på mødet")
    assert len(open_bodies(round_.pk)) == 1


def test_an_item_is_not_submitted_before_the_hearings_are_settled(round_: Round, consultant: Viewer) -> None:
    phase_in(round_, "Velfærdssamtaler", "spread")
    item = _item(round_, consultant)
    with pytest.raises(RuleError):
        submit_item(item=item, viewer=consultant, at=AT)
    for body in ("med", "elders_council"):
        _step(round_, consultant, body, "waived", "Hørt på mødet")
    submitted = submit_item(item=item, viewer=consultant, at=AT)
    assert submitted.state == CommitteeItem.State.SUBMITTED
    assert len(submitted.submitted_sha256) == 64


def test_the_draft_says_what_the_evaluations_say_and_leaves_the_rest_empty(
    round_: Round, consultant: Viewer
) -> None:
    phase_in(round_, "Velfærdssamtaler", "spread")
    sections = _item(round_, consultant).sections
    assert "Velfærdssamtaler" in str(sections["recommendation"])
    assert sections["alternatives"] == {"blocks": []}
    assert list(sections)[:3] == ["summary", "recommendation", "decision"]


def test_a_save_based_on_an_older_version_is_refused_and_writes_nothing(
    round_: Round, consultant: Viewer
) -> None:
    item = _item(round_, consultant)
    texts = {"summary": from_plain("Min tekst")}
    save: dict[str, Any] = {
        "item": item,
        "management_recommendation": from_plain(""),
        "viewer": consultant,
        "at": AT,
    }
    save_texts(sections=texts, version=1, **save)
    with pytest.raises(Conflict):
        save_texts(sections={"summary": from_plain("En anden")}, version=1, **save)
    item.refresh_from_db()
    assert item.sections["summary"] == texts["summary"].data()


def test_a_trial_is_not_decided_before_its_evaluation_is_approved(round_: Round, consultant: Viewer) -> None:
    phase = phase_in(round_, "Måltider", state=Phase.State.EVALUATING)
    with pytest.raises(RuleError):
        _decide(phase, consultant)
    assert Decision.objects.count() == 0


def test_a_part_is_decided_once_and_then_only_replaced(round_: Round, consultant: Viewer) -> None:
    phase = phase_in(round_, "Måltider")
    first = _decide(phase, consultant)
    assert _decide(phase, consultant) == first
    with pytest.raises(Conflict):
        _decide(phase, consultant, "drop")
    second = _decide(phase, consultant, "extend", replaces=first)
    assert [line.public_id for line in decisions_of_phases([phase.pk])[phase.pk]] == [second.public_id]


def test_a_decision_needs_an_outcome_and_words(round_: Round, consultant: Viewer) -> None:
    phase = phase_in(round_, "Måltider")
    with pytest.raises(Invalid) as refused:
        decide(
            phase=phase, part=None, item=None, ruling=Ruling(outcome="maybe", wording=" "),
            decided_on=AT.date(), idempotency_key="x", viewer=consultant, at=AT,
        )  # fmt: skip
    assert sorted(refused.value.errors) == ["outcome", "wording"]


def test_a_spread_opens_a_checklist_with_its_units(round_: Round, consultant: Viewer, house: House) -> None:
    phase = phase_in(round_, "Måltider")
    units = (house.unit("toftegaarden"), house.unit("banebo"))
    decide(
        phase=phase, part=None, item=None,
        ruling=Ruling(outcome="spread", wording="Udbredes", spread_to=units),
        decided_on=AT.date(), idempotency_key="x", viewer=consultant, at=AT,
    )  # fmt: skip
    checklist = spreads(trial_id=phase.trial_id)[0]
    assert {line.unit_id for line in checklist.units} == {unit.pk for unit in units}
    assert (checklist.in_use, checklist.relevant) == (0, 2)


def test_the_phase_is_decided_when_its_last_part_is(round_: Round, consultant: Viewer) -> None:
    phase = phase_in(round_, "Straksvisitation", "extend", "drop")
    parts = list(phase.evaluation.parts.all())
    for number, part in enumerate(parts):
        assert phases_to_decide(round_.pk)[0].open_parts == len(parts) - number
        decide_and_follow(
            phase=phase, part=part, ruling=Ruling(outcome=part.proposal, wording="Som indstillet"),
            decided_on=AT.date(), idempotency_key=str(number), viewer=consultant, at=AT,
        )  # fmt: skip
    phase.refresh_from_db()
    assert phase.state == Phase.State.DECIDED
    assert phase.trial.state == Trial.State.DECIDED


def test_an_extended_trial_stays_under_way(round_: Round, consultant: Viewer) -> None:
    phase = phase_in(round_, "Straksvisitation")
    create_round(key="2022-3", title="Tredje runde", start=date(2022, 11, 14), viewer=consultant, at=AT)
    ruling = Ruling(outcome="extend", wording="Fortsættes", next_round="2022-3")
    decide_and_follow(
        phase=phase, part=None, ruling=ruling, decided_on=AT.date(), idempotency_key="x",
        viewer=consultant, at=AT,
    )  # fmt: skip
    phase.refresh_from_db()
    assert (phase.state, phase.trial.state) == (Phase.State.DECIDED, Trial.State.ACTIVE)
    assert phase.trial.phases.count() == 2


def test_a_decided_trial_that_is_extended_is_under_way_again(round_: Round, consultant: Viewer) -> None:
    phase = phase_in(round_, "Straksvisitation")
    create_round(key="2022-3", title="Tredje runde", start=date(2022, 11, 14), viewer=consultant, at=AT)
    said: dict[str, Any] = {
        "phase": phase, "part": None, "decided_on": AT.date(), "viewer": consultant, "at": AT,
    }  # fmt: skip
    first = decide_and_follow(
        ruling=Ruling(outcome="permanent", wording="Gøres fast"), idempotency_key="1", **said
    )
    phase.trial.refresh_from_db()
    assert phase.trial.state == Trial.State.DECIDED
    anew = Ruling(outcome="extend", wording="Fortsættes", next_round="2022-3")
    decide_and_follow(ruling=anew, idempotency_key="2", replaces=first, **said)
    phase.trial.refresh_from_db()
    assert phase.trial.state == Trial.State.ACTIVE


def test_the_review_date_opens_the_decision_again_once(round_: Round, consultant: Viewer) -> None:
    phase = phase_in(round_, "Måltider")
    _decide(phase, consultant)
    due = datetime(2023, 4, 25, 6, 0, tzinfo=COPENHAGEN)
    assert reopen_due_decisions(at=AT, viewer=consultant) == 0
    assert reopen_due_decisions(at=due, viewer=consultant) == 1
    assert reopen_due_decisions(at=due, viewer=consultant) == 0


def test_an_action_needs_somebody_and_can_be_ticked_and_opened_again(
    round_: Round, consultant: Viewer, house: House
) -> None:
    decision = _decide(phase_in(round_, "Måltider"), consultant)
    common: dict[str, Any] = {"decision": decision, "due": None, "viewer": consultant, "at": AT}
    with pytest.raises(RuleError) as nobody:
        add_action(what="Lav en plan", owner=None, unit=None, **common)
    assert nobody.value.field == "owner"
    action = add_action(what="Lav en plan", owner=house.person("manager"), unit=None, **common)
    assert tick_action(action=action, done=True, viewer=consultant, at=AT).done_at == AT
    assert tick_action(action=action, done=False, viewer=consultant, at=AT).done_at is None


def test_a_step_or_an_action_sent_twice_is_one(round_: Round, consultant: Viewer, house: House) -> None:
    for _twice in range(2):
        _step(round_, consultant, "med", "sent")
    assert HearingStep.objects.count() == 1
    decision = _decide(phase_in(round_, "Måltider"), consultant)
    common: dict[str, Any] = {
        "decision": decision, "what": "Lav en plan", "owner": house.person("manager"), "unit": None,
        "viewer": consultant, "at": AT,
    }  # fmt: skip
    first, second = (add_action(due=None, **common) for _twice in range(2))
    assert first == second
    assert add_action(due=date(2023, 1, 1), **common) != first
    tick_action(action=first, done=True, viewer=consultant, at=AT)
    assert add_action(due=None, **common) != first


def test_the_draft_tells_the_feedback_of_roles_with_few_answers_together(
    meeting: Meeting, consultant: Viewer
) -> None:
    item = meeting.items.all()[0]
    for number, role in enumerate(("council", "union", "leader")):
        type_paper_feedback(
            item=item, answer=Answer(role=role, wish="spread"), idempotency_key=str(number),
            viewer=consultant, at=AT,
        )  # fmt: skip
    told = str(_item(meeting.round, consultant).sections["involvement"])
    assert "ledere / tillidsrepræsentanter / Ældrerådet (3): gør den permanent, og udbred den" in told


def _round_decided(round_: Round) -> str:
    round_.refresh_from_db()
    return round_.state


def test_the_round_is_decided_with_its_last_trial_and_closed_by_hand(
    round_: Round, consultant: Viewer
) -> None:
    first, last = phase_in(round_, "Velfærdssamtaler", "spread"), phase_in(round_, "Straksvisitation")
    phase_in(round_, "Opgivet", state=Phase.State.STOPPED)
    for number, phase in enumerate((first, last)):
        assert _round_decided(round_) == Round.State.MEETING
        with pytest.raises(RuleError) as refused:
            step_round(round_=round_.key, target=Round.State.DECIDED, viewer=consultant, at=AT)
        assert f"{2 - number} prøvehandling" in str(refused.value.reason)
        decide_and_follow(
            phase=phase, part=phase.evaluation.parts.first(),
            ruling=Ruling(outcome="permanent", wording="Gøres fast"), decided_on=AT.date(),
            idempotency_key=str(number), viewer=consultant, at=AT,
        )  # fmt: skip
    assert _round_decided(round_) == Round.State.DECIDED
    steps = RoundTransition.objects.filter(round=round_).values_list("from_state", "to_state", "by")
    assert list(steps) == [("meeting", "decided", consultant.name)]
    step_round(round_=round_.key, target=Round.State.CLOSED, viewer=consultant, at=AT)
    assert _round_decided(round_) == Round.State.CLOSED


def test_a_round_whose_last_open_trial_is_given_up_is_decided(round_: Round, consultant: Viewer) -> None:
    _decide_all(phase_in(round_, "Velfærdssamtaler"), consultant)
    given_up = phase_in(round_, "Straksvisitation", state=Phase.State.RUNNING)
    Round.objects.update(state=Round.State.EVALUATING)
    step_phase(
        phase=given_up.public_id, target=Phase.State.STOPPED, reason="Ingen deltog", viewer=consultant, at=AT
    )
    assert _round_decided(round_) == Round.State.DECIDED


def test_a_round_in_which_everything_was_given_up_is_not_decided(round_: Round, consultant: Viewer) -> None:
    phase = phase_in(round_, "Straksvisitation", state=Phase.State.RUNNING)
    step_phase(
        phase=phase.public_id, target=Phase.State.STOPPED, reason="Ingen deltog", viewer=consultant, at=AT
    )
    assert _round_decided(round_) == Round.State.MEETING
    step_round(round_=round_.key, target=Round.State.DECIDED, viewer=consultant, at=AT)
    assert _round_decided(round_) == Round.State.DECIDED


def _decide_all(phase: Phase, viewer: Viewer) -> None:
    decide_and_follow(
        phase=phase, part=None, ruling=Ruling(outcome="drop", wording="Opgives"), decided_on=AT.date(),
        idempotency_key=phase.public_id, viewer=viewer, at=AT,
    )  # fmt: skip


def test_the_draft_says_which_answers_it_leaves_out(meeting: Meeting, consultant: Viewer) -> None:
    type_paper_feedback(
        item=meeting.items.all()[0], answer=Answer(role="council", wish="drop"), idempotency_key="1",
        viewer=consultant, at=AT,
    )  # fmt: skip
    told = str(_item(meeting.round, consultant).sections["involvement"])
    assert "Velfærdssamtaler: ingen svar, der kan vises. 1 svar er ikke regnet med" in told
    assert "opgiv den" not in told
