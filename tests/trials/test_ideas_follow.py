"""Those who gave the idea hear of every step of the trial it became."""

from datetime import timedelta

import pytest
from tests.trials.conftest import END, START, Bench
from tests.trials.test_lives import _noon

from stillads.ideas.actions import submit_idea
from stillads.ideas.models import Idea, IdeaNews
from stillads.kernel.ids import new_token
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import PUBLIC
from stillads.notices.models import Notice
from stillads.trials.actions.advance import advance_phases
from stillads.trials.actions.phases import step_phase
from stillads.trials.actions.trial_ends import drop_trial, merge_trials, take_up_again
from stillads.trials.models import Phase, Trial

pytestmark = pytest.mark.django_db
WHY = "Vi kan ikke få teknikken på plads i år."


def _idea(bench: Bench) -> Idea:
    made = submit_idea(
        text="En fast aftale om opkald om natten", source="relative", channel="email",
        address="lis@example.dk", name="Lis", idempotency_key=new_token(), viewer=PUBLIC, at=bench.at,
    )  # fmt: skip
    return Idea.objects.get(public_id=made.public_id)


def _news(idea: Idea) -> list[str]:
    told = IdeaNews.objects.filter(idea=idea).order_by("pk")
    return [news.dedup_key.split(":")[0] for news in told]


def test_the_giver_hears_when_the_trial_begins_and_when_it_is_evaluated(bench: Bench) -> None:
    idea = _idea(bench)
    phase = bench.locked(bench.trial(ideas=[idea.pk]))
    advance_phases(at=_noon(START))
    advance_phases(at=_noon(START))
    advance_phases(at=_noon(END + timedelta(days=1)))
    step_phase(phase=phase.pk, target=Phase.State.EVALUATED, viewer=bench.viewer, at=_noon(END))
    assert _news(idea) == ["chosen", "phase", "phase"]
    letters = Notice.objects.filter(about=f"idea:{idea.public_id}").order_by("pk")
    assert [letter.subject for letter in letters][-2:] == [
        "Din idé bliver prøvet af nu",
        "Prøvehandlingen med din idé er evalueret",
    ]


def test_an_idea_is_free_again_when_its_trial_never_began(bench: Bench) -> None:
    idea = _idea(bench)
    trial = bench.trial(ideas=[idea.pk])
    drop_trial(trial=trial.pk, reason=WHY, viewer=bench.viewer, at=bench.at)
    idea.refresh_from_db()
    assert (idea.state, idea.trial_key) == (Idea.State.CONSIDERED, "")
    assert IdeaNews.objects.filter(idea=idea).latest("pk").text == WHY
    take_up_again(trial=trial.pk, reason=WHY, viewer=bench.viewer, at=bench.at)
    idea.refresh_from_db()
    assert (idea.state, idea.trial_key) == (Idea.State.CHOSEN, trial.public_id)


def test_a_drop_that_gives_no_proper_reason_changes_nothing(bench: Bench) -> None:
    idea = _idea(bench)
    trial = bench.trial(ideas=[idea.pk])
    with pytest.raises(RuleError) as refused:
        drop_trial(trial=trial.pk, reason="nej", viewer=bench.viewer, at=bench.at)
    assert refused.value.field == "reason"
    assert Trial.objects.get(pk=trial.pk).state == Trial.State.DRAFT


def test_of_a_trial_that_was_stopped_half_way_the_giver_hears_why(bench: Bench) -> None:
    idea = _idea(bench)
    phase = bench.locked(bench.trial(ideas=[idea.pk]))
    advance_phases(at=_noon(START))
    drop_trial(trial=phase.trial_id, reason=WHY, viewer=bench.viewer, at=_noon(START))
    idea.refresh_from_db()
    assert idea.state == Idea.State.CHOSEN
    assert WHY in IdeaNews.objects.filter(idea=idea).latest("pk").text


def test_an_idea_goes_along_when_its_trial_is_merged(bench: Bench) -> None:
    idea = _idea(bench)
    trial, target = bench.trial(ideas=[idea.pk]), bench.trial("Borgernære team")
    merge_trials(trial=trial.pk, into=target.pk, reason=WHY, viewer=bench.viewer, at=bench.at)
    idea.refresh_from_db()
    assert (idea.state, idea.trial_key, idea.trial_title) == (
        Idea.State.CHOSEN,
        target.public_id,
        "Borgernære team",
    )
    assert list(target.ideas.all()) == [idea]
    assert _news(idea) == ["chosen", "moved"]
