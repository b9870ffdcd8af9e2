"""Notes of conversations: corrected without losing their passages; coded; quoted under a role, never a name."""

from datetime import timedelta

import pytest
from tests.harness.capturing import Ward

from stillads.capture.actions.entries import void
from stillads.capture.actions.interviews import code_passage, note_session
from stillads.capture.models import Entry
from stillads.capture.queries.interviews import interview_page, publishable_quotes
from stillads.kernel.rules import Conflict, Denied, Invalid, NotFound
from stillads.organisation.policy import EMPLOYEE

NOTES = {"held_on": ["2026-05-04"], "people": ["5"], "notes": ["De talte om ro ved bordet."]}


def _note(ward: Ward, key: str = "s1", session: str = "", **changes: list[str]) -> Entry:
    ref = ward.deployment("focus").public_id
    raw = {**NOTES, **changes}
    return note_session(
        deployment=ref, raw=raw, key=key, session=session, viewer=ward.employee, at=ward.at
    ).entry


def _code(ward: Ward, session: str, key: str = "c1", passage: str = "", **said: str | list[str]) -> Entry:
    raw: dict[str, str | list[str]] = {
        "passage": "Der er mere ro nu", "themes": ["calm"], "tone": "for", "may_quote": "yes",
        "by_whom": "pårørende", **said,
    }  # fmt: skip
    sent = {name: [text] if isinstance(text, str) else text for name, text in raw.items()}
    return code_passage(
        deployment=ward.deployment("focus").public_id, session=session, raw=sent, key=key, passage=passage,
        viewer=ward.employee, at=ward.at,
    ).entry  # fmt: skip


def test_notes_are_kept_once_on_the_day_it_was_held(ward: Ward) -> None:
    first, again = _note(ward), _note(ward)
    assert first == again and str(first.local_day) == "2026-05-04"
    with pytest.raises(Conflict):
        _note(ward, people=["6"])
    long_ago = _note(ward, "s2", held_on=[str((ward.at - timedelta(days=20)).date())])
    assert long_ago.local_day == (ward.at - timedelta(days=20)).date()
    today = _note(ward, "s3", held_on=[str(ward.at.date())])
    assert today.occurred_at == ward.at


def test_notes_are_corrected_and_their_passages_stay(ward: Ward) -> None:
    root = _note(ward).public_id
    _code(ward, root)
    _note(ward, "s2", session=root, notes=["De talte om ro ved bordet og om larm."])
    _note(ward, "s3", session=root, notes=["Kun om larm."])
    page = interview_page(deployment=ward.deployment("focus").public_id, viewer=ward.employee)
    assert [(one.ref, one.notes, len(one.passages)) for one in page.sessions] == [(root, "Kun om larm.", 1)]


def test_a_passage_is_coded_counted_and_coded_anew(ward: Ward) -> None:
    root = _note(ward).public_id
    first = _code(ward, root)
    assert (first.subject, first.answers["themes"]) == (root, ["calm"])
    _code(ward, root, "c2", first.public_id, tone="against", themes=["calm", "time"])
    page = interview_page(deployment=ward.deployment("focus").public_id, viewer=ward.employee)
    assert [(t.key, len(t.passages), t.sessions, t.tones) for t in page.themes()] == [
        ("time", 1, 1, {"against": 1}),
        ("calm", 1, 1, {"against": 1}),
    ]


def test_a_quote_needs_a_role_and_a_role_is_no_name(ward: Ward) -> None:
    root = _note(ward).public_id
    with pytest.raises(Invalid) as refused:
        _code(ward, root, by_whom="")
    assert refused.value.errors == {
        "by_whom": "Skriv en rolle, for eksempel „pårørende“ eller „nattevagt“. Et citat skal have en."
    }
    for name in ("Anna Dam", "Anna dam, sygeplejerske", "Anna", "sygeplejerske Anna"):
        with pytest.raises(Invalid) as refused:
            _code(ward, root, by_whom=name)
        assert refused.value.errors == {
            "by_whom": "Det er et navn. Skriv en rolle, for eksempel „pårørende“ eller „nattevagt“."
        }
    assert Entry.objects.filter(form="passage").count() == 0
    assert _code(ward, root, by_whom="Pårørende til beboer").answers["by_whom"] == "Pårørende til beboer"


def test_only_what_may_be_published_is_a_quote(ward: Ward) -> None:
    root = _note(ward).public_id
    shown = _code(ward, root)
    _code(ward, root, "c2", may_quote="no", by_whom="")
    gone = _code(ward, root, "c3")
    void(entry=gone.public_id, reason="Fjernet", viewer=ward.employee, at=ward.at)
    quotes = publishable_quotes(phase=ward.phase.public_id, viewer=ward.lead)
    assert [(q.entry, q.text, q.by_whom, q.themes, q.tone, q.unit_name) for q in quotes] == [
        (shown.public_id, "Der er mere ro nu", "pårørende", ("Ro",), "for", "Elmely")
    ]
    assert publishable_quotes(phase="andet", viewer=ward.lead) == []


def test_who_may_not_and_what_is_not_there(ward: Ward) -> None:
    root = _note(ward).public_id
    stranger = ward.house.viewer(EMPLOYEE, "toftegaarden")
    ref = ward.deployment("focus").public_id
    with pytest.raises(Denied):
        interview_page(deployment=ref, viewer=stranger)
    with pytest.raises(Denied):
        note_session(deployment=ref, raw=NOTES, key="x", viewer=stranger, at=ward.at)
    with pytest.raises(NotFound):
        _code(ward, "findes-ikke")
    with pytest.raises(NotFound):
        interview_page(deployment=ward.deployment("calls").public_id, viewer=ward.employee)
    assert root and Entry.objects.count() == 1
