"""Deployments follow the phase: its playbook, sites and dates."""

from datetime import date

import pytest
from tests.harness.capturing import END, START, Ward
from tests.harness.playbooks import playbook

from stillads.capture.actions.deploy import continue_daily, sync_deployments
from stillads.capture.models import Deployment
from stillads.capture.queries.open_instruments import open_instruments
from stillads.kernel.rules import RuleError
from stillads.organisation.policy import EMPLOYEE
from stillads.playbooks.actions.versions import publish_playbook
from stillads.trials.actions.phases import edit_phase
from stillads.trials.actions.playbook import choose_playbook
from stillads.trials.actions.sites import SiteInput, set_site, withdraw_site
from stillads.trials.models import Criterion, PhaseSite, Window


def _keys(unit: str = "elmely") -> list[str]:
    rows = Deployment.objects.filter(unit__key=unit).order_by("instrument__key")
    return list(rows.values_list("instrument__key", flat=True))


def test_every_instrument_runs_at_every_site_for_the_phases_days(ward: Ward) -> None:
    assert _keys() == _keys("toftegaarden") == sorted(i.key for i in playbook().instruments)
    days = set(Deployment.objects.values_list("valid_from", "valid_to"))
    assert days == {(date(2026, 3, 16), END)}
    before = Deployment.objects.count()
    sync_deployments(ward.phase, ward.consultant, ward.at)
    assert Deployment.objects.count() == before


def test_a_playbook_prefills_prediction_and_windows(ward: Ward) -> None:
    said = list(Criterion.objects.values_list("what", "measure", "primary", "guardrail"))
    assert said == [
        ("Færre opkald, der kunne være undgået", "avoidable", True, False),
        ("Humøret bliver ikke dårligere", "mood", False, True),
    ]
    window = Window.objects.get()
    assert (window.key, window.first_day, window.last_day) == (
        "week_two",
        date(2026, 4, 20),
        date(2026, 4, 26),
    )


def test_a_new_site_and_new_dates_are_followed_and_a_withdrawn_one_ends(ward: Ward) -> None:
    ward.house.unit("skovbo")
    set_site(
        phase=ward.phase.pk, site=SiteInput("skovbo", valid_from=START), viewer=ward.consultant, at=ward.at
    )
    assert _keys("skovbo") == _keys()
    edit_phase(phase=ward.phase.pk, end=date(2026, 8, 10), viewer=ward.consultant, at=ward.at)
    assert set(Deployment.objects.values_list("valid_to", flat=True)) == {date(2026, 8, 10)}
    site = PhaseSite.objects.get(unit__key="skovbo")
    withdraw_site(site=site.pk, reason="Ombygning", viewer=ward.consultant, at=ward.at)
    ends = set(Deployment.objects.filter(unit__key="skovbo").values_list("valid_to", flat=True))
    assert ends == {ward.at.date()}


def test_on_a_newer_version_what_was_registered_stays_and_the_rest_moves(ward: Ward) -> None:
    ward.says("calls", "event", "k1", raw={"event": "citizen"})
    newer = publish_playbook(
        content=playbook(only=["calls"], summary={"da": "Ny", "en": "New"}),
        viewer=ward.consultant,
        at=ward.at,
    )
    choose_playbook(phase=ward.phase.pk, version=newer.public_id, viewer=ward.consultant, at=ward.at)
    rows = Deployment.objects.filter(unit__key="elmely").order_by("instrument__version__number")
    assert [(r.instrument.key, r.instrument.version.number, r.valid_to) for r in rows] == [
        ("calls", 1, ward.at.date()),
        ("calls", 2, END),
    ]


def test_after_the_decision_some_instruments_go_on_without_a_phase(ward: Ward) -> None:
    rows = continue_daily(version=ward.version.public_id, unit="elmely", viewer=ward.manager, at=ward.at)
    again = continue_daily(version=ward.version.public_id, unit="elmely", viewer=ward.manager, at=ward.at)
    assert sorted(row.instrument.key for row in rows) == ["calls", "wishes"]
    assert {row.pk for row in rows} == {row.pk for row in again}
    assert {row.valid_from for row in rows} == {date(2026, 5, 7)}
    assert {row.phase_site_id for row in rows} == {None}


def test_nothing_goes_on_where_the_playbook_has_nothing_that_does(ward: Ward) -> None:
    lean = publish_playbook(
        content=playbook(only=["rhythm"], key="kun-plan"), viewer=ward.consultant, at=ward.at
    )
    with pytest.raises(RuleError) as refused:
        continue_daily(version=lean.public_id, unit="elmely", viewer=ward.manager, at=ward.at)
    assert str(refused.value) == "Der er ikke noget i drejebogen, som fortsætter efter prøvehandlingen."


def test_an_employee_sees_what_is_open_at_the_own_unit(ward: Ward) -> None:
    ward.says("calls", "event", "k1", raw={"event": "citizen"})
    mine = open_instruments(viewer=ward.employee, day=ward.at.date())
    assert {view.unit_name for view in mine} == {"Elmely"}
    calls = next(view for view in mine if view.title == "Opkald")
    assert (calls.today, calls.minutes, calls.closed, calls.used_for) == (
        1, 5.0, "", "Tavlemødet ser tallene hver fredag.",
    )  # fmt: skip
    other = open_instruments(viewer=ward.house.viewer(EMPLOYEE, "toftegaarden"), day=ward.at.date())
    assert {view.unit_name for view in other} == {"Toftegaarden"}
    assert {view.today for view in other} == {0}
