"""The editor: one draft behind every page; nothing typed is lost; what is missing is told with the way to it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.organisation.policy import CONSULTANT, EMPLOYEE, TRIAL_LEAD
from stillads.playbooks.format.canonical import canonical, data_of, digest
from stillads.playbooks.library import shelf
from stillads.playbooks.models import PlaybookVersion
from stillads.playbooks.queries.page import draft_of
from stillads.web.playbooks.places import form_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(house: House) -> Client:
    return house.client(TRIAL_LEAD)


def _url(name: str, *args: str) -> str:
    return reverse(f"playbooks:{name}", args=args)


def _data(house: House, key: str) -> Any:
    return draft_of(key, viewer=house.viewer(CONSULTANT)).data


def _begun(lead: Client) -> str:
    said = {"title": "Ro om natten", "question": "Bliver der ro?", "theme": "aeldrepleje"}
    answer = lead.post(_url("new"), said)
    assert answer.status_code == 302, answer.content.decode()
    return "ro-om-natten"


def _add(lead: Client, key: str, place: str, kind: str = "", **said: Any) -> None:
    url = _url("add", key, place) + (f"?slags={kind}" if kind else "")
    answer = lead.post(url, said)
    assert answer.status_code == 302, answer.content.decode()


def _tally(lead: Client) -> str:
    key = _begun(lead)
    _add(lead, key, "instruments", "register", title="Opkald", event="Hvem?", buttons="Borger\nPårørende")
    return key


def test_three_answers_begin_a_draft_that_says_what_is_missing(house: House, lead: Client) -> None:
    key = _begun(lead)
    assert _data(house, key)["question"] == {"da": "Bliver der ro?"}
    shown = lead.get(_url("edit", key)).content.decode()
    assert _url("part", key, "teori") in shown
    assert "mangler" in shown
    assert 'aria-disabled="true"' in shown
    lead.post(_url("publish", key))
    assert not PlaybookVersion.objects.filter(published_at__isnull=False).exists()


def test_the_same_title_gets_another_key(house: House, lead: Client) -> None:
    _begun(lead)
    _begun(lead)
    assert set(PlaybookVersion.objects.values_list("playbook__key", flat=True)) == {
        "ro-om-natten",
        "ro-om-natten-2",
    }


def test_who_may_not_write_sees_no_draft(house: House, lead: Client) -> None:
    key = _begun(lead)
    client = house.client(EMPLOYEE)
    for url in (
        _url("edit", key),
        _url("new"),
        _url("part", key, "formaal"),
        _url("add", key, "instruments"),
    ):
        assert client.get(url).status_code == 403


def test_half_of_it_is_saved_and_stays_when_another_part_is_written(house: House, lead: Client) -> None:
    key = _tally(lead)
    lead.post(
        _url("part", key, "regler"), {"decision_rule": "Færre opkald", "rules": "Lyt først: og spørg så"}
    )
    data = _data(house, key)
    assert data["house_rules"] == [{"title": "Lyt først", "text": "og spørg så"}]
    assert [row["key"] for row in data["instruments"][0]["buttons"]] == ["borger", "paaroerende"]


def test_a_question_may_depend_on_an_earlier_answer(house: House, lead: Client) -> None:
    key = _tally(lead)
    place = "instruments/opkald/items"
    _add(lead, key, place, "single_choice", text="Kunne det undgås?", standard="yes_no")
    condition = canonical({"question": "kunne_det_undgaas", "is": ["yes"]})
    _add(lead, key, place, "short_text", text="Hvordan?", show_if=condition)
    assert _data(house, key)["instruments"][0]["items"][1] == {
        "kind": "short_text",
        "key": "hvordan",
        "text": "Hvordan?",
        "show_if": {"question": "kunne_det_undgaas", "is": ["yes"]},
    }


def test_the_preview_follows_what_is_written_and_saves_nothing(house: House, lead: Client) -> None:
    key = _tally(lead)
    url = _url("add", key, "instruments/opkald/items") + "?slags=smiley"
    shown = lead.post(url, {"text": "Hvordan går det?"}, headers={"HX-Request": "true"}).content.decode()
    assert "Hvordan går det?" in shown
    assert "<html" not in shown
    assert "items" not in _data(house, key)["instruments"][0]


def test_what_is_removed_can_be_taken_back(house: House, lead: Client) -> None:
    key = _tally(lead)
    before = _data(house, key)
    lead.post(_url("take_away", key), {"place": "instruments", "part": "opkald"})
    assert _data(house, key)["instruments"] == []
    assert "„Opkald“ er fjernet." in lead.get(_url("part", key, "redskaber")).content.decode()
    lead.post(_url("undo", key))
    assert _data(house, key) == before


def test_two_who_save_the_same_part_both_see_what_the_other_wrote(house: House, lead: Client) -> None:
    key = _tally(lead)
    url = _url("change", key, "instruments/opkald")
    seen = digest(canonical(_data(house, key)["instruments"][0]))
    said = {"event": "Hvem?", "buttons": "Borger\nPårørende", "seen": seen}
    assert lead.post(url, {**said, "title": "Kald"}).status_code == 302
    answer = lead.post(url, {**said, "title": "Telefon"})
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "<dd>Kald</dd>" in shown
    assert 'value="Telefon"' in shown
    assert _data(house, key)["instruments"][0]["title"] == "Kald"
    now_seen = digest(canonical(_data(house, key)["instruments"][0]))
    assert now_seen in shown
    assert lead.post(url, {**said, "title": "Telefon", "seen": now_seen}).status_code == 302
    assert _data(house, key)["instruments"][0]["title"] == "Telefon"


def test_a_cpr_number_is_refused_beside_the_field_and_nothing_is_written(house: House, lead: Client) -> None:
    key = _tally(lead)
    answer = lead.post(_url("change", key, "instruments/opkald"), {"title": "010190-1234", "buttons": "A"})
    assert answer.status_code == 422
    assert _data(house, key)["instruments"][0]["title"] == "Opkald"


@pytest.mark.parametrize("place", ["theory", "instruments/opkald/cost", "instruments/opkald", "x"])
def test_a_place_where_nothing_can_stand_is_not_found(lead: Client, place: str) -> None:
    assert lead.get(_url("add", _tally(lead), place)).status_code == 404


def test_the_draft_is_thrown_away(lead: Client) -> None:
    key = _begun(lead)
    lead.post(_url("discard", key))
    assert not PlaybookVersion.objects.exists()


@pytest.mark.parametrize("key", sorted({each.key for each in shelf()}))
def test_every_part_of_the_library_shown_and_saved_unchanged_is_the_same(house: House, key: str) -> None:
    """No second truth: what a form does not know stays as it is."""
    content = next(each for each in shelf() if each.key == key).read().playbook
    assert content is not None
    data = data_of(content)
    places: list[tuple[tuple[str, ...], Any]] = [
        ((name,), row) for name in ("instruments", "measures", "criteria") for row in data.get(name, ())
    ]
    for made in data["instruments"]:
        inner = ("instruments", made["key"])
        places += [
            ((*inner, name), row) for name in ("items", "start", "steps") for row in made.get(name, ())
        ]
    for place, row in places:
        if row.get("kind") in {"section", "group"}:
            continue
        shown = form_for(data, place, row, None)
        sent = {name: value for name in shown.fields if (value := shown[name].value()) not in (None, False)}
        form = form_for(data, place, row, _posted(sent))
        assert form.is_valid(), (place, row["key"], form.errors)
        assert _same(form.write(dict(row), form.cleaned_data)) == _same(row), (place, row["key"])


def _posted(sent: dict[str, Any]) -> Any:
    from django.http import QueryDict

    data = QueryDict(mutable=True)
    for name, value in sent.items():
        data.setlist(
            name,
            [str(each) for each in value] if isinstance(value, list) else [str(value)],
        )
    return data


def _same(part: Any) -> Any:
    """Without what stands at its default, whichever way it is written."""
    from stillads.playbooks.drafting.readable import instrument_of

    if part.get("kind") and (made := instrument_of(part)) is not None:
        return made
    return {k: v for k, v in part.items() if v not in ({"kind": "own"}, "none", "week", "up", "citizen")}


def test_the_editor_costs_the_same_for_three_instruments_as_for_one(house: House, lead: Client) -> None:
    key, url = _begun(lead), _url("part", "ro-om-natten", "redskaber")

    def add() -> None:
        _add(lead, key, "instruments", "survey", title="Spørg")
        lead.get(url)  # what is said once is said

    assert_same_query_count(show=lambda: lead.get(url), add=add)


def test_begun_from_a_published_version_the_draft_can_be_published_again(house: House, lead: Client) -> None:
    lead.post(_url("take_in", "gaavenner"))
    lead.post(_url("draft", "gaavenner"))
    lead.post(
        _url("part", "gaavenner", "regler"), {"decision_rule": "Flere går ture.", "rules": "Gå langsomt"}
    )
    assert "Der mangler ikke noget." in lead.get(_url("edit", "gaavenner")).content.decode()
    lead.post(_url("publish", "gaavenner"))
    assert PlaybookVersion.objects.filter(playbook__key="gaavenner", published_at__isnull=False).count() == 2


def test_a_form_that_is_sent_twice_makes_one_thing(house: House, lead: Client) -> None:
    said = {"title": "Ro", "question": "Bliver der ro?", "theme": "aeldrepleje", "idempotency_key": "k1"}
    assert lead.post(_url("new"), said)["Location"] == lead.post(_url("new"), said)["Location"]
    for _time in range(2):
        _add(lead, "ro", "instruments", "survey", title="Spørg", idempotency_key="k2")
    assert [row["key"] for row in _data(house, "ro")["instruments"]] == ["spoerg"]
