"""Trials: whose they are, how they are linked, merged, dropped and handed over."""

from datetime import date, datetime

import pytest
from tests.trials.conftest import BEFORE, Bench

from stillads.ideas.models import Idea
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import Conflict, Denied, Invalid, RuleError
from stillads.organisation.policy import EMPLOYEE, MANAGER, TRIAL_LEAD
from stillads.organisation.responsibilities import providers
from stillads.search.models import SearchEntry
from stillads.trials.actions.advance import advance_phases
from stillads.trials.actions.handover import hand_over, hand_over_all
from stillads.trials.actions.links import link_trials, unlink_trials
from stillads.trials.actions.next_phase import draft_next_phase
from stillads.trials.actions.rounds import create_round
from stillads.trials.actions.sites import SiteInput, set_site, withdraw_site
from stillads.trials.actions.stages import StageInput, add_stage, edit_stage
from stillads.trials.actions.trial_ends import drop_trial, merge_trials, take_up_again
from stillads.trials.actions.trials import create_trial, edit_trial, set_legal_bases
from stillads.trials.models import Criterion, Phase, Trial, TrialLink
from stillads.trials.queries.phases import phase_of
from stillads.trials.queries.trial_page import trial_page
from stillads.vocabularies.models import LegalBasis

pytestmark = pytest.mark.django_db


def test_a_trial_sent_twice_is_one_trial(bench: Bench) -> None:
    made = [bench.trial(idempotency_key="k") for _twice in range(2)]
    assert made[0].pk == made[1].pk
    assert Trial.objects.count() == 1


def test_a_trial_keeps_its_ideas(bench: Bench) -> None:
    idea = Idea.objects.create(
        title="Ro", text="Ro om natten", source="employee", received_at=BEFORE, idempotency_key="i"
    )
    assert [i.pk for i in bench.trial(ideas=[idea.public_id]).ideas.all()] == [idea.pk]


def test_its_lead_a_consultant_and_the_manager_of_its_unit_may_change_it(bench: Bench) -> None:
    bench.house.unit("elmely")
    bench.house.unit("birkelund")
    trial = bench.trial(owner_unit="elmely")
    for viewer in (
        bench.viewer,
        bench.house.viewer_of(bench.lead, on=BEFORE.date()),
        bench.house.viewer(MANAGER, "elmely"),
    ):
        edit_trial(trial=trial.public_id, question="Bliver der ro?", viewer=viewer, at=BEFORE)
    for role, unit in ((MANAGER, "birkelund"), (TRIAL_LEAD, "birkelund"), (EMPLOYEE, "elmely")):
        with pytest.raises(Denied):
            edit_trial(trial=trial.public_id, question="?", viewer=bench.house.viewer(role, unit), at=BEFORE)


def test_an_old_version_of_a_trial_loses(bench: Bench) -> None:
    trial = bench.trial()
    edit_trial(trial=trial.pk, title="Ro", version=1, viewer=bench.viewer, at=BEFORE)
    with pytest.raises(Conflict):
        edit_trial(trial=trial.pk, title="Uro", version=1, viewer=bench.viewer, at=BEFORE)
    trial.refresh_from_db()
    assert trial.title == "Ro"


def test_a_cpr_number_never_gets_in(bench: Bench) -> None:
    with pytest.raises(RuleError) as refused:
        create_trial(title="Ro", question="Hvad med 010150-1234?", viewer=bench.viewer, at=BEFORE)
    assert refused.value.field == "question"


def test_dropping_wants_a_reason_and_stops_the_phase(bench: Bench) -> None:
    phase = bench.locked()
    with pytest.raises(Invalid):
        drop_trial(trial=phase.trial_id, reason="", viewer=bench.viewer, at=BEFORE)
    drop_trial(trial=phase.trial_id, reason="Ingen nattevagt", viewer=bench.viewer, at=BEFORE)
    phase.refresh_from_db()
    assert (phase.state, phase.trial.state) == (Phase.State.STOPPED, Trial.State.DROPPED)
    with pytest.raises(RuleError, match="slut"):
        edit_trial(trial=phase.trial_id, title="Ro", viewer=bench.viewer, at=BEFORE)
    take_up_again(trial=phase.trial_id, reason="Nattevagt fundet", viewer=bench.viewer, at=BEFORE)
    edit_trial(trial=phase.trial_id, title="Ro", viewer=bench.viewer, at=BEFORE)


