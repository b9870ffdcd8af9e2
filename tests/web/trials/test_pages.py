"""The pages of a trial: shown to who may see them, refused beside the field, sent once."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.conftest import Freeze
from tests.harness.queries import assert_same_query_count
from tests.trials.conftest import BEFORE, Bench

from stillads.ideas.models import Idea
from stillads.organisation.policy import COMMITTEE, CONSULTANT, EMPLOYEE, TRIAL_LEAD
from stillads.trials.actions.figures import add_figure
from stillads.trials.actions.links import link_trials
from stillads.trials.actions.logbook import write_log
from stillads.trials.actions.stages import StageInput, add_stage
from stillads.trials.actions.windows import add_window
from stillads.trials.figure_rules import FigureInput
from stillads.trials.models import Criterion, Figure, LogEntry, Participant, Phase, Round, Stage, Trial
from stillads.trials.queries.trials import trials_list

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(freeze: Freeze) -> None:
    freeze(BEFORE)


def _url(name: str, phase: Phase, *more: str) -> str:
    return reverse(f"trials:{name}", args=[phase.trial.public_id, phase.public_id, *more])


def _full(bench: Bench) -> Phase:
    phase = bench.locked(bench.trial("Ro om natten", question="Bliver der ro?", description="Et **forsøg**"))
    add_window(phase=phase.pk, name="Optælling", week=23, viewer=bench.viewer, at=BEFORE)
    said = FigureInput("Opkald", "Talt", "Anlægget", date(2026, 3, 1), unit="%", numerator=3, denominator=9)
    add_figure(phase=phase.pk, figure=said, viewer=bench.viewer, at=BEFORE)
    write_log(phase=phase.pk, text="Vi har øvet os", kind="change", viewer=bench.viewer, at=BEFORE)
    add_stage(trial=phase.trial_id, stage=StageInput("Nøgle", blocker="it"), viewer=bench.viewer, at=BEFORE)
    link_trials(trial=phase.trial_id, other=bench.trial("Mad").pk, viewer=bench.viewer, at=BEFORE)
    return phase


PAGES = ["places", "prediction", "figures", "log", "participants", "phase_edit", "site_new", "window_new"]
FORMS = ["criterion_new", "rule", "lock", "without", "amend_day", "figure_new", "next"]


@pytest.mark.parametrize("name", [*PAGES, *FORMS])
def test_every_page_of_a_phase_is_shown_to_its_lead(bench: Bench, name: str) -> None:
    phase = _full(bench)
    answer = bench.house.client_of(bench.lead).get(_url(name, phase))
    assert answer.status_code == 200
    assert "<h1>" in answer.content.decode()


@pytest.mark.parametrize(
    "name",
    ["trial", "edit", "lead", "legal", "stages", "stage_new", "link", "merge", "drop", "take_up", "plan"],
)
def test_every_page_of_a_trial_is_shown_to_its_lead(bench: Bench, name: str) -> None:
    phase = _full(bench)
    answer = bench.house.client_of(bench.lead).get(reverse(f"trials:{name}", args=[phase.trial.public_id]))
    assert answer.status_code == 200


def test_the_law_that_held_on_the_days_of_the_trial_can_be_chosen_and_stays_chosen(bench: Bench) -> None:
    phase = bench.phase()
    Phase.objects.filter(pk=phase.pk).update(start=date(2022, 4, 26), end=date(2022, 8, 23))
    client = bench.house.client_of(bench.lead)
    url = reverse("trials:legal", args=[phase.trial.public_id])
    page = client.get(url).content.decode()
    assert "til 30. juni 2025" in page  # what held then, with its last day
    assert "Ældreloven" not in page  # not yet a law
    assert "Serviceloven § 97 (efterprøves)" in page
    sent = {"keys": ["serviceloven-83", "serviceloven-97"], "exemption": "not_needed"}
    assert client.post(url, sent).status_code == 302
    held = client.get(url).context["form"]
    assert held.initial["keys"] == ["serviceloven-83", "serviceloven-97"]
    assert client.post(url, {"keys": held.initial["keys"], "exemption": "not_needed"}).status_code == 302
    assert phase.trial.legal_bases.count() == 2
    shown = client.get(reverse("trials:trial", args=[phase.trial.public_id])).content.decode()
    assert "Serviceloven § 83, Serviceloven § 97 (efterprøves)" in shown


def test_after_day_1_the_next_step_is_to_say_why_nothing_was_predicted(bench: Bench, freeze: Freeze) -> None:
    phase = bench.phase()
    client = bench.house.client_of(bench.lead)
    shown = reverse("trials:trial", args=[phase.trial.public_id])
    assert "Skriv forudsigelsen" in client.get(shown).content.decode()
    freeze(BEFORE.replace(month=5))
    page = client.get(shown).content.decode()
    assert "Skriv forudsigelsen" not in page
    assert f'href="{_url("without", phase)}"' in page


def test_an_earlier_phase_keeps_its_pages(bench: Bench) -> None:
    first = bench.phase()
    trial = first.trial
    later = Round.objects.create(
        key="2026-2", title="Efterår", start=date(2026, 9, 1), end=date(2026, 12, 9),
        evaluation_deadline=date(2026, 12, 23),
    )  # fmt: skip
    Phase.objects.create(
        trial=trial,
        round=later,
        number=2,
        start=later.start,
        end=later.end,
        created_at=BEFORE,
        previous=first,
    )
    client = bench.house.client_of(bench.lead)
    shown = client.get(reverse("trials:trial", args=[trial.public_id])).content.decode()
    for name in ("prediction", "figures", "log"):
        assert f'href="{_url(name, first)}"' in shown
    assert "· " + first.round.title in client.get(_url("prediction", first)).content.decode()


def test_rows_have_pages_of_their_own(bench: Bench) -> None:
    phase = _full(bench)
    client = bench.house.client_of(bench.lead)
    ids = {
        "site": phase.sites.get().public_id,
        "site_withdraw": phase.sites.get().public_id,
        "window": phase.windows.get().public_id,
        "criterion": phase.criteria.get().public_id,
        "criterion_remove": phase.criteria.get().public_id,
        "figure": phase.figures.get().public_id,
        "log_remove": phase.log_entries.get().public_id,
    }
    answers = {name: client.get(_url(name, phase, public_id)).status_code for name, public_id in ids.items()}
    assert answers == dict.fromkeys(ids, 200)
    stage = Stage.objects.get().public_id
    assert client.get(reverse("trials:stage", args=[phase.trial.public_id, stage])).status_code == 200


def test_the_trial_page_answers_first(bench: Bench) -> None:
    page = bench.house.client_of(bench.lead).get(reverse("trials:trial", args=[_full(bench).trial.public_id]))
    text = page.content.decode()
    for said in (
        "Dag 1 er 13. april 2026",
        "Bliver der ro?",
        "<strong>forsøg</strong>",
        "falder med 20",
        "3 af 9",
        "Vi har øvet os",
    ):
        assert said in text


def test_a_foreign_or_unknown_trial_is_not_there(bench: Bench) -> None:
    phase, other = bench.phase(), bench.phase(bench.trial("Mad"))
    client = bench.house.client(CONSULTANT)
    assert client.get(reverse("trials:trial", args=["findesikke"])).status_code == 404
    strange = reverse("trials:prediction", args=[phase.trial.public_id, other.public_id])
    assert client.get(strange).status_code == 404


def test_who_is_not_of_the_house_sees_nothing(bench: Bench) -> None:
    url = reverse("trials:trial", args=[bench.phase().trial.public_id])
    assert Client().get(url).status_code == 302
    assert bench.house.client(COMMITTEE).get(url).status_code == 403


def test_an_employee_reads_and_writes_the_log_but_changes_nothing(bench: Bench) -> None:
    phase = bench.phase()
    client = bench.house.client(EMPLOYEE, "elmely")
    page = client.get(reverse("trials:trial", args=[phase.trial.public_id]))
    assert page.status_code == 200
    assert reverse("trials:drop", args=[phase.trial.public_id]) not in page.content.decode()
    assert client.get(reverse("trials:edit", args=[phase.trial.public_id])).status_code == 403
    done = client.post(_url("log", phase), {"text": "Stille nat", "kind": "note", "idempotency_key": "k"})
    assert done.status_code == 302
    client.post(_url("log", phase), {"text": "Stille nat", "kind": "note", "idempotency_key": "k"})
    assert LogEntry.objects.count() == 1


def test_a_trial_is_begun_planned_predicted_and_locked_by_clicks(bench: Bench) -> None:
    client, house = bench.house.client(CONSULTANT), bench.house
    unit = house.unit("elmely")
    client.post(reverse("trials:new"), {"title": "Ro om natten", "lead": bench.lead.public_id})
    trial = Trial.objects.get()
    planned = client.post(
        reverse("trials:plan", args=[trial.public_id]), {"round_": "2026-1", "sites": [unit.public_id]}
    )
    phase = Phase.objects.get()
    assert planned["Location"] == _url("prediction", phase)
    refused = client.post(_url("lock", phase), {"idempotency_key": "k"})
    assert refused.status_code == 422
    assert "mindst én ting" in refused.content.decode()
    _post(client, _url("criterion_new", phase), _criterion())
    _post(
        client,
        _url("rule", phase),
        {"decision_rule": "20 %", "evaluation_date": "2026-08-18", "version": "1"},
    )
    _post(client, _url("lock", phase), {"idempotency_key": "k"})
    phase.refresh_from_db()
    assert phase.state == Phase.State.READY
    assert Criterion.objects.get().locked_at is not None


def test_what_is_wrong_stands_beside_the_field_and_what_was_typed_is_kept(bench: Bench) -> None:
    phase = bench.phase()
    client = bench.house.client_of(bench.lead)
    said = {"label": "Opkald", "value": "mange", "method": "Talt", "source": "", "dated": "2026-03-01"}
    answer = client.post(_url("figure_new", phase), said)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="mange"' in text
    assert "Skriv et tal" in text
    assert Figure.objects.count() == 0
    part = {**said, "value": "", "source": "Anlægget", "numerator": "5", "denominator": "4"}
    assert "Delen kan ikke være større" in client.post(_url("figure_new", phase), part).content.decode()


def test_an_old_version_is_told_and_nothing_is_lost(bench: Bench) -> None:
    trial = bench.trial()
    client = bench.house.client_of(bench.lead)
    url = reverse("trials:edit", args=[trial.public_id])
    _post(client, url, {"title": "Ro", "version": "1"})
    late = client.post(url, {"title": "Uro", "version": "1"})
    assert late.status_code == 422
    assert "En anden gemte lige før dig" in late.content.decode()
    assert 'value="Uro"' in late.content.decode()


def test_participants_are_enrolled_once_and_only_where_one_works(bench: Bench) -> None:
    phase = bench.phase()
    unit = bench.house.unit("elmely")
    client = bench.house.client(EMPLOYEE, "elmely")
    said = {"site": unit.public_id, "state": "participates", "idempotency_key": "k"}
    for _twice in range(2):
        _post(client, _url("participants", phase), said)
    person = Participant.objects.get()
    _post(client, _url("participant", phase, person.public_id), {"state": "withdrawn"})
    assert "trukket sig" in client.get(_url("participants", phase)).content.decode()
    bench.house.unit("birkelund")
    far = bench.house.client(TRIAL_LEAD, "birkelund")
    assert far.get(_url("participants", phase)).status_code == 403


def test_the_list_costs_the_same_for_one_and_for_three(bench: Bench) -> None:
    client, numbers = bench.house.client(CONSULTANT), iter(range(99))

    def show() -> object:
        return client.get(reverse("trials:list"))

    assert_same_query_count(show=show, add=lambda: bench.locked(bench.trial(f"Prøve {next(numbers)}")))


def test_the_list_finds_part_of_a_word(bench: Bench) -> None:
    bench.trial("Døgnrytmeplaner")
    client = bench.house.client(CONSULTANT)
    assert "Døgnrytmeplaner" in client.get(reverse("trials:list"), {"q": "rytmeplan"}).content.decode()
    assert "Ingen prøvehandling" in client.get(reverse("trials:list"), {"q": "fald"}).content.decode()


def _criterion() -> dict[str, str]:
    return {
        "perspective": "citizen",
        "what": "Færre opkald",
        "direction": "down",
        "size": "20",
        "unit": "%",
        "how_known": "Nattevagten tæller",
    }


def _post(client: Client, url: str, data: dict[str, Any]) -> None:
    answer = client.post(url, data)
    assert answer.status_code == 302, answer.content.decode()


def test_the_list_comes_in_pages(bench: Bench) -> None:
    for number in range(3):
        bench.trial(f"Prøve {number}")
    found = trials_list(viewer=bench.viewer, per_page=2, page=2)
    assert ([row.title for row in found.rows], found.total, found.pages) == (["Prøve 2"], 3, 2)
    assert trials_list(viewer=bench.viewer, per_page=2, page=9).page == 2
    assert bench.house.client(CONSULTANT).get(reverse("trials:list"), {"side": "x"}).status_code == 200


def test_a_trial_begins_with_the_words_of_an_idea(bench: Bench) -> None:
    idea = Idea.objects.create(
        title="Ro", text="Ro om natten", source="employee", received_at=BEFORE, idempotency_key="i"
    )
    client, url = bench.house.client(CONSULTANT), f"{reverse('trials:new')}?ide={idea.public_id}"
    text = client.get(url).content.decode()
    assert 'value="Ro"' in text
    assert "Ro om natten" in text
    _post(client, url, {"title": "Ro", "ideas": [idea.public_id]})
    idea.refresh_from_db()
    assert idea.state == Idea.State.CHOSEN
    assert [i.pk for i in Trial.objects.get().ideas.all()] == [idea.pk]
