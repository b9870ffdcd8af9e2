"""Giving an idea without log-in, and following it on the private link."""

import pytest
from django.test import Client
from tests.harness.people import House
from tests.ideas.conftest import WHY

from stillads.ideas.actions import decline, mark_chosen, tell_givers
from stillads.ideas.models import Idea, IdeaGiver
from stillads.kernel.clock import now
from stillads.notices.models import Notice

pytestmark = pytest.mark.django_db
FORM = {
    "idempotency_key": "k1",
    "text": "Flere bænke på stien",
    "source": "citizen",
    "channel": "email",
    "email": "anna@example.dk",
    "name": "Anna",
}


def _give(client: Client, **changes: str) -> str:
    answer = client.post("/ideer/giv/", FORM | changes)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_anybody_can_give_an_idea_and_sees_the_private_link(client: Client, house: House) -> None:
    assert client.get("/ideer/giv/").status_code == 200
    page = client.get(_give(client)).content.decode()
    giver = IdeaGiver.objects.get()
    assert giver.idea.title in page
    assert "Adressen er kun din" in page
    assert Notice.objects.get().subject == "Tak for din idé"


@pytest.mark.parametrize("source", ["citizen", "relative", "employee", "leader", "workshop"])
def test_everybody_says_who_they_are(client: Client, house: House, source: str) -> None:
    _give(client, source=source)
    assert Idea.objects.get().source == source


def test_the_form_sent_twice_gives_one_idea_and_the_same_page(client: Client, house: House) -> None:
    assert _give(client) == _give(client)
    assert (Idea.objects.count(), Notice.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"text": ""}, "Skriv, hvad ideen går ud på."),
        ({"text": "Fru Holm 010203-1234"}, "CPR-nummer"),
        ({"source": ""}, "Vælg, hvem du er."),
        ({"channel": ""}, "Vælg, hvordan du vil høre nyt."),
        ({"email": ""}, "Skriv din e-mailadresse"),
        ({"email": "anna"}, "for eksempel anna@example.dk"),
        ({"channel": "letter"}, "Skriv vej, nummer, postnummer og by."),
        ({"channel": "poster"}, "Vælg, hvor opslaget skal hænge."),
    ],
)
def test_what_is_missing_is_said_beside_the_field_and_nothing_typed_is_lost(
    client: Client, house: House, changes: dict[str, str], said: str
) -> None:
    answer = client.post("/ideer/giv/", FORM | {"title": "Min overskrift"} | changes)
    page = answer.content.decode()
    assert (answer.status_code, Idea.objects.count()) == (422, 0)
    assert said in page
    assert "Min overskrift" in page
    assert (FORM | changes)["text"] in page


def test_a_machine_that_falls_into_the_trap_is_thanked_and_nothing_is_saved(
    client: Client, house: House
) -> None:
    assert _give(client, website="https://example.com") == "/ideer/giv/tak/"
    assert client.get("/ideer/giv/tak/").status_code == 200
    assert Idea.objects.count() == 0


def test_too_many_ideas_from_one_address_are_refused_with_a_reason(
    client: Client, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stillads.ideas.actions.submit.MOST_AN_HOUR", 1)
    _give(client)
    answer = client.post("/ideer/giv/", FORM | {"idempotency_key": "k2"})
    assert (answer.status_code, Idea.objects.count()) == (422, 1)
    assert "Vent lidt" in answer.content.decode()


def test_an_employee_is_known_as_one_and_gives_without_limit(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stillads.ideas.actions.submit.MOST_AN_HOUR", 0)
    employee = house.client("employee")
    assert employee.get("/ideer/giv/").context["form"].initial == {"source": "employee"}
    _give(employee)


def test_the_private_page_tells_what_became_of_it_in_plain_words(client: Client, house: House) -> None:
    link = _give(client).removesuffix("tak/")
    assert "bliver læst af et menneske" in client.get(link).content.decode()
    idea = Idea.objects.get()
    decline(idea=idea.public_id, reason=WHY, viewer=house.viewer("consultant"), at=now())
    answer = client.get(link)
    page = answer.content.decode()
    assert "Vi går ikke videre med din idé" in page
    assert WHY in page
    assert "consultant" not in page
    assert "no-store" in answer["Cache-Control"]


def test_after_the_decision_the_way_is_at_its_end(client: Client, house: House) -> None:
    link = _give(client).removesuffix("tak/")
    consultant = house.viewer("consultant")
    idea = Idea.objects.get()
    mark_chosen(idea=idea, viewer=consultant, at=now(), trial_title="Bænke", trial_key="t1")
    assert "Din idé er valgt til en prøvehandling" in client.get(link).content.decode()
    tell_givers(
        ideas=[idea], headline="Det blev til noget", text="Bænkene bliver.", dedup_key="decision:d1",
        viewer=consultant, at=now(),
    )  # fmt: skip
    page = client.get(link).content.decode()
    assert "Der er truffet en beslutning" in page
    assert "Bænkene bliver." in page


@pytest.mark.parametrize(
    ("key", "said", "now_at"),
    [
        ("phase:p1:running", "Din idé bliver prøvet af i praksis.", "Den bliver prøvet af i praksis"),
        ("phase:p1:evaluated", "Din idé er prøvet af.", "Vi fortæller dig, hvad vi lærte"),
        ("booklet:2022-2", "Din idé er prøvet af.", "Vi fortæller dig, hvad vi lærte"),
        ("dropped:t1:3", "Prøvehandlingen med din idé er stoppet.", "Prøvehandlingen blev stoppet"),
    ],
)
def test_the_way_of_a_chosen_idea_follows_its_trial(
    client: Client, house: House, key: str, said: str, now_at: str
) -> None:
    link = _give(client).removesuffix("tak/")
    consultant = house.viewer("consultant")
    idea = Idea.objects.get()
    mark_chosen(idea=idea, viewer=consultant, at=now(), trial_title="Bænke", trial_key="t1")
    tell_givers(
        ideas=[idea], headline="Nyt", text="Nyt.", dedup_key=key, viewer=consultant, at=now()
    )  # fmt: skip
    page = client.get(link).content.decode()
    assert said in page
    assert now_at in page[page.index("step-now") :].split("</li>")[0]


def test_a_wrong_link_leads_nowhere(client: Client, db: None) -> None:
    assert client.get("/ideer/min/wrong/").status_code == 404
    assert client.get("/ideer/min/wrong/tak/").status_code == 404


def test_a_poster_is_hung_where_the_giver_chose(client: Client, house: House) -> None:
    unit = house.unit("toftegården")
    _give(client, channel="poster", poster_unit=unit.public_id)
    assert IdeaGiver.objects.get().poster_unit == unit
