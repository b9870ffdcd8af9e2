"""Giving an idea: saved once, answered as asked, nothing readable left lying."""

from dataclasses import replace
from typing import Any

import pytest
from tests.harness.people import House
from tests.ideas.conftest import Give

from stillads.audit.models import AuditEvent
from stillads.ideas.actions import submit_idea
from stillads.ideas.models import Idea, IdeaGiver
from stillads.ideas.queries import status_of
from stillads.ideas.rules import MOST_AN_HOUR
from stillads.kernel.clock import now
from stillads.kernel.rules import Invalid, RuleError
from stillads.kernel.sealed import unseal
from stillads.kernel.viewer import PUBLIC
from stillads.notices.models import Notice
from stillads.search.queries import find

pytestmark = pytest.mark.django_db


def _submit(key: str = "k", **more: Any) -> tuple[str, str]:
    words: dict[str, Any] = {
        "text": "Flere bænke. De gamle er væk.",
        "source": "citizen",
        "idempotency_key": key,
    } | more
    return submit_idea(viewer=PUBLIC, at=now(), **words)


def test_the_same_form_sent_twice_makes_one_idea_and_shows_the_same_link(db: None) -> None:
    first = _submit(channel="email", address="anna@example.dk", name="Anna")
    assert _submit(channel="email", address="anna@example.dk", name="Anna") == first
    assert (Idea.objects.count(), Notice.objects.count()) == (1, 1)
    assert AuditEvent.objects.filter(verb="ideas.submit").count() == 1


def test_without_a_title_the_first_sentence_is_it(db: None) -> None:
    _submit()
    long = "En lang tanke om hverdagen på plejecentret " * 4
    _submit("k2", text=long)
    titles = list(Idea.objects.order_by("pk").values_list("title", flat=True))
    assert titles[0] == "Flere bænke"
    assert titles[1].endswith(("tanke…", "om…", "lang…", "En…"))
    assert len(titles[1]) <= 100


def test_name_address_and_link_are_sealed_and_the_thanks_carry_the_link(db: None) -> None:
    _, token = _submit(channel="letter", address="Gaden 1\n8800 Viborg", name="Anna Holm")
    stored = IdeaGiver.objects.values().get()
    assert token not in str(stored)
    assert b"Anna" not in b"".join(bytes(stored[name] or b"") for name in ("name_sealed", "address_sealed"))
    notice = Notice.objects.get()
    body = unseal(notice.body_sealed or b"")
    assert body.startswith("Hej Anna Holm")
    assert f"/ideer/min/{token}/" in body
    assert notice.channel == "letter"


def test_whoever_wants_to_hear_nothing_leaves_neither_name_nor_address(db: None) -> None:
    _submit(channel="none", name="Anna", address="anna@example.dk")
    giver = IdeaGiver.objects.get()
    assert (giver.name_sealed, giver.address_sealed, Notice.objects.count()) == (None, None, 0)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"channel": "email", "address": "anna"}, "email"),
        ({"channel": "letter", "address": "Viborg"}, "address"),
        ({"channel": "poster"}, "poster_unit"),
    ],
)
def test_one_must_be_reachable_in_the_way_one_chose(db: None, more: dict[str, str], field: str) -> None:
    with pytest.raises(RuleError) as refused:
        _submit(**more)
    assert (refused.value.field, Idea.objects.count()) == (field, 0)


@pytest.mark.parametrize(("more", "field"), [({"text": " "}, "text"), ({"text": "Fru 010203-1234"}, "text")])
def test_words_that_are_missing_or_name_a_person_are_refused(
    db: None, more: dict[str, str], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        _submit(**more)
    assert field in refused.value.errors


def test_a_machine_that_fills_the_form_is_stopped_and_colleagues_are_not(house: House) -> None:
    robot = replace(PUBLIC, address="192.0.2.1")
    words: dict[str, Any] = {"text": "Køb nu", "source": "citizen"}
    for number in range(MOST_AN_HOUR):
        submit_idea(viewer=robot, at=now(), idempotency_key=f"r{number}", **words)
    with pytest.raises(RuleError, match="netværk"):
        submit_idea(viewer=robot, at=now(), idempotency_key="r", **words)
    submit_idea(viewer=replace(robot, address="192.0.2.2"), at=now(), idempotency_key="x", **words)
    submit_idea(
        viewer=replace(house.viewer("employee"), address=robot.address),
        at=now(),
        idempotency_key="y",
        **words,
    )


def test_a_given_idea_can_be_found_and_followed(house: House, give: Give) -> None:
    idea = give("Døgnrytmeplaner på ét ark")
    assert [hit.key for hit in find("rytmeplan", viewer=house.viewer("employee"))] == [idea.public_id]
    assert status_of("wrong") is None
    token = unseal(idea.giver.link_sealed or b"")
    status = status_of(token)
    assert status is not None
    assert (status.title, status.state, status.steps) == ("Døgnrytmeplaner på ét ark", "new", [])
