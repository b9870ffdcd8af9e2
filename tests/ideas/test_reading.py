"""Lists: filtered, sorted, paged, at a constant price."""

import pytest
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count
from tests.ideas.conftest import Give

from stillads.ideas.actions import decline, edit_idea, save_theme
from stillads.ideas.models import Idea, Theme
from stillads.ideas.queries import IdeaFilter, idea_detail, ideas_page, picked_ideas, themes, units
from stillads.kernel.clock import now, today
from stillads.kernel.rules import Denied, NotFound, RuleError
from stillads.kernel.viewer import PUBLIC, Viewer

pytestmark = pytest.mark.django_db


def _titles(viewer: Viewer, page: int = 1, **wanted: str) -> list[str]:
    return [row.title for row in ideas_page(viewer=viewer, wanted=IdeaFilter(**wanted), page=page).rows]


def test_filters_narrow_and_combine(give: Give, consultant: Viewer) -> None:
    give("Døgnrytme på ét ark", source="employee", theme="boligen")
    declined = give("Bænke", source="citizen")
    decline(idea=declined.public_id, reason="Der er bænke nok.", viewer=consultant, at=now())
    give("Æbleskiver", source="citizen", unit="kommunen")
    unit = units(on=today())[0].public_id
    assert _titles(consultant, text="rytme ark") == ["Døgnrytme på ét ark"]
    assert _titles(consultant, theme="boligen", source="citizen") == []
    assert _titles(consultant, state="declined") == ["Bænke"]
    assert _titles(consultant, state="open", sort="titel") == ["Døgnrytme på ét ark", "Æbleskiver"]
    assert _titles(consultant, unit=unit) == ["Æbleskiver"]
    assert _titles(consultant, sort="aeldste")[0] == "Døgnrytme på ét ark"
    assert _titles(consultant, sort="; DROP", workshop="none") == []
    assert ideas_page(viewer=consultant, wanted=IdeaFilter()).counts == {"new": 2, "declined": 1}


def test_a_page_beyond_the_last_is_the_last(give: Give, consultant: Viewer) -> None:
    give()
    assert len(_titles(consultant, page=99)) == 1


def test_the_list_costs_the_same_with_one_row_and_with_three(give: Give, consultant: Viewer) -> None:
    def add() -> None:
        give(theme="boligen", unit="kommunen")

    assert_same_query_count(
        show=lambda: ideas_page(viewer=consultant, wanted=IdeaFilter(text="bænk")), add=add
    )


def test_whoever_is_not_signed_in_sees_no_list(give: Give) -> None:
    idea = give()
    with pytest.raises(Denied):
        ideas_page(viewer=PUBLIC, wanted=IdeaFilter())
    with pytest.raises(Denied):
        idea_detail(idea.public_id, viewer=PUBLIC)


def test_an_idea_that_is_not_there_is_not_found(consultant: Viewer) -> None:
    with pytest.raises(NotFound):
        idea_detail("nobody", viewer=consultant)


def test_picked_ideas_say_what_they_share_and_why_they_cannot_be_merged(
    give: Give, consultant: Viewer
) -> None:
    one, two = give(theme="boligen"), give("Bus", theme="boligen")
    picked = picked_ideas([one.public_id, two.public_id], viewer=consultant)
    assert (picked.theme, picked.merge_refusal, len(picked.rows)) == ("boligen", None, 2)
    assert "mindst to" in str(picked_ideas([one.public_id], viewer=consultant).merge_refusal)


def test_the_five_themes_are_there_and_can_be_changed(house: House, give: Give, consultant: Viewer) -> None:
    assert len(themes(on=today())) == 5
    idea = give()
    edit_idea(idea=idea.public_id, title="Bus", text="Bus", theme="mobilitet", version=1,
              viewer=consultant, at=now())  # fmt: skip
    assert {theme.key: theme.ideas for theme in themes()}["mobilitet"] == 1
    save_theme(name="Mad og måltider", question="Hvad vil jeg spise?", viewer=consultant, at=now())
    save_theme(key="boligen", name="Boligen", question="Ny?", valid_to=today().replace(year=2020),
               viewer=consultant, at=now())  # fmt: skip
    assert [theme.key for theme in themes(on=today())][-1] == "mad-og-maaltider"
    assert (Theme.objects.count(), len(themes(on=today()))) == (6, 5)
    for name in ("Boligen", " "):
        with pytest.raises(RuleError) as refused:
            save_theme(name=name, question="", viewer=consultant, at=now())
        assert refused.value.field == "name"
    with pytest.raises(Denied):
        save_theme(name="Andet", question="", viewer=house.viewer("employee"), at=now())
    assert Idea.objects.get().theme is not None