def test_a_merged_trial_lives_on_in_the_other(bench: Bench) -> None:
    pulse, teams = bench.trial("Pulsmåling"), bench.trial("Borgernære teams")
    with pytest.raises(RuleError, match="sig selv"):
        merge_trials(trial=pulse.pk, into=pulse.pk, reason="a", viewer=bench.viewer, at=BEFORE)
    merge_trials(trial=pulse.pk, into=teams.pk, reason="Det samme", viewer=bench.viewer, at=BEFORE)
    pulse.refresh_from_db()
    assert pulse.state == Trial.State.MERGED
    assert TrialLink.objects.get().kind == TrialLink.Kind.MERGED_INTO
    (link,) = trial_page(teams.pk, viewer=bench.viewer).links
    assert (link.title, link.outgoing) == ("Pulsmåling", False)


def test_two_trials_have_one_link_whichever_end_it_is_made_from(bench: Bench) -> None:
    first, second = bench.trial("A"), bench.trial("B")
    link_trials(trial=first.pk, other=second.pk, viewer=bench.viewer, at=BEFORE)
    link_trials(trial=second.pk, other=first.pk, kind="may_join", viewer=bench.viewer, at=BEFORE)
    assert TrialLink.objects.get().kind == "may_join"
    unlink_trials(trial=first.pk, other=second.pk, viewer=bench.viewer, at=BEFORE)
    assert not TrialLink.objects.exists()


def test_a_lead_who_is_away_gets_the_trial_back(bench: Bench) -> None:
    trial, stand_in = bench.trial(), bench.house.person(TRIAL_LEAD)
    hand_over(trial=trial.pk, to=stand_in.pk, until=date(2026, 3, 9), viewer=bench.viewer, at=BEFORE)
    trial.refresh_from_db()
    assert trial.lead_id == stand_in.pk
    for day, lead in ((9, stand_in), (10, bench.lead), (11, bench.lead)):
        advance_phases(at=datetime(2026, 3, day, 9, tzinfo=COPENHAGEN))
        trial.refresh_from_db()
        assert trial.lead_id == lead.pk
    assert trial.handovers.count() == 2


def test_a_lead_who_leaves_hands_over_everything_in_one_step(bench: Bench) -> None:
    bench.trial("A")
    bench.trial("B")
    other = bench.house.person(TRIAL_LEAD)
    hand_over_all(from_person=bench.lead.pk, to=other.pk, reason="Nyt job", viewer=bench.viewer, at=BEFORE)
    assert set(Trial.objects.values_list("lead_id", flat=True)) == {other.pk}


def test_a_stage_waits_for_something_or_is_tried_out(bench: Bench) -> None:
    trial = bench.trial()
    stage = add_stage(
        trial=trial.pk, stage=StageInput("Klippekort", blocker="law"), viewer=bench.viewer, at=BEFORE
    )
    said = StageInput("Klippekort", state="tested", blocker="law")
    with pytest.raises(RuleError) as refused:
        edit_stage(stage=stage.pk, said=said, viewer=bench.viewer, at=BEFORE)
    assert refused.value.field == "blocker"
    assert stage.number == 1
    assert add_stage(trial=trial.pk, stage=StageInput("Nøgle"), viewer=bench.viewer, at=BEFORE).number == 2


def test_a_site_that_leaves_stays_on_the_list_with_the_reason(bench: Bench) -> None:
    phase = bench.phase()
    site = phase.sites.get()
    with pytest.raises(Invalid):
        withdraw_site(site=site.public_id, reason=" ", viewer=bench.viewer, at=BEFORE)
    withdraw_site(site=site.public_id, reason="Ombygning", viewer=bench.viewer, at=BEFORE)
    view = phase_of(phase.pk)
    assert [s.withdrawn_reason for s in view.sites] == ["Ombygning"]
    assert view.sites_text == ""
    bench.house.unit("birkelund")
    set_site(phase=phase.pk, site=SiteInput("birkelund"), viewer=bench.viewer, at=BEFORE)
    assert phase_of(phase.pk).sites_text == "Birkelund"


