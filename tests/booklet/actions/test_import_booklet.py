"""Reading a booklet in makes one round of it, whole or not at all, and only once."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override
from tests.harness.people import House

from stillads.audit.models import AuditEvent
from stillads.booklet.actions import import_booklet as action
from stillads.booklet.actions.import_booklet import Imported, import_booklet
from stillads.booklet.models import Booklet
from stillads.booklet.reading import Reading, read_text
from stillads.evaluation.models import Box, Evaluation, Finding, RecommendationPart, TextField
from stillads.kernel.clock import COPENHAGEN, now
from stillads.kernel.rules import Conflict, Denied, RuleError
from stillads.kernel.viewer import PUBLIC, system_viewer
from stillads.organisation.policy import CONSULTANT
from stillads.overview.queries.board import round_board
from stillads.overview.queries.today import today_page
from stillads.trials.models import Phase, PhaseSite, Round, Trial

TEXT = (Path(__file__).parents[1] / "reading" / "short_booklet.txt").read_text(encoding="utf-8")
SYSTEM = system_viewer("test")

pytestmark = pytest.mark.django_db


def _import(reading: Reading | None = None, **more: Any) -> Imported:
    wanted: dict[str, Any] = {
        "reading": reading or read_text(TEXT),
        "round_key": "2023-1",
        "viewer": SYSTEM,
        "at": now(),
    }
    return import_booklet(**(wanted | more))


def _counts() -> list[int]:
    return [
        one.objects.count()
        for one in (Round, Trial, Phase, Evaluation, Finding, Box, TextField, Booklet, AuditEvent)
    ]


def test_the_round_has_the_days_that_the_foreword_names() -> None:
    done = _import()
    assert (done.round_key, done.created, done.already) == ("2023-1", True, False)
    held = Round.objects.get()
    assert (held.key, held.start, held.end) == ("2023-1", date(2023, 3, 1), date(2023, 6, 8))


def test_each_trial_is_a_phase_of_the_round_in_the_booklets_order() -> None:
    _import(source="hæfte.docx")
    found = Phase.objects.order_by("order_in_round").values_list("order_in_round", "trial__title", "state")
    assert list(found) == [
        (1, "Kaffe før klokken syv", "evaluated"),
        (2, "Én liste over hjælpemidler", "evaluated"),
        (3, "Gåture i vinterens mørke", "evaluated"),
    ]
    assert [phase.tested_at_text for phase in Phase.objects.order_by("order_in_round")] == [
        "Afprøvet på Elmehaven og på pleje- og omsorgscentret Lindely",
        "Afprøvet i Depotet",
        "Afprøvet i Nord og i Syd",
    ]
    assert set(Trial.objects.values_list("source_note", flat=True)) == {"hæfte.docx"}


def test_a_round_that_the_committee_has_seen_is_closed() -> None:
    _import(round_key="2023-1", at=datetime(2024, 3, 1, 9, tzinfo=COPENHAGEN))
    assert Round.objects.get().state == Round.State.CLOSED


def test_a_round_that_has_just_ended_waits_for_its_meeting() -> None:
    _import(round_key="2023-1", at=datetime(2023, 7, 1, 9, tzinfo=COPENHAGEN))
    assert Round.objects.get().state == Round.State.MEETING


def test_what_was_read_in_asks_nobody_for_anything(house: House) -> None:
    _import()
    viewer = house.viewer(CONSULTANT)
    assert [row.missing for row in round_board("2023-1", viewer=viewer).rows] == [(), (), ()]
    assert today_page(viewer, date(2026, 3, 2)).tasks == []


def test_every_page_of_a_trial_that_was_read_in_says_that_nothing_was_predicted(house: House) -> None:
    _import()
    phase = Phase.objects.get(order_in_round=1)
    client, ids = house.client(CONSULTANT), [phase.trial.public_id, phase.public_id]
    trial = client.get(reverse("trials:trial", args=ids[:1])).content.decode()
    assert "Der er ingen forudsigelse: Hæftet fortæller ikke, hvad man forventede." in trial
    assert "endnu" not in trial.partition("<main")[2].partition("<aside")[0]
    assert "Hvad kan I svare på om 100 dage?" not in trial
    prediction = client.get(reverse("trials:prediction", args=ids)).content.decode()
    assert "Hæftet fortæller ikke, hvad man forventede." in prediction
    assert "Begynd med det" not in prediction
    for name in ("figures", "log", "places", "next"):
        assert client.get(reverse(f"trials:{name}", args=ids)).status_code == 200
    for path in (f"/evaluering/{ids[1]}/", "/haefte/runde/2023-1/", "/runder/2023-1/", f"/traad/{ids[0]}/"):
        assert client.get(path).status_code == 200, path
    assert "Afprøvet her: Elmehaven" in client.get(f"/evaluering/{ids[1]}/").content.decode()


def test_places_that_are_units_of_ours_become_sites(house: House) -> None:
    for name in ("elmehaven", "lindely", "nord", "øst"):
        house.unit(name)
    _import()
    found = PhaseSite.objects.order_by("unit__name").values_list("phase__order_in_round", "unit__name")
    assert list(found) == [(1, "Elmehaven"), (1, "Lindely"), (3, "Nord")]


def test_nothing_and_none_are_not_stated_and_keep_their_words() -> None:
    _import()
    found = Box.objects.filter(state=Box.State.NOT_STATED).order_by(
        "evaluation__phase__order_in_round", "side", "perspective"
    )
    assert [
        (box.evaluation.phase.order_in_round, box.side, box.perspective, box.as_written) for box in found
    ] == [
        (1, "advantage", "economy", "Ingen"),
        (1, "barrier", "citizen", "Intet"),
        (2, "barrier", "economy", "Intet"),
        (2, "barrier", "employee", "Ingen"),
        (3, "advantage", "economy", "Ingen"),
        (3, "barrier", "employee", "Ingen"),
    ]
    assert Box.objects.count() == 18


def test_findings_are_unclassified_and_know_their_part() -> None:
    _import()
    found = Finding.objects.filter(
        evaluation__phase__order_in_round=2, side="advantage", perspective="citizen"
    )
    assert [(one.part, one.evidence, one.body["blocks"][0]["spans"][0]["text"]) for one in found] == [
        ("Ad 1) Listen på væggen", "unclassified", "Hurtigere svar."),
        ("Ad 2) Åbent om torsdagen", "unclassified", "I alt 14 borgere kom forbi."),
    ]


def test_the_recommendation_keeps_its_wording_and_what_it_proposes() -> None:
    _import()
    found = RecommendationPart.objects.order_by("evaluation__phase__order_in_round", "order")
    assert [(part.evaluation.phase.order_in_round, part.proposal) for part in found] == [
        (1, "spread"),
        (2, "extend"),
        (3, "drop"),
    ]


def test_the_foreword_is_told_apart_from_its_author_and_the_facts() -> None:
    _import()
    booklet = Booklet.objects.get()
    assert booklet.foreword_by == "Af Ditte Ravn, leder af området"
    assert booklet.facts_title == "Fakta om aftalen"
    assert booklet.facts["blocks"][0]["spans"][0]["text"].startswith("Kommunen er fritaget")


def test_the_same_booklet_twice_changes_nothing() -> None:
    _import()
    before = _counts()
    again = _import(read_text(TEXT.replace("\n", "\r\n")), round_key="2024-1")
    assert (again.round_key, again.created, again.already) == ("2023-1", False, True)
    assert _counts() == before


def test_a_dry_run_tells_the_round_and_stores_nothing() -> None:
    before = _counts()
    told = _import(round_key="", dry_run=True)
    assert (told.round_key, told.created, len(told.plan.trials)) == ("2023-1", False, 3)
    assert _counts() == before


def test_without_a_round_the_next_free_one_of_the_year_is_taken() -> None:
    _import(round_key="2023-1")
    other = read_text(TEXT.replace("Kaffe før", "Te før"))
    assert _import(other, round_key="").round_key == "2023-2"


def test_a_round_with_trials_is_left_alone() -> None:
    _import()
    other = read_text(TEXT.replace("Kaffe før", "Te før"))
    with override("da"), pytest.raises(Conflict) as refused:
        _import(other)
    assert str(refused.value.reason) == (
        "Runde 2023-1 har allerede prøvehandlinger. Vælg en anden runde. Intet er læst ind."
    )


def test_a_foreword_without_days_needs_them_told() -> None:
    undated = read_text(TEXT.replace("juni 2023", "juni"))
    with override("da"), pytest.raises(RuleError) as refused:
        _import(undated)
    assert str(refused.value.reason) == (
        "Forordet siger ikke, hvornår prøvehandlingerne løb. Skriv rundens første og sidste dag."
    )
    assert _import(undated, start=date(2021, 3, 1), end=date(2021, 6, 8)).created


def test_a_cpr_number_stops_the_whole_booklet() -> None:
    with pytest.raises(RuleError):
        _import(read_text(TEXT.replace("Stilheden.", "Stilheden hos 010203-1234.")))
    assert _counts() == [0] * 9


def test_an_import_that_fails_midway_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(action, "_booklet", fail)
    with pytest.raises(OSError, match="disk full"):
        _import()
    assert _counts() == [0] * 9


@pytest.mark.parametrize("role", ["employee", "trial_lead", "manager", "privacy"])
def test_only_consultants_and_administrators_import(house: House, role: str) -> None:
    with pytest.raises(Denied):
        _import(viewer=house.viewer(role))
    with pytest.raises(Denied):
        _import(viewer=PUBLIC)
    assert _import(viewer=house.viewer("consultant")).created


def test_the_log_names_the_booklet_once() -> None:
    _import(source="hæfte.txt")
    (event,) = AuditEvent.objects.all()
    assert (event.verb, event.target_name, event.data["trials"], event.data["source"]) == (
        "booklet.import",
        "2023-1",
        3,
        "hæfte.txt",
    )
