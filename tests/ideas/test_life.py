"""An idea's life: the table, the reasons, the family, the news."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tests.harness.people import House
from tests.ideas.conftest import WHY, Give

from stillads.ideas.actions import (
    Part,
    consider,
    decline,
    edit_idea,
    erase_givers,
    mark_chosen,
    merge_ideas,
    park,
    release,
    split_idea,
    tell_givers,
)
from stillads.ideas.models import Idea, IdeaGiver, IdeaNews, IdeaTransition
from stillads.ideas.queries import idea_detail, status_of
from stillads.ideas.rules import can_edit, can_merge, can_split, can_step
from stillads.ideas.states import IDEA, LABELS
from stillads.kernel.clock import now
from stillads.kernel.rules import Conflict, Denied, NotFound, RuleError
from stillads.kernel.sealed import unseal
from stillads.kernel.viewer import Viewer, system_viewer
from stillads.notices.models import Notice

pytestmark = pytest.mark.django_db
MAIL = {"channel": "email", "address": "anna@example.dk", "name": "Anna"}


def _news() -> list[str]:
    return list(
        Notice.objects.exclude(subject__startswith="Tak").order_by("pk").values_list("subject", flat=True)
    )


def _choose(idea: Idea, viewer: Viewer) -> Idea:
    return mark_chosen(idea=idea, viewer=viewer, at=now(), trial_title="Bænke", trial_key="t1")


def test_every_state_has_a_word_and_a_way_out_or_is_final() -> None:
    assert set(LABELS) == set(Idea.State.values)
    assert {state for state in IDEA.states if not IDEA.targets(state)} == {"merged", "split"}


def test_each_answer_is_told_and_written_down(give: Give, consultant: Viewer) -> None:
    idea = give(**MAIL)
    consider(idea=idea.public_id, viewer=consultant, at=now())
    park(idea=idea.public_id, reason=WHY, viewer=consultant, at=now())
    decline(idea=idea.public_id, reason=WHY, viewer=consultant, at=now())
    consider(idea=idea.public_id, reason="Nu er der penge til det.", viewer=consultant, at=now())
    assert len(_news()) == 4
    assert WHY in unseal(Notice.objects.order_by("-pk")[1].body_sealed or b"")
    steps = idea_detail(idea.public_id, viewer=consultant).steps
    assert [step.to for step in steps] == ["new", "considered", "parked", "declined", "considered"]


@pytest.mark.parametrize("act", [park, decline])
def test_a_no_without_a_reason_is_refused(give: Give, consultant: Viewer, act: Callable[..., Idea]) -> None:
    idea = give(**MAIL)
    with pytest.raises(RuleError) as refused:
        act(idea=idea.public_id, reason=" nej ", viewer=consultant, at=now())
    idea.refresh_from_db()
    assert (refused.value.field, idea.state, _news()) == ("reason", "new", [])


def test_a_reason_must_not_name_a_person(give: Give, consultant: Viewer) -> None:
    with pytest.raises(RuleError):
        decline(idea=give().public_id, reason="Fru 010203-1234 vil ikke", viewer=consultant, at=now())


def test_only_who_may_decide_decides(house: House, give: Give, consultant: Viewer) -> None:
    idea = give()
    employee = house.viewer("employee")
    with pytest.raises(Denied):
        consider(idea=idea.public_id, viewer=employee, at=now())
    with pytest.raises(NotFound):
        consider(idea="nobody", viewer=consultant, at=now())
    actions = idea_detail(idea.public_id, viewer=employee).actions
    assert all(action.refusal for action in actions.values())
    assert not can_step(employee, idea, "considered")
    assert can_edit(consultant, idea)


def test_the_same_step_twice_says_so(give: Give, consultant: Viewer) -> None:
    idea = give()
    consider(idea=idea.public_id, viewer=consultant, at=now())
    with pytest.raises(RuleError, match="allerede"):
        consider(idea=idea.public_id, viewer=consultant, at=now())


def test_a_chosen_idea_says_for_which_trial_once(give: Give, consultant: Viewer) -> None:
    idea = give(**MAIL)
    _choose(idea, consultant)
    _choose(idea, consultant)
    detail = idea_detail(idea.public_id, viewer=consultant)
    assert (detail.trial_key, detail.trial_title, len(_news())) == ("t1", "Bænke", 1)
    assert "valgt" in str(detail.actions["decline"].refusal)
    release(idea=idea.public_id, reason=WHY, viewer=consultant, at=now())
    assert idea_detail(idea.public_id, viewer=consultant).trial_key == ""


def test_merged_ideas_live_on_and_their_givers_hear_of_it_once_each(give: Give, consultant: Viewer) -> None:
    first, second = give(**MAIL), give("Bænke, tak", **MAIL | {"address": "Anna@Example.dk"})
    third = give("Bænke ved søen", **MAIL | {"address": "bo@example.dk"})
    words = {"title": "Bænke", "text": "Flere steder", "idempotency_key": "m"}
    names = [first.public_id, second.public_id, third.public_id]
    child = merge_ideas(ideas=names, viewer=consultant, at=now(), **words)
    assert merge_ideas(ideas=names, viewer=consultant, at=now(), **words).pk == child.pk
    assert _news() == ["Din idé er lagt sammen med andres"] * 2
    _choose(child, consultant)
    assert _news().count("Din idé er valgt") == 2
    status = status_of(unseal(third.giver.link_sealed or b""))
    assert status is not None
    assert (status.state, status.lives_on_in, status.trial_title) == ("chosen", ["Bænke"], "Bænke")
    detail = idea_detail(first.public_id, viewer=consultant)
    assert [(r.generation, r.here) for r in detail.family] == [(0, True), (0, False), (0, False), (1, False)]
    assert "lagt sammen" in str(detail.actions["edit"].refusal)
    assert not can_merge(consultant, [Idea.objects.get(pk=first.pk), third])


def test_a_late_twin_is_merged_into_the_idea_that_is_there(give: Give, consultant: Viewer) -> None:
    known, late = give(), give("Bænke!", **MAIL)
    _choose(known, consultant)
    into = merge_ideas(
        ideas=[late.public_id], into=known.public_id, idempotency_key="m", viewer=consultant, at=now()
    )
    assert (into.pk, Idea.objects.count()) == (known.pk, 2)
    tell_givers(ideas=[known], headline="Afprøvningen begynder", text="På mandag.", dedup_key="start:t1",
                viewer=consultant, at=now())  # fmt: skip
    assert _news()[-1] == "Afprøvningen begynder"


@pytest.mark.parametrize("chosen", [True, False])
def test_one_idea_alone_or_a_chosen_one_is_not_merged(give: Give, consultant: Viewer, chosen: bool) -> None:
    idea = give()
    if chosen:
        _choose(idea, consultant)
    ideas = [idea.public_id, give().public_id] if chosen else [idea.public_id]
    with pytest.raises(RuleError, match="valgt" if chosen else "mindst to"):
        merge_ideas(ideas=ideas, title="x", text="y", idempotency_key="m", viewer=consultant, at=now())


def test_a_split_idea_becomes_its_parts_and_the_giver_hears_of_each(give: Give, consultant: Viewer) -> None:
    whole = give("Bænke, og en bus til byen", **MAIL)
    parts = [Part("Bænke"), Part("Bus til byen", theme="mobilitet")]
    arguments: dict[str, Any] = {
        "idea": whole.public_id,
        "parts": parts,
        "idempotency_key": "s",
        "viewer": consultant,
    }
    children = split_idea(at=now(), **arguments)
    assert [child.pk for child in split_idea(at=now(), **arguments)] == [child.pk for child in children]
    assert [child.theme.key if child.theme else "" for child in children] == ["", "mobilitet"]
    decline(idea=children[0].public_id, reason=WHY, viewer=consultant, at=now())
    _choose(children[1], consultant)
    assert len(_news()) == 3
    status = status_of(unseal(whole.giver.link_sealed or b""))
    assert status is not None
    assert (status.state, status.lives_on_in) == ("chosen", ["Bænke", "Bus til byen"])


def test_two_parts_at_least_and_told_apart(give: Give, consultant: Viewer) -> None:
    idea = give()
    for parts in ([Part("Bænke")], [Part("Bænke"), Part("bænke ")]):
        with pytest.raises(RuleError) as refused:
            split_idea(idea=idea.public_id, parts=parts, idempotency_key="s", viewer=consultant, at=now())
        assert refused.value.field == "parts"
    assert (can_split(consultant, idea), Idea.objects.count()) == (True, 1)


def test_an_older_copy_does_not_overwrite_a_newer_one(give: Give, consultant: Viewer) -> None:
    idea = give()
    words: dict[str, Any] = {"idea": idea.public_id, "title": "Bænke", "viewer": consultant}
    edit_idea(text="Ved søen", version=1, theme="boligen", unit="kommunen", at=now(), **words)
    with pytest.raises(Conflict):
        edit_idea(text="Ved åen", version=1, at=now(), **words)
    detail = idea_detail(idea.public_id, viewer=consultant)
    assert (detail.text, detail.row.theme, detail.version) == ("Ved søen", "Boligen", 2)


def test_a_poster_line_has_the_idea_and_no_name(house: House, give: Give, consultant: Viewer) -> None:
    house.unit("toftegården")
    idea = give("Bænke", channel="poster", poster_unit="toftegården", name="Anna")
    decline(idea=idea.public_id, reason=WHY, viewer=consultant, at=now())
    notice = Notice.objects.get()
    assert (notice.channel, notice.place_name) == ("poster", "Toftegården")
    assert unseal(notice.body_sealed or b"") == f"Ideen: ”Bænke”\n\n{WHY}"


def test_news_are_on_the_private_page_also_for_those_who_want_no_message(
    give: Give, consultant: Viewer
) -> None:
    idea = give()
    news = {"headline": "Afprøvningen begynder", "text": "På mandag.", "dedup_key": "start"}
    for _ in range(2):
        assert tell_givers(ideas=[idea.public_id], viewer=consultant, at=now(), **news) == 0
    assert IdeaNews.objects.count() == 1
    status = status_of(unseal(idea.giver.link_sealed or b""))
    assert status is not None
    assert [step.headline for step in status.steps] == ["Afprøvningen begynder"]


def test_the_giver_is_forgotten_a_year_after_the_last_news(give: Give, consultant: Viewer) -> None:
    answered, waiting = give(**MAIL), give("Bus", **MAIL)
    token = unseal(answered.giver.link_sealed or b"")
    decline(idea=answered.public_id, reason=WHY, viewer=consultant, at=now())
    assert erase_givers(now() + timedelta(days=364)) == 0
    assert erase_givers(now() + timedelta(days=366)) == 1
    giver = IdeaGiver.objects.get(idea=answered)
    assert (giver.name_sealed, giver.address_sealed, giver.link_sealed) == (None, None, None)
    assert status_of(token) is not None
    assert IdeaGiver.objects.get(idea=waiting).erased_at is None
    assert erase_givers(now() + timedelta(days=731)) == 1


def test_the_system_may_do_everything_that_rules_allow(give: Give) -> None:
    idea = give()
    consider(idea=idea.public_id, viewer=system_viewer("demo"), at=now())
    assert IdeaTransition.objects.filter(idea=idea).count() == 2
