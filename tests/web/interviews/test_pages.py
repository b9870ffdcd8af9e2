"""Interviews as pages: notes with the guide beside, passages coded, the overview by theme."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.harness.capturing import Ward
from tests.harness.queries import assert_same_query_count

from stillads.capture.actions.interviews import code_passage, note_session
from stillads.capture.models import Entry
from stillads.organisation.policy import EMPLOYEE

pytestmark = pytest.mark.django_db
PASSAGE = {
    "passage": "Der er mere ro", "themes": ["calm"], "tone": "for", "may_quote": "yes", "by_whom": "pårørende",
}  # fmt: skip


@pytest.fixture
def client(ward: Ward) -> Client:
    return ward.house.client_of(ward.nurse)


def _url(ward: Ward, name: str, *more: str) -> str:
    return reverse(f"interviews:{name}", args=[ward.deployment("focus").public_id, *more])


def _note(client: Client, ward: Ward) -> str:
    sent = {"held_on": "2026-05-04", "people": "5", "notes": "De talte om ro.", "idempotency_key": "k1"}
    done = client.post(_url(ward, "new"), sent)
    root = Entry.objects.get(form="session").public_id
    assert done["Location"] == _url(ward, "session", root)
    return root


def test_notes_are_written_with_the_guide_beside(ward: Ward, client: Client) -> None:
    assert "Ét sted med noter fra samtaler." in client.get(reverse("interviews:list")).content.decode()
    assert "Der er ingen noter endnu." in client.get(_url(ward, "place")).content.decode()
    assert "Hvad har været bedst?" in client.get(_url(ward, "new")).content.decode()
    refused = client.post(_url(ward, "new"), {"held_on": "2027-01-01", "notes": "CPR 010203-1234"})
    assert refused.status_code == 422 and not Entry.objects.exists()
    root = _note(client, ward)
    assert client.get(_url(ward, "correct", root)).status_code == 200
    sent = {"held_on": "2026-05-04", "people": "6", "notes": "De talte om larm."}
    assert client.post(_url(ward, "correct", root), sent).status_code == 302
    assert "De talte om larm." in client.get(_url(ward, "session", root)).content.decode()


def test_a_passage_is_marked_corrected_and_removed(ward: Ward, client: Client) -> None:
    root = _note(client, ward)
    refused = client.post(_url(ward, "session", root), {**PASSAGE, "by_whom": "Anna Dam"})
    assert refused.status_code == 422 and "Det er et navn." in refused.content.decode()
    assert client.post(_url(ward, "session", root), PASSAGE).status_code == 302
    passage = Entry.objects.get(form="passage").public_id
    url = _url(ward, "passage", root, passage)
    assert "Der er mere ro" in client.get(url).content.decode()
    assert client.post(url, {**PASSAGE, "tone": "against"}).status_code == 302
    themes = client.get(_url(ward, "themes")).content.decode()
    assert "Ét udsagn fra én gang: 0 for, 1 imod." in themes
    assert "Ingen har talt om det. Det er ikke det samme, som at alle er enige." in themes
    newest = Entry.objects.get(form="passage", voided_by=None).public_id
    assert client.get(_url(ward, "remove", root, newest)).status_code == 200
    client.post(_url(ward, "remove", root, newest))
    assert "Ét udsagn fra" not in client.get(_url(ward, "themes")).content.decode()


def test_pages_of_another_unit_are_closed(ward: Ward, client: Client) -> None:
    root = _note(client, ward)
    stranger = ward.house.client(EMPLOYEE, "toftegaarden")
    for url in (_url(ward, "place"), _url(ward, "new"), _url(ward, "themes"), _url(ward, "session", root)):
        assert stranger.get(url).status_code == 403
    assert client.get(_url(ward, "session", "findes-ikke")).status_code == 404


def test_lists_cost_the_same_for_one_and_for_three(ward: Ward, client: Client) -> None:
    ref, numbers = ward.deployment("focus").public_id, iter(range(99))

    def add() -> None:
        number = next(numbers)
        raw = {"held_on": ["2026-05-04"], "notes": ["Ro."]}
        held = note_session(deployment=ref, raw=raw, key=f"s{number}", viewer=ward.employee, at=ward.at)
        said = {name: [text] if isinstance(text, str) else text for name, text in PASSAGE.items()}
        code_passage(
            deployment=ref, session=held.entry.public_id, raw=said, key=f"p{number}", viewer=ward.employee, at=ward.at
        )  # fmt: skip

    for name in ("place", "themes"):
        assert_same_query_count(show=lambda name=name: client.get(_url(ward, name)), add=add)  # type: ignore[misc]
