"""Choosing a trial's playbook, and moving to a newer version of it."""

import pytest
from django.urls import reverse
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward, new_ward
from tests.harness.playbooks import playbook, playbook_data
from tests.trials.conftest import BEFORE, Bench

from stillads.organisation.policy import EMPLOYEE
from stillads.playbooks.actions.versions import publish_playbook
from stillads.playbooks.models import PlaybookVersion
from stillads.trials.models import Criterion, Phase

pytestmark = pytest.mark.django_db


def _published(viewer: object, **changes: object) -> PlaybookVersion:
    return publish_playbook(content=playbook(**changes), viewer=viewer, at=BEFORE)  # type: ignore[arg-type]


def _url(phase: Phase, version: str = "") -> str:
    args = [phase.trial.public_id, phase.public_id]
    return (
        reverse("trials:playbook_choose", args=[*args, version])
        if version
        else reverse("trials:playbook", args=args)
    )


def test_a_playbook_is_chosen_and_prefills_the_prediction(bench: Bench, freeze: Freeze) -> None:
    freeze(BEFORE)
    phase, version = bench.phase(), _published(bench.viewer)
    client = bench.house.client_of(bench.lead)
    listed = client.get(_url(phase)).content.decode()
    assert "8 minutter pr. medarbejder om ugen" in listed
    assert _url(phase, version.public_id) in listed
    assert "Kør på denne drejebog" in client.get(_url(phase, version.public_id)).content.decode()
    assert client.post(_url(phase, version.public_id)).status_code == 302
    phase.refresh_from_db()
    assert phase.playbook_version_id == version.pk
    assert Criterion.objects.filter(phase=phase).count() == len(playbook().criteria)
    trial = client.get(reverse("trials:trial", args=[phase.trial.public_id])).content.decode()
    assert "Alle redskaber, version 1" in trial


def test_whoever_does_not_run_the_trial_reads_why_not(bench: Bench, freeze: Freeze) -> None:
    freeze(BEFORE)
    phase, version = bench.phase(), _published(bench.viewer)
    client = bench.house.client(EMPLOYEE)
    assert _url(phase, version.public_id) not in client.get(_url(phase)).content.decode()
    assert client.post(_url(phase, version.public_id)).status_code == 403
    phase.refresh_from_db()
    assert phase.playbook_version_id is None


@pytest.fixture
def ward(freeze: Freeze) -> Ward:
    made = new_ward()
    freeze(NOON)
    return made


def _second(ward: Ward) -> PlaybookVersion:
    """A version without the calls: their measures and their expectation go too."""
    data = playbook_data()
    others = [made["key"] for made in data["instruments"] if made["key"] != "calls"]
    return _published(ward.consultant, only=others)


def test_a_newer_version_says_what_cannot_be_taken_along_before_the_move(ward: Ward) -> None:
    ward.says("calls", "event", "k1", raw={"event": "citizen"})
    newer = _second(ward)
    client = ward.house.client_of(ward.phase.trial.lead)  # type: ignore[arg-type]
    assert "Alle redskaber, version 2 er kommet." in client.get(_url(ward.phase)).content.decode()
    shown = client.get(_url(ward.phase, newer.public_id)).content.decode()
    assert "Opkald: 1 registrering<" in shown
    assert "Minutter pr. opkald" in shown
    assert "Færre opkald, der kunne være undgået" in shown
    ward.phase.refresh_from_db()
    assert ward.phase.playbook_version_id == ward.version.pk  # until it is moved
    client.post(_url(ward.phase, newer.public_id))
    ward.phase.refresh_from_db()
    assert ward.phase.playbook_version_id == newer.pk


def test_the_version_that_runs_cannot_be_chosen_again(ward: Ward) -> None:
    client = ward.house.client_of(ward.phase.trial.lead)  # type: ignore[arg-type]
    shown = client.get(_url(ward.phase, ward.version.public_id)).content.decode()
    assert "Prøvehandlingen kører allerede på denne version." in shown
