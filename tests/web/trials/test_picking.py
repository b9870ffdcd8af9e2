"""Choosing one trial among all of them: part of a word is written, one of those found is chosen."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.conftest import Freeze
from tests.harness.queries import assert_same_query_count
from tests.trials.conftest import BEFORE, Bench

from stillads.trials.actions.trial_ends import drop_trial
from stillads.trials.models import Trial, TrialLink
from stillads.ui.picker import MOST

pytestmark = pytest.mark.django_db
_ROW = re.compile(r'name="into" value="([^"]*)" id="[^"]*"( checked)?>')


@pytest.fixture(autouse=True)
def _clock(freeze: Freeze) -> None:
    freeze(BEFORE)


def _merge(trial: Trial) -> str:
    return reverse("trials:merge", args=[trial.public_id])


def _search(client: Client, trial: Trial, text: str, **more: Any) -> str:
    answer = client.post(_merge(trial), {"into_q": text, "into_find": "1", **more})
    assert answer.status_code == 200
    return answer.content.decode()


def _rows(page: str) -> list[tuple[str, bool]]:
    return [(key, bool(checked)) for key, checked in _ROW.findall(page)]


def test_nothing_is_listed_before_something_is_written(bench: Bench) -> None:
    trial = bench.trial("Ro om natten")
    bench.trial("Mad på vej")
    page = bench.house.client_of(bench.lead).get(_merge(trial)).content.decode()
    assert _rows(page) == []
    assert 'name="into_q"' in page


def test_the_search_button_finds_and_keeps_what_was_typed(bench: Bench) -> None:
    trial, other = bench.trial("Ro om natten"), bench.trial("Ro i dagtimerne")
    bench.phase(other)
    page = _search(bench.house.client_of(bench.lead), trial, "dagtim", reason="De er ens.")
    assert _rows(page) == [(other.public_id, False)]
    assert f"runde {bench.round.key} · ledes af {bench.lead.name}" in page
    assert "Én fundet. Vælg den." in page
    assert 'value="dagtim"' in page
    assert "De er ens.</textarea>" in page
    assert "form-error" not in page  # a search is no sending: nothing is refused yet
    trial.refresh_from_db()
    assert trial.state == Trial.State.DRAFT


def test_neither_itself_nor_what_has_ended_is_found(bench: Bench) -> None:
    trial, ended = bench.trial("Ro om natten"), bench.trial("Ro om morgenen")
    drop_trial(trial=ended.pk, reason="Ingen tid", viewer=bench.viewer, at=BEFORE)
    page = _search(bench.house.client_of(bench.lead), trial, "ro om")
    assert _rows(page) == []
    assert "Intet fundet. Prøv med en kortere del af et ord." in page


def test_what_was_chosen_stays_chosen_and_stands_first_while_another_is_looked_for(bench: Bench) -> None:
    trial, chosen, other = bench.trial("Ro"), bench.trial("Mad på vej"), bench.trial("Mad til gæster")
    page = _search(bench.house.client_of(bench.lead), trial, "gæster", into=chosen.public_id)
    assert _rows(page) == [(chosen.public_id, True), (other.public_id, False)]


def test_scripts_get_the_list_alone(bench: Bench) -> None:
    trial, other = bench.trial("Ro om natten"), bench.trial("Mad på vej")
    client = bench.house.client_of(bench.lead)
    asked = {"into_q": "mad", "into_find": "1"}
    answer = client.post(_merge(trial), asked, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert _rows(page) == [(other.public_id, False)]
    assert page.startswith('<p id="id_into_said" hx-swap-oob="innerHTML">Én fundet. Vælg den.</p>')
    assert "<form" not in page


def test_what_is_found_is_bounded_in_rows_and_queries(bench: Bench) -> None:
    trial = bench.trial("Ro")
    client = bench.house.client_of(bench.lead)
    assert_same_query_count(
        show=lambda: _search(client, trial, "mad"), add=lambda: bench.phase(bench.trial("Mad på vej"))
    )
    for number in range(MOST):
        bench.trial(f"Mad på vej {number}")
    page = _search(client, trial, "mad")
    assert len(_rows(page)) == MOST
    assert "Her er de 10, der passer bedst. Skriv mere for at finde andre." in page


def test_merging_without_a_choice_is_refused_beside_the_field_with_what_was_found(bench: Bench) -> None:
    trial, other = bench.trial("Ro om natten"), bench.trial("Mad på vej")
    client = bench.house.client_of(bench.lead)
    answer = client.post(_merge(trial), {"into_q": "mad", "reason": "De er ens."})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Skriv en del af navnet, og vælg en af dem, der bliver fundet." in page
    assert _rows(page) == [(other.public_id, False)]
    assert "De er ens.</textarea>" in page


def test_one_that_may_not_be_chosen_is_refused(bench: Bench) -> None:
    trial, ended = bench.trial("Ro om natten"), bench.trial("Mad på vej")
    drop_trial(trial=ended.pk, reason="Ingen tid", viewer=bench.viewer, at=BEFORE)
    client = bench.house.client_of(bench.lead)
    for key in (ended.public_id, trial.public_id, "findes-ikke"):
        answer = client.post(_merge(trial), {"into": key, "reason": "De er ens."})
        assert answer.status_code == 422
        assert "Den kan ikke vælges." in answer.content.decode()


def test_the_chosen_one_is_merged_into_and_linked_to(bench: Bench) -> None:
    trial, other = bench.trial("Ro om natten"), bench.trial("Mad på vej")
    client = bench.house.client_of(bench.lead)
    link = reverse("trials:link", args=[trial.public_id])
    assert client.post(link, {"other": other.public_id, "kind": "related"}).status_code == 302
    assert TrialLink.objects.get().other == other
    said = {"into": other.public_id, "into_q": "mad", "reason": "De er ens."}
    assert client.post(_merge(trial), said)["Location"] == reverse("trials:trial", args=[other.public_id])
    trial.refresh_from_db()
    assert trial.state == Trial.State.MERGED
