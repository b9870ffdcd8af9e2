"""The page of what a phase's registrations say, and the page of one measure."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward, new_ward
from tests.harness.playbooks import playbook_data
from tests.harness.queries import queries_of

from stillads.evaluation.actions import open_evaluation
from stillads.organisation.models import Person
from stillads.organisation.policy import EMPLOYEE
from stillads.trials.actions.logbook import write_log
from stillads.trials.actions.phases import plan_phase
from stillads.trials.actions.sites import SiteInput
from stillads.trials.actions.trials import create_trial

BEFORE_DAY_1 = 25  # days before NOON that lie in the baseline


@pytest.fixture
def ward(db: None, freeze: Freeze) -> Ward:
    freeze(NOON)
    return new_ward(only=["calls"])


def _url(ward: Ward, *more: str) -> str:
    trial, phase = ward.phase.trial.public_id, ward.phase.public_id
    return "/".join((f"/proevehandlinger/{trial}/fase/{phase}/resultater", *more, ""))


def _lead(ward: Ward) -> Client:
    assert ward.lead.person_id is not None
    return ward.house.client_of(Person.objects.get(pk=ward.lead.person_id))


def _page(ward: Ward) -> Any:
    return _lead(ward).get(_url(ward)).context["shown"]


def _calls(ward: Ward, days_ago: int, *avoidable: str) -> None:
    moment = NOON - timedelta(days=days_ago)
    for number, answer in enumerate(avoidable):
        ward.at = moment
        raw = {"event": "citizen", "avoidable": answer, "minutes": "4"}
        ward.says("calls", "event", f"{days_ago}-{number}", raw=raw, occurred_at=moment)


def test_nothing_yet_says_so_and_shows_no_empty_picture(ward: Ward) -> None:
    answer = _lead(ward).get(_url(ward))
    shown = answer.context["shown"]
    assert shown.answer == "Der er ikke registreret noget endnu."
    assert "chart-figure" not in answer.content.decode()
    assert (shown.measures, len(shown.waiting)) == ((), 3)


def test_the_primary_measure_answers_first_and_is_provisional(ward: Ward) -> None:
    _calls(ward, BEFORE_DAY_1, "yes", "yes", "no")
    _calls(ward, 2, "yes", "no", "no", "no")
    shown = _page(ward)
    assert shown.answer == (
        "Foreløbigt resultat. Opkald, der kunne være undgået: Andelen faldt fra 67\u202f% til 25\u202f%. "
        "Kun én uge kan bruges. Det er for lidt til at sige, om det er mere end tilfældige udsving. "
        "Seks uger mangler tal."
    )
    assert shown.provisional == "Dommen falder 18. august 2026. Indtil da er alt her foreløbigt."
    first = shown.measures[0]
    assert first.progress == "Forudsagt: falder med 20\u202f%. Indtil nu: −41,7 procentpoint."
    assert first.foundation.startswith("Det bygger på 7 registreringer, heraf 3 fra før dag 1.")
    assert shown.verdicts == ()


def test_it_moves_when_a_registration_comes_in(ward: Ward) -> None:
    _calls(ward, 2, "yes", "no")
    before = _page(ward).measures[0].foundation
    _calls(ward, 1, "no")
    assert _page(ward).measures[0].foundation != before


def test_it_costs_the_same_with_one_registration_and_measure_as_with_many(ward: Ward) -> None:
    _calls(ward, 2, "yes")
    lead = _lead(ward)
    lead.get(_url(ward))
    one = len(queries_of(lambda: lead.get(_url(ward))))
    detail = _url(ward, "avoidable")
    one_detail = len(queries_of(lambda: lead.get(detail)))
    _calls(ward, 1, "yes", "no")
    assert len(queries_of(lambda: lead.get(_url(ward)))) == one
    assert len(queries_of(lambda: lead.get(detail))) == one_detail


@pytest.mark.parametrize("keys", [["avoidable"], ["calls", "avoidable", "call_minutes"]])
def test_it_costs_the_same_with_one_measure_as_with_three(db: None, freeze: Freeze, keys: list[str]) -> None:
    freeze(NOON)
    data = playbook_data(["calls"])["measures"]
    ward = new_ward(only=["calls"], measures=[each for each in data if each["key"] in keys])
    _calls(ward, 2, "yes")
    lead = _lead(ward)
    lead.get(_url(ward))
    assert len(queries_of(lambda: lead.get(_url(ward)))) == 37  # of both


def test_one_measure_site_by_site_and_broken_down(ward: Ward) -> None:
    _calls(ward, BEFORE_DAY_1, "yes", "no")
    _calls(ward, 9, "yes", "no")
    _calls(ward, 2, "no", "no")
    one = _lead(ward).get(_url(ward, "calls")).context["one"]
    headings = [picture.heading for picture in one.pictures]
    assert headings == [
        "Alle steder samlet", "Sted for sted", "Efter ugedag", "Hvem ringede?", "Efter ugedag og klokkeslæt",
    ]  # fmt: skip
    assert one.pictures[3].sentence == "Flest: Borger, 4 af 4."
    assert _lead(ward).get(_url(ward, "nothere")).status_code == 404


def test_each_picture_can_be_taken_home(ward: Ward) -> None:
    _calls(ward, BEFORE_DAY_1, "yes", "no")
    _calls(ward, 9, "yes", "no")
    lead = _lead(ward)
    for part, form, kind in [("tal", "svg", "image/svg+xml"), ("steder", "png", "image/png")]:
        answer = lead.get(_url(ward, "avoidable", f"{part}.{form}").rstrip("/"))
        assert (answer.status_code, answer["Content-Type"]) == (200, kind)
    text = lead.get(_url(ward, "avoidable", "tal.csv").rstrip("/")).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert len(rows) > 2
    assert lead.get(_url(ward, "avoidable", "tal.exe").rstrip("/")).status_code == 404
    assert lead.get(_url(ward, "avoidable", "ingen.svg").rstrip("/")).status_code == 404


def test_what_else_changed_stands_beside_it(ward: Ward) -> None:
    _calls(ward, 2, "yes")
    write_log(
        phase=ward.phase.pk, kind="change", text="Ny vagtplan", day=NOON.date(), viewer=ward.lead, at=NOON
    )
    assert _page(ward).changes == (("6. maj 2026", "Ny vagtplan"),)


def test_without_a_playbook_it_says_what_to_do(ward: Ward) -> None:
    trial = create_trial(title="Uden drejebog", lead=ward.lead.person_id, viewer=ward.consultant, at=NOON)
    phase = plan_phase(
        trial=trial.pk, round_="2026-1", sites=[SiteInput("elmely")], viewer=ward.consultant, at=NOON
    )
    answer = _lead(ward).get(f"/proevehandlinger/{trial.public_id}/fase/{phase.public_id}/resultater/")
    text = " ".join(answer.content.decode().split())
    assert (
        answer.context["shown"].answer
        == "Prøvehandlingen har ingen drejebog, så tallene skrives ind i hånden."
    )
    assert "Skriv tallene ind" in text


def test_another_units_employee_sees_the_sums(ward: Ward) -> None:
    _calls(ward, 2, "yes")
    assert ward.house.client(EMPLOYEE, "toftegaarden").get(_url(ward)).status_code == 200
    assert Client().get(_url(ward)).status_code == 302


def test_the_evaluation_leads_to_it(ward: Ward) -> None:
    open_evaluation(phase=ward.phase.public_id, viewer=ward.lead, at=NOON, reason="Vi ser på den nu")
    text = _lead(ward).get(f"/evaluering/{ward.phase.public_id}/").content.decode()
    assert f'href="{_url(ward)}">Hvad registreringerne siger</a>' in text