def test_an_exemption_that_is_needed_says_from_what(bench: Bench) -> None:
    basis = LegalBasis.objects.create(
        key="prove-83",
        law="Prøveloven",
        paragraph="§ 83",
        subject="Hjælp",
        valid_from=date(2025, 7, 1),
        source="test",
    )
    trial = bench.trial()
    with pytest.raises(RuleError) as refused:
        set_legal_bases(trial=trial.pk, keys=[basis.key], exemption="needed", viewer=bench.viewer, at=BEFORE)
    assert refused.value.field == "exemption_note"
    set_legal_bases(trial=trial.pk, keys=[basis.key], exemption="not_needed", viewer=bench.viewer, at=BEFORE)
    assert [law.text for law in trial_page(trial.pk, viewer=bench.viewer).legal] == ["Prøveloven § 83"]


def test_the_next_phase_is_drafted_from_what_was_not_answered(bench: Bench) -> None:
    phase = bench.phase()
    bench.expects(phase, "Færre opkald")
    bench.expects(phase, "Mere søvn", direction="up")
    answered = Criterion.objects.get(what="Færre opkald").public_id
    create_round(key="2026-2", title="Efterår", start=date(2026, 9, 1), viewer=bench.viewer, at=BEFORE)
    made = [
        draft_next_phase(phase=phase.pk, round_="2026-2", answered=[answered], viewer=bench.viewer, at=BEFORE)
        for _twice in range(2)
    ]
    assert made[0].pk == made[1].pk
    view = phase_of(made[0].pk)
    assert (view.number, view.previous_public_id, view.sites_text) == (2, phase.public_id, "Elmely")
    assert view.open_questions.plain_text() == "Mere søvn"
    assert [c.what for c in made[0].criteria.all()] == ["Mere søvn"]


def test_a_trial_is_one_of_the_things_its_lead_answers_for(bench: Bench) -> None:
    trial, other = bench.trial(), bench.house.person(TRIAL_LEAD)
    (provider,) = [p for p in providers() if p.kind == "trials.lead"]
    (held,) = provider.held_by(person_id=bench.lead.pk, on=BEFORE.date())
    assert (held.key, held.title) == (trial.public_id, trial.title)
    day = BEFORE.date()
    given = provider.hand_over(
        from_id=bench.lead.pk, to_id=other.pk, first_day=day, until=None, viewer=bench.viewer, at=BEFORE
    )
    assert given == 1
    assert provider.held_by(person_id=bench.lead.pk, on=day) == []


def test_a_trial_is_found_by_its_words(bench: Bench) -> None:
    trial = bench.trial("Døgnrytmeplaner", question="Bliver natten rolig?")
    entry = SearchEntry.objects.get(kind="trial", key=trial.public_id)
    assert "rolig" in entry.folded
    edit_trial(trial=trial.pk, question="Noget andet?", viewer=bench.viewer, at=BEFORE)
    assert "rolig" not in SearchEntry.objects.get(kind="trial", key=trial.public_id).folded


def test_a_phase_that_an_import_made_without_a_prediction_can_be_read(bench: Bench) -> None:
    phase = bench.phase()
    phase.prediction.delete()
    phase.state = Phase.State.EVALUATED
    phase.save()
    page = trial_page(phase.trial_id, viewer=bench.viewer)
    assert page.prediction is not None
    assert page.prediction.criteria == ()


def test_the_index_knows_where_a_trial_runs_and_that_it_was_dropped(bench: Bench) -> None:
    phase = bench.phase()
    entry = SearchEntry.objects.get(kind="trial", key=phase.trial.public_id)
    assert "elmely" in entry.folded
    drop_trial(trial=phase.trial_id, reason="Ingen nattevagt", viewer=bench.viewer, at=BEFORE)
    entry.refresh_from_db()
    assert "opgivet" in entry.context
