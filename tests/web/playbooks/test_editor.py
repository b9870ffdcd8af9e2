"""The editor: one draft behind every page; nothing typed is lost; what is missing is told with the way to it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.harness.people import House
from tests.harness.queries import assert_same_query_count

from stillads.organisation.policy import CONSULTANT, EMPLOYEE, TRIAL_LEAD
from stillads.playbooks.format.canonical import canonical, digest
from stillads.playbooks.models import PlaybookVersion
from stillads.playbooks.queries.page import draft_of

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


def test_each_kind_of_part_has_its_page_and_is_saved(house: House, lead: Client) -> None:
    lead.post(_url("take_in", "demo-alle-redskaber"))
    lead.post(_url("draft", "demo-alle-redskaber"))
    key = "demo-alle-redskaber"
    before = _data(house, key)
    for place in (
        "windows/week_8", "theory/chain/0", "legal_basis/aeldreloven-10", "house_rules/0",
        "instruments/moving_in/old_way/0", "instruments/moving_in/steps/first_talk/ways/1",
        "instruments/aids/hours/0", "instruments/aids/catalogue/0", "instruments/day_sheet/fields/morning",
        "instruments/absence/columns/sick_days", "instruments/wish_list/areas/meals", "instruments/pulse/items/0",
        "instruments/pulse/items/0/items/day", "instruments/pulse/items/1/items/area/options/meals",
    ):  # fmt: skip
        place = place.replace("chain/0", f"chain/{before['theory']['chain'][0]['key']}")
        place = place.replace("catalogue/0", f"catalogue/{_first(before, 'aids', 'catalogue')}")
        answer = lead.get(_url("change", key, place))
        assert answer.status_code == 200, place
        form = answer.context["form"]
        sent = {name: value for name in form.fields if (value := form[name].value()) not in (None, False)}
        saved = lead.post(_url("change", key, place), sent)
        assert saved.status_code == 302, (place, saved.context["form"].errors)
    assert _data(house, key) == before


def _first(data: Any, instrument: str, name: str) -> str:
    made = next(row for row in data["instruments"] if row["key"] == instrument)
    return str(made[name][0]["key"])


def test_questions_stand_in_a_part_with_a_heading(house: House, lead: Client) -> None:
    key = _tally(lead)
    _add(lead, key, "instruments", "survey", title="Spørg")
    place = "instruments/spoerg/items"
    _add(lead, key, place, "short_text", text="Først?")
    url = _url("add", key, place) + "?slags=section"
    answer = lead.post(url, {"title": "Om dagen"})
    assert answer["Location"] == _url("change", key, f"{place}/1")
    condition = canonical({"question": "foerst", "answered": False})
    _add(lead, key, f"{place}/1/items", "smiley", text="Hvordan?", show_if=condition)
    _add(lead, key, f"{place}/1/items", "group", title="Hvert besøg", at_most="9")
    _add(lead, key, f"{place}/1/items/hvert_besoeg/items", "short_text", text="Hvem?")
    section = _data(house, key)["instruments"][1]["items"][1]
    assert section["items"] == [
        {"kind": "smiley", "key": "hvordan", "text": "Hvordan?", "show_if": {"question": "foerst", "answered": False}},
        {
            "kind": "group", "key": "hvert_besoeg", "title": "Hvert besøg", "at_most": 9,
            "items": [{"kind": "short_text", "key": "hvem", "text": "Hvem?"}],
        },
    ]  # fmt: skip
    barred = lead.get(_url("add", key, f"{place}/1/items/hvert_besoeg/items")).content.decode()
    assert "slags=short_text" in barred and "slags=group" not in barred and "slags=section" not in barred
    assert lead.get(_url("add", key, f"{place}/foerst/items")).status_code == 404


def test_a_bound_wants_its_number_beside_the_field(house: House, lead: Client) -> None:
    key = _tally(lead)
    place = "instruments/opkald/items"
    _add(lead, key, place, "number", text="Hvor mange?")
    chosen = canonical({"question": "hvor_mange", "bound": "at_least"})
    url = _url("add", key, place) + "?slags=short_text"
    refused = lead.post(url, {"text": "Hvorfor?", "show_if": chosen})
    assert refused.status_code == 422
    assert "Skriv det tal, der sammenlignes med." in refused.content.decode()
    _add(lead, key, place, "short_text", text="Hvorfor?", show_if=chosen, show_if_number="2,5")
    assert _data(house, key)["instruments"][0]["items"][1]["show_if"] == {
        "question": "hvor_mange",
        "at_least": "2.5",
    }


def test_a_ready_figure_and_one_put_together_are_not_both_taken(house: House, lead: Client) -> None:
    key = _tally(lead)
    said = {
        "title": "Opkald",
        "perspective": "employee",
        "direction": "down",
        "unit": "opkald",
        "period": "week",
    }
    count = canonical({"instrument": "opkald", "how": "count"})
    _add(lead, key, "measures", what=count, **said)
    url = _url("change", key, "measures/opkald")
    own = {
        "instrument": "opkald",
        "how": "share",
        "where": canonical({"question": "event", "is": ["borger"]}),
    }
    saved = lead.post(url, {**said, "what": count, **own})
    assert saved.status_code == 302
    measure = _data(house, key)["measures"][0]
    assert (measure["how"], measure["where"]) == ("share", {"question": "event", "is": ["borger"]})
    both = lead.post(url, {**said, "what": count, **own, "how": "count"})
    assert both.status_code == 422
    assert "ikke begge dele på én gang" in both.content.decode()


@pytest.mark.parametrize(
    ("place", "said", "field", "reason"),
    [
        ("windows", {"title": "Uge 2", "first_day": "1,5"}, "first_day", "Skriv et helt tal."),
        ("instruments/skranke/hours", {"weekday": "1", "opens": "tidligt"}, "opens", "klokkeslæt"),
    ],
)
def test_what_is_no_number_or_time_is_refused_and_kept(
    lead: Client, place: str, said: dict[str, str], field: str, reason: str
) -> None:
    key = _begun(lead)
    _add(lead, key, "instruments", "desk", title="Skranke", catalogue="Rollator")
    answer = lead.post(_url("add", key, place), said)
    assert answer.status_code == 422
    form = answer.context["form"]
    assert reason in str(form.errors[field])
    assert form[field].value() == said[field]
