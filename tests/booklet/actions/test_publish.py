"""An edition is frozen: with its hash, by the database, and only when everything is there."""

import hashlib
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils.translation import override
from tests.booklet.making import SYSTEM, first_phase, imported_round
from tests.harness.people import House

from stillads.analysis.models import PublishedNumber
from stillads.audit.models import AuditEvent
from stillads.booklet.actions.front import Front, save_front
from stillads.booklet.actions.publish import publish_edition
from stillads.booklet.actions.render import render_missing
from stillads.booklet.models import Booklet, Edition, Rendering
from stillads.booklet.queries.editions import edition_document, published_edition, rendered
from stillads.booklet.rendering import FORMS
from stillads.evaluation.models import Evaluation
from stillads.ideas.models import Idea, IdeaNews
from stillads.kernel.clock import now
from stillads.kernel.rules import Conflict, Denied, NotFound, RuleError
from stillads.trials.models import Phase, Round

pytestmark = pytest.mark.django_db


def _publish(number: int = 1, **more: Any) -> Edition:
    fields: dict[str, Any] = {
        "round_key": "2023-1",
        "number": number,
        "note": "",
        "viewer": SYSTEM,
        "at": now(),
    }
    return publish_edition(**(fields | more))


def _rewrite(version: int, title: str = "Ny titel") -> None:
    front = Front(title=title, foreword="Et nyt forord.")
    save_front(round_key="2023-1", front=front, version=version, viewer=SYSTEM, at=now())


def test_the_edition_keeps_the_content_under_its_hash() -> None:
    imported_round()
    edition = _publish()
    document = edition_document(edition.public_id)
    assert document.colophon is not None
    assert document.digest() == edition.sha256 == document.colophon.digest
    assert document.chapters[0].title == "Kaffe før klokken syv"


def test_the_database_refuses_to_change_an_edition_or_its_files() -> None:
    imported_round()
    edition = _publish()
    render_missing(edition.public_id)
    for rows in (Edition.objects.all(), Rendering.objects.all()):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(sha256="0" * 64)
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.delete()


def test_later_changes_make_a_new_edition_and_leave_the_old_one() -> None:
    imported_round()
    first = _publish()
    _rewrite(version=1)
    assert edition_document(first.public_id).title != "Ny titel"
    second = _publish(2, note="Nyt forord")
    assert edition_document(second.public_id).title == "Ny titel"
    assert published_edition("2023-1").number == 2
    assert published_edition("2023-1", 1).public_id == first.public_id


def test_sent_twice_it_is_one_edition() -> None:
    imported_round()
    assert _publish().pk == _publish().pk
    assert Edition.objects.count() == 1


def test_without_a_change_there_is_no_new_edition() -> None:
    imported_round()
    _publish()
    with override("da"), pytest.raises(Conflict) as refused:
        _publish(2)
    assert str(refused.value.reason) == "Der er ikke ændret noget siden den nyeste udgave."


def test_a_number_that_is_not_the_next_is_a_conflict() -> None:
    imported_round()
    with pytest.raises(Conflict):
        _publish(3)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (
            lambda: Evaluation.objects.filter(phase__order_in_round=1).update(state="draft"),
            "Én evaluering er ikke godkendt endnu.",
        ),
        (
            lambda: Evaluation.objects.filter(phase__order_in_round__gt=1).update(state="in_review"),
            "2 evalueringer er ikke godkendt endnu.",
        ),
        (lambda: Booklet.objects.update(foreword={}), "Forordet er ikke skrevet endnu."),
        (
            lambda: Phase.objects.update(state="stopped"),
            "Runden har ingen prøvehandlinger, der er gået i gang. Så er der ikke noget at udgive.",
        ),
    ],
)
def test_what_is_missing_is_said(spoil: Any, reason: Any) -> None:
    imported_round()
    spoil()
    with override("da"), pytest.raises(RuleError) as refused:
        _publish()
    assert str(refused.value.reason) == reason
    assert Edition.objects.count() == 0


@pytest.mark.parametrize("role", ["trial_lead", "manager", "employee"])
def test_only_consultants_and_directors_publish(house: House, role: str) -> None:
    imported_round()
    with pytest.raises(Denied):
        _publish(viewer=house.viewer(role))
    assert _publish(viewer=house.viewer("director")).number == 1


def test_each_file_is_kept_with_its_hash_and_made_once() -> None:
    imported_round()
    edition = _publish()
    with pytest.raises(NotFound):
        rendered(edition.public_id, "pdf")
    assert render_missing(edition.public_id) == len(FORMS)
    assert render_missing(edition.public_id) == 0
    for kept in Rendering.objects.all():
        assert hashlib.sha256(bytes(kept.content)).hexdigest() == kept.sha256
    assert published_edition("2023-1").complete


def test_the_figures_of_an_edition_are_remembered_as_released() -> None:
    from tests.booklet.compiling.test_compile import _figure

    figure = _figure(first_phase(imported_round()))
    edition = _publish()
    released = PublishedNumber.objects.get()
    assert (released.figure_key, released.edition, released.audience) == (
        figure.public_id,
        edition.public_id,
        "public",
    )


def test_publishing_is_in_the_log() -> None:
    imported_round()
    edition = _publish()
    event = AuditEvent.objects.get(verb="booklet.publish")
    assert (event.target, event.data) == (f"edition:{edition.public_id}", {"sha256": edition.sha256})


def test_whoever_saves_the_foreword_second_is_told_and_nothing_is_written_over() -> None:
    imported_round()
    _rewrite(version=1, title="Først")
    with override("da"), pytest.raises(Conflict) as refused:
        _rewrite(version=1, title="Sidst")
    assert str(refused.value.reason).startswith("En anden har gemt imens.")
    assert Booklet.objects.get().title == "Først"


def test_a_round_without_a_booklet_gets_one() -> None:
    held = imported_round()
    Booklet.objects.all().delete()
    _rewrite(version=0)
    assert Round.objects.get(pk=held.pk).booklet.title == "Ny titel"


@pytest.mark.parametrize(
    ("front", "field"),
    [
        (Front(title=" "), "title"),
        (Front(title="Titel", foreword="Ring til 010203-1234"), "foreword"),
        (Front(title="Titel", facts="Et faktum"), "facts_title"),
    ],
)
def test_wrong_texts_are_refused_beside_their_field(front: Front, field: str) -> None:
    imported_round()
    with pytest.raises(RuleError) as refused:
        save_front(round_key="2023-1", front=front, version=1, viewer=SYSTEM, at=now())
    assert refused.value.field == field


def test_only_consultants_write_the_foreword(house: House) -> None:
    imported_round()
    with pytest.raises(Denied):
        save_front(
            round_key="2023-1", front=Front("Titel"), version=1, viewer=house.viewer("director"), at=now()
        )


def test_the_givers_of_the_ideas_hear_of_the_booklet_once() -> None:
    trial = first_phase(imported_round()).trial
    idea = Idea.objects.create(title="Kaffe", text="Kaffe til nattevagten", received_at=now())
    trial.ideas.add(idea)
    _publish()
    _rewrite(1)
    _publish(2)
    (news,) = IdeaNews.objects.filter(idea=idea)
    assert news.text.endswith("/haefte/2023-1/")
