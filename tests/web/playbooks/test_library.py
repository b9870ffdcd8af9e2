"""The library, a playbook's page, its versions, forms and file."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.harness.people import House
from tests.harness.playbooks import playbook
from tests.harness.queries import assert_same_query_count

from stillads.kernel.clock import now
from stillads.organisation.policy import CONSULTANT, EMPLOYEE, TRIAL_LEAD
from stillads.playbooks.actions.versions import begin_draft, publish_playbook
from stillads.playbooks.library import shelved
from stillads.playbooks.models import PlaybookVersion
from stillads.playbooks.reading import read_playbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(house: House) -> Client:
    return house.client(TRIAL_LEAD)


def _publish(house: House, **changes: object) -> PlaybookVersion:
    content = playbook(**changes)  # type: ignore[arg-type]
    return publish_playbook(content=content, viewer=house.viewer(CONSULTANT), at=now())


def _text(client: Client, name: str, *args: object) -> str:
    answer = client.get(reverse(f"playbooks:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_shows_question_time_and_version(house: House, lead: Client) -> None:
    _publish(house)
    shown = _text(lead, "library")
    assert "Alle redskaber" in shown
    assert "Virker redskaberne?" in shown
    assert "8 min." in shown  # 15 s × 20 and 60 s × 3
    assert "Version 1" in shown


def test_the_search_finds_by_a_part_of_the_question(house: House, lead: Client) -> None:
    _publish(house)
    url = reverse("playbooks:library")
    assert "Alle redskaber" in lead.get(url, {"q": "redskaberne"}).content.decode()
    assert "Ingen drejebog passer på det." in lead.get(url, {"q": "hestevogn"}).content.decode()


def test_drafts_are_for_those_who_may_write(house: House, lead: Client) -> None:
    begin_draft(key="ny-ide", title="En ny idé", viewer=house.viewer(CONSULTANT), at=now())
    assert "En ny idé" in _text(lead, "library")
    assert "En ny idé" not in _text(house.client(EMPLOYEE), "library")


def test_the_list_costs_the_same_for_three_as_for_one(house: House, lead: Client) -> None:
    keys = iter(["en", "to", "tre"])
    assert_same_query_count(
        show=lambda: _text(lead, "library"), add=lambda: _publish(house, key=f"drejebog-{next(keys)}")
    )


def test_one_of_the_library_is_taken_in_once(lead: Client) -> None:
    url = reverse("playbooks:take_in", args=["gaavenner"])
    assert url in _text(lead, "library")
    for _time in range(2):
        assert lead.post(url).status_code == 302
    assert PlaybookVersion.objects.filter(playbook__key="gaavenner").count() == 1
    assert PlaybookVersion.objects.get(playbook__key="gaavenner").playbook.origin == "library"
    assert url not in _text(lead, "library")


def test_who_may_not_write_takes_nothing_in(house: House) -> None:
    answer = house.client(EMPLOYEE).post(reverse("playbooks:take_in", args=["gaavenner"]))
    assert answer.status_code == 403
    assert not PlaybookVersion.objects.exists()


def test_the_page_tells_theory_instruments_measures_and_expectations(house: House, lead: Client) -> None:
    _publish(house)
    shown = _text(lead, "playbook", "alle-redskaber")
    for words in (
        "Vi lytter",
        "Samtalen",
        "Straksvisitation",
        "Hvor stor en andel i „Opkald“ hvor „Kunne opkaldet være undgået?“ er Ja, pr. uge (%).",
        "Færre opkald, der kunne være undgået",
        "Lyt først",
        "Falder andelen, udbredes det.",
    ):
        assert words in shown


def test_every_instrument_is_shown_as_on_the_phone(house: House, lead: Client) -> None:
    _publish(house)
    for made in playbook().instruments:
        shown = _text(lead, "preview", "alle-redskaber", 1, made.key)
        assert 'class="phone"' in shown
    assert "Hvem ringede?" in _text(lead, "preview", "alle-redskaber", 1, "calls")


def test_two_versions_and_what_changed_between_them(house: House, lead: Client) -> None:
    _publish(house)
    _publish(house, target_group="Beboere og pårørende")
    assert reverse("playbooks:changes", args=["alle-redskaber", 1, 2]) in _text(
        lead, "playbook", "alle-redskaber"
    )
    assert "Beboere og pårørende" in _text(lead, "changes", "alle-redskaber", 1, 2)
    assert "Du læser version 1. Der er kommet en nyere." in _text(lead, "version", "alle-redskaber", 1)
    assert lead.get(reverse("playbooks:version", args=["alle-redskaber", 3])).status_code == 404


def test_the_file_read_again_is_the_same_playbook(lead: Client) -> None:
    there = shelved("gaavenner")
    assert there is not None
    lead.post(reverse("playbooks:take_in", args=["gaavenner"]))
    answer = lead.get(reverse("playbooks:file", args=["gaavenner", 1]))
    assert answer["Content-Disposition"] == 'attachment; filename="gaavenner-1.yaml"'
    assert read_playbook(answer.content).playbook == there.read().playbook


def test_the_demo_of_the_library_is_shown_whole(lead: Client) -> None:
    assert shelved("demo-alle-redskaber") is not None
    lead.post(reverse("playbooks:take_in", args=["demo-alle-redskaber"]))
    shown = _text(lead, "playbook", "demo-alle-redskaber")
    assert "Et godt døgn på plejecentret" in shown
