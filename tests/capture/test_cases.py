"""A case through its roles: once, in time, on the version it began on, whatever happens to the citizen."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward
from tests.harness.playbooks import playbook
from tests.harness.queries import assert_same_query_count

from stillads.audit.models import AuditEvent
from stillads.capture.actions.cases.giving import assign, mark_copied
from stillads.capture.actions.cases.starting import start_case
from stillads.capture.actions.cases.stepping import cancel_case, hand_over_spoken, take_step
from stillads.capture.actions.entries import void
from stillads.capture.facts import facts_of_entry
from stillads.capture.models import Case, CaseStep, Entry
from stillads.capture.queries.cases import case_page, waiting_cases, worklist
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import Conflict, Denied, Invalid, RuleError
from stillads.organisation.policy import EMPLOYEE
from stillads.playbooks.actions.versions import publish_playbook
from stillads.trials.actions.participants import set_participation
from stillads.trials.actions.playbook import choose_playbook
from stillads.trials.models import Participant

AFTER = datetime(2026, 9, 1, 9, tzinfo=COPENHAGEN)  # the phase ended on 21 July


def _start(ward: Ward, who: Participant | None = None, key: str = "c1", **more: Any) -> Case:
    wanted: dict[str, Any] = {
        "deployment": ward.deployment("flow").pk, "participant": (who or ward.participant()).public_id,
        "raw": {"need": ["Rengøring"]}, "idempotency_key": key, "viewer": ward.employee, "at": NOON,
    }  # fmt: skip
    return start_case(**(wanted | more))


def _step(ward: Ward, case: Case, key: str, **more: Any) -> dict[str, Any]:
    return {
        "case": case.public_id, "version": case.version, "idempotency_key": key,
        "viewer": ward.employee, "at": NOON, **more,
    }  # fmt: skip


MEETING = {"starts": ["yes"], "minutes_occupational_therapist": ["45"]}


def test_through_three_roles_to_an_outcome_with_facts_that_can_be_measured(ward: Ward) -> None:
    case = _start(ward)
    assert (case.step, case.role, case.due_on) == ("first_meeting", "Terapeut", date(2026, 5, 13))
    case = take_step(**_step(ward, case, "s1", raw=MEETING, at=NOON + timedelta(days=2)))
    assert (case.step, case.role, case.handovers) == ("training", "Hjemmetræner", 1)
    case = hand_over_spoken(**_step(ward, case, "s2", at=NOON + timedelta(days=9)))
    assert (case.step, case.role, case.handovers) == ("follow_up", "Visitator", 2)
    case = take_step(**_step(ward, case, "s3", raw={}, to="partly", at=NOON + timedelta(days=12)))
    case.refresh_from_db()
    assert (case.state, case.outcome, case.ended_on, case.version) == (
        "ended",
        "partly",
        date(2026, 5, 18),
        4,
    )
    entries = list(Entry.objects.filter(subject=case.public_id).order_by("pk"))
    assert [entry.form for entry in entries] == ["start", "first_meeting", "training", "follow_up"]
    deployment = ward.deployment("flow")
    assert facts_of_entry(entries[1], deployment)["minutes_occupational_therapist"] == 45
    spoken, last = (facts_of_entry(entry, deployment) for entry in entries[2:])
    assert (spoken["spoken"], spoken["step"], spoken["training_on"]) == ("yes", "training", "2026-05-15")
    assert {key: last[key] for key in last if key.endswith("_on")} == {
        "started_on": "2026-05-06", "first_meeting_on": "2026-05-08", "training_on": "2026-05-15",
        "follow_up_on": "2026-05-18", "ended_on": "2026-05-18",
    }  # fmt: skip
    assert (last["outcome"], last["handovers"], last["spoken"]) == ("partly", 2, "no")
    verbs = AuditEvent.objects.filter(target=f"case:{case.public_id}").order_by("pk")
    assert [event.verb for event in verbs] == ["capture.start_case"] + ["capture.take_step"] * 3


def test_sent_again_it_is_the_same_case_and_the_same_step(ward: Ward) -> None:
    who = ward.participant()
    case = _start(ward, who)
    assert _start(ward, who) == case
    step = _step(ward, case, "s1", raw=MEETING)
    assert take_step(**step).version == take_step(**step).version == 2
    assert (Entry.objects.count(), CaseStep.objects.count()) == (2, 1)
    with pytest.raises(Conflict) as late:
        take_step(**_step(ward, case, "s2", raw={}))
    assert str(late.value) == "En anden har skrevet her imens. Se, hvad der står nu, og skriv igen."
    with pytest.raises(Conflict):
        _start(ward, ward.participant())


def test_one_case_at_a_time_for_a_citizen(ward: Ward) -> None:
    who = ward.participant()
    case = _start(ward, who)
    with pytest.raises(RuleError) as second:
        _start(ward, who, "c2")
    assert str(second.value) == "Borgeren har allerede et forløb i gang her. Gå videre med det."
    cancel_case(**_step(ward, case, "x1", reason="moved"))
    assert _start(ward, who, "c3").state == "open"


def test_what_the_answer_decides_needs_no_choice(ward: Ward) -> None:
    case = take_step(**_step(ward, _start(ward), "s1", raw={"starts": ["no"]}, to="training"))
    assert (case.state, case.outcome) == ("ended", "authority")


def test_a_choice_a_day_and_a_right_answer_are_asked_for_beside_their_fields(ward: Ward) -> None:
    case = _start(ward)
    with pytest.raises(Invalid) as wrong:
        take_step(**_step(ward, case, "s1", raw={"minutes_occupational_therapist": ["længe"]}))
    assert set(wrong.value.errors) == {"minutes_occupational_therapist"}
    with pytest.raises(RuleError) as written:
        hand_over_spoken(**_step(ward, case, "s1"))
    assert str(written.value) == "Dette trin skal skrives; drejebogen lader det ikke overlevere mundtligt."
    case = take_step(**_step(ward, case, "s1", raw=MEETING))
    for day in (None, NOON.date() - timedelta(days=1)):
        with pytest.raises(RuleError) as follow:
            take_step(**_step(ward, case, "s2", raw={}, follow_up_on=day))
        assert follow.value.field == "follow_up_on"
    case = take_step(**_step(ward, case, "s2", raw={}, follow_up_on=date(2026, 6, 1)))
    assert (case.follow_up_on, case.due_on) == (date(2026, 6, 1), date(2026, 6, 16))
    with pytest.raises(RuleError) as choice:
        take_step(**_step(ward, case, "s3", raw={}))
    assert choice.value.field == "to"
    assert Case.objects.get().version == 3


def test_a_case_runs_on_after_the_phase_and_none_begins(ward: Ward, freeze: Freeze) -> None:
    case = _start(ward)
    freeze(AFTER)
    with pytest.raises(RuleError):
        _start(ward, key="c2", at=AFTER)
    case = take_step(**_step(ward, case, "s1", raw={"starts": ["no"]}, at=AFTER))
    assert (case.outcome, case.ended_on) == ("authority", AFTER.date())


def test_it_stays_on_the_version_it_began_on(ward: Ward) -> None:
    case = _start(ward)
    data = playbook(["flow"]).model_dump(mode="json", by_alias=True)
    data["instruments"][0]["steps"] = data["instruments"][0]["steps"][2:]
    newer = publish_playbook(
        content=type(playbook()).model_validate(data), viewer=ward.consultant, at=NOON
    )  # fmt: skip
    choose_playbook(phase=ward.phase.pk, version=newer.public_id, viewer=ward.consultant, at=NOON)
    case = take_step(**_step(ward, case, "s1", raw=MEETING))
    assert (case.step, case.playbook_version_id) == ("training", ward.version.pk)
    with pytest.raises(RuleError):  # nothing new begins on the old one after today
        _start(ward, key="c2", at=NOON + timedelta(days=1))


def test_after_a_citizen_has_withdrawn_it_can_only_be_broken_off(ward: Ward) -> None:
    who = ward.participant()
    case = _start(ward, who)
    set_participation(participant=who.public_id, state="withdrawn", viewer=ward.consultant, at=NOON)
    with pytest.raises(RuleError) as left:
        take_step(**_step(ward, case, "s1", raw=MEETING))
    assert str(left.value).startswith("Borgeren deltager ikke længere.")
    assert worklist(viewer=ward.employee)[0].left
    case = cancel_case(**_step(ward, case, "x1", reason="withdrawn"))
    assert (case.state, case.cancel_why) == ("cancelled", "Borgeren vil ikke længere være med")


@pytest.mark.parametrize(("reason", "words"), [("moved", "Flyttet"), ("dead", "Død")])
def test_a_citizen_who_moves_or_dies(ward: Ward, reason: str, words: str) -> None:
    case = _start(ward)
    with pytest.raises(RuleError) as unsaid:
        cancel_case(**_step(ward, case, "x0", reason="tired"))
    assert (str(unsaid.value), unsaid.value.field) == ("Vælg, hvorfor forløbet afbrydes.", "reason")
    case = cancel_case(**_step(ward, case, "x1", reason=reason))
    assert (case.cancel_why, case.ended_on, case.due_on) == (words, NOON.date(), None)
    facts = facts_of_entry(Entry.objects.get(form="cancel"), ward.deployment("flow"))
    assert (facts["cancelled"], facts["ended_on"]) == (reason, "2026-05-06")
    with pytest.raises(Conflict):
        take_step(**_step(ward, case, "s1", raw=MEETING))
    assert worklist(viewer=ward.employee) == []


def test_given_to_somebody_and_handed_over_it_is_nobodys_again(ward: Ward) -> None:
    case = _start(ward)
    case = assign(case=case.public_id, person=ward.nurse.public_id, version=1, viewer=ward.manager, at=NOON)
    assert (case.assigned, case.version) == (ward.nurse, 2)
    assert waiting_cases(viewer=ward.manager) == []
    assert [line.public_id for line in waiting_cases(viewer=ward.employee)] == [case.public_id]
    with pytest.raises(RuleError) as stranger:
        assign(
            case=case.public_id, person=ward.house.person(EMPLOYEE, "toftegaarden").public_id, version=2,
            viewer=ward.manager, at=NOON,
        )  # fmt: skip
    assert stranger.value.field == "person"
    case = take_step(**_step(ward, case, "s1", raw=MEETING))
    assert case.assigned is None


def test_another_unit_takes_over_and_the_first_still_sees_it(ward: Ward) -> None:
    case = _start(ward)
    other = ward.house.viewer(EMPLOYEE, "toftegaarden")
    with pytest.raises(Denied):
        case_page(case=case.public_id, viewer=other, day=NOON.date())
    place = ward.house.units["toftegaarden"].public_id
    case = assign(case=case.public_id, unit=place, version=1, viewer=ward.employee, at=NOON)
    assert [line.public_id for line in worklist(viewer=other)] == [case.public_id]
    assert worklist(viewer=ward.employee) == []
    assert case_page(case=case.public_id, viewer=ward.employee, day=NOON.date()).line.unit == place
    with pytest.raises(RuleError) as foreign:
        assign(
            case=case.public_id, unit=ward.house.unit("andre").public_id, version=2, viewer=ward.employee, at=NOON
        )  # fmt: skip
    assert foreign.value.field == "unit"


def test_the_page_shows_what_was_done_by_whom_and_how_long_it_took(ward: Ward) -> None:
    case = _start(ward)
    case = take_step(**_step(ward, case, "s1", raw=MEETING, at=NOON + timedelta(days=9)))
    mark_copied(case=case.public_id, viewer=ward.employee, at=NOON)
    mark_copied(case=case.public_id, viewer=ward.employee, at=NOON + timedelta(days=1))
    shown = case_page(case=case.public_id, viewer=ward.employee, day=NOON.date())
    assert shown.now is not None and shown.now.key == "training"
    assert shown.began_with == (("Hvad er der brug for?", "Rengøring"),)
    [step] = shown.taken
    assert (step.title, step.done_by, step.to, step.late) == (
        "Fælles første møde",
        "Anna Dam",
        "Træning",
        True,
    )
    assert step.answers[0] == ("Går træningen i gang?", "Ja")
    assert shown.minutes == (("Ergoterapeut", 45),)
    assert shown.mark_copied_at == NOON
    assert (shown.line.days(date(2026, 5, 20)), shown.line.working_days(date(2026, 5, 20))) == (14, 9)
    assert AuditEvent.objects.filter(verb="capture.cases.read", target=f"case:{case.public_id}").count() == 1


def test_overdue_cases_stand_first(ward: Ward) -> None:
    first, second, third = (_start(ward, key=f"c{n}") for n in range(3))
    Case.objects.filter(pk=second.pk).update(due_on=date(2026, 5, 1))
    Case.objects.filter(pk=first.pk).update(due_on=None)
    found = [line.public_id for line in worklist(viewer=ward.employee)]
    assert found == [second.public_id, third.public_id, first.public_id]


def test_one_step_of_several_is_not_taken_back_by_itself(ward: Ward) -> None:
    _start(ward)
    with pytest.raises(RuleError) as refused:
        void(entry=Entry.objects.get().public_id, reason="Forkert", viewer=ward.employee, at=NOON)
    assert str(refused.value).startswith("Ét trin af flere kan ikke fortrydes for sig.")


def test_lists_cost_the_same_with_one_and_three(ward: Ward) -> None:
    keys = iter("abcdefg")

    def add() -> None:
        _start(ward, key=next(keys))

    assert_same_query_count(show=lambda: worklist(viewer=ward.employee), add=add)
    assert_same_query_count(show=lambda: waiting_cases(viewer=ward.employee), add=add)
