"""One question at a time, without scripts: forth, back, errors in place, sent once, and doors that are shut."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward
from tests.harness.surveying import wave_of

from stillads.capture.actions.surveys.open_links import open_link
from stillads.capture.links import address_of, token_of_link
from stillads.capture.models import Asked, Entry, Wave
from stillads.kernel.rules import RuleError
from stillads.web.surveys import draft
from stillads.web.surveys.draft import Draft

SEND = 6  # after five questions there can be


def _post(client: Client, token: str, number: int, **said: Any) -> Any:
    return client.post(f"/svar/{token}/{number}/", said)


def _walk(client: Client, token: str) -> Any:
    """Who, mood, heard, no wish."""
    client.get(f"/svar/{token}/1/")
    _post(client, token, 1, who_answered="with_relative")
    _post(client, token, 2, mood="4")
    _post(client, token, 3, heard="dont_know")
    _post(client, token, 4, wish="")
    return _post(client, token, SEND)


def test_the_address_in_letters_is_the_page(client: Client, token: str) -> None:
    assert address_of(token).endswith(f"/svar/{token}/")
    page = client.get(f"/svar/{token}/").content.decode()
    assert "Velfærdssamtale" in page and "Tavlemødet ser tallene hver fredag." in page


def test_a_relative_answers_by_link_and_is_thanked(client: Client, token: str) -> None:
    sent = _walk(client, token)
    assert (sent.status_code, sent["Location"]) == (302, f"/svar/{token}/tak/")
    entry = Entry.objects.get()
    assert entry.answers == {"mood": 4, "heard": "dont_know"}
    assert (entry.answered_by, entry.source) == ("with_relative", "link")
    thanks = client.get(sent["Location"]).content.decode()
    assert "Tak. Dit svar er gemt." in thanks and "Tavlemødet ser tallene hver fredag." in thanks
    assert "stillads_svar0" not in client.cookies or client.cookies["stillads_svar0"].value == ""


def test_a_question_that_depends_on_an_answer_comes_only_then(client: Client, token: str) -> None:
    client.get(f"/svar/{token}/1/")
    _post(client, token, 1, who_answered="self")
    _post(client, token, 2, mood="4")
    _post(client, token, 3)
    to_area = _post(client, token, 4, wish="Kaffe kl. 6")
    assert to_area["Location"] == f"/svar/{token}/5/"
    back = client.get(f"/svar/{token}/4/").content.decode()
    assert "Kaffe kl. 6" in back and "Spørgsmål 4 af 5" in back
    assert _post(client, token, 5, wish_area="meals")["Location"] == f"/svar/{token}/{SEND}/"
    review = client.get(f"/svar/{token}/{SEND}/").content.decode()
    assert "Jeg svarer selv" in review and "Kaffe kl. 6" in review and "Måltider" in review
    done = _post(client, token, SEND)
    assert done["Location"] == f"/svar/{token}/tak/"
    assert Entry.objects.get(form="answer").answers == {
        "mood": 4,
        "wish": "Kaffe kl. 6",
        "wish_area": "meals",
    }


def test_what_is_wrong_stands_beside_the_question_and_what_was_typed_stays(
    client: Client, token: str
) -> None:
    client.get(f"/svar/{token}/1/")
    nothing = _post(client, token, 1)
    assert nothing.status_code == 422 and "Det skal besvares." in nothing.content.decode()
    _post(client, token, 1, who_answered="self")
    _post(client, token, 2, mood="4")
    _post(client, token, 3)
    cpr = _post(client, token, 4, wish="Ring til 010145-1234")
    assert cpr.status_code == 422 and "Ring til 010145-1234" in cpr.content.decode()


def test_whoever_jumps_to_the_end_is_led_back_to_what_is_missing(client: Client, token: str) -> None:
    client.get(f"/svar/{token}/1/")
    back = _post(client, token, SEND)
    assert back["Location"] == f"/svar/{token}/1/?mangler=1"
    page = client.get(back["Location"])
    assert "Det skal besvares." in page.content.decode()
    assert not Entry.objects.exists()


def test_sent_twice_is_one_answer_and_the_link_says_so(client: Client, token: str) -> None:
    _walk(client, token)
    again = Client()
    assert "Tak. Der er allerede svaret" in again.get(f"/svar/{token}/").content.decode()
    shut = again.get(f"/svar/{token}/2/")
    assert shut.status_code == 200 and "Tak. Der er allerede svaret" in shut.content.decode()
    assert Entry.objects.count() == 1


def test_an_open_link_sent_twice_from_one_page_is_one_answer(client: Client, ward: Ward) -> None:
    link = open_link(
        deployment=ward.deployment("talks").public_id, kind="kiosk", viewer=ward.manager, at=NOON
    )
    token = token_of_link(link)
    client.get(f"/svar/{token}/1/")
    for number, said in ((1, {"who_answered": "self"}), (2, {"mood": "5"}), (3, {}), (4, {"wish": ""})):
        _post(client, token, number, **said)
    before = {name: client.cookies[name].value for name in client.cookies if name.startswith("stillads_svar")}
    assert _post(client, token, SEND)["Location"] == f"/svar/{token}/tak/"
    for name, value in before.items():  # the second tap of a double tap has the same cookie
        client.cookies[name] = value
        client.cookies[name]["path"] = f"/svar/{token}/"
    assert _post(client, token, SEND)["Location"] == f"/svar/{token}/tak/"
    assert Entry.objects.count() == 1
    assert "Næste person" in client.get(f"/svar/{token}/tak/").content.decode()


def test_where_too_much_comes_from_one_network_what_was_answered_stays(
    client: Client, ward: Ward, settings: LazySettings, freeze: Freeze
) -> None:
    settings.STILLADS_ANSWERS_AN_HOUR = 0
    link = open_link(
        deployment=ward.deployment("talks").public_id, kind="kiosk", viewer=ward.manager, at=NOON
    )
    token = token_of_link(link)
    refused = _walk(client, token)
    assert refused.status_code == 429
    assert "send igen efter kl. 13.00" in refused.content.decode()
    assert (
        "Borgeren" not in refused.content.decode()
        and "Jeg får hjælp af en pårørende" in refused.content.decode()
    )
    assert not Entry.objects.exists()
    settings.STILLADS_ANSWERS_AN_HOUR = 1
    freeze(NOON + timedelta(hours=1))
    assert _post(client, token, SEND)["Location"] == f"/svar/{token}/tak/"
    assert Entry.objects.get().answers == {"mood": 4, "heard": "dont_know"}


def test_somebody_would_rather_not_be_asked(client: Client, token: str, ward: Ward) -> None:
    assert f"/svar/{token}/nej-tak/" in client.get(f"/svar/{token}/").content.decode()
    assert "Det er helt i orden." in client.get(f"/svar/{token}/nej-tak/").content.decode()
    assert Asked.objects.get().declined_why == ""  # looking is not saying
    assert "Vi spørger dig ikke mere om det her." in client.post(f"/svar/{token}/nej-tak/").content.decode()
    assert Asked.objects.get().declined_why == "never"
    link = open_link(
        deployment=ward.deployment("talks").public_id, kind="kiosk", viewer=ward.manager, at=NOON
    )
    kiosk = token_of_link(link)
    assert "nej-tak" not in client.get(f"/svar/{kiosk}/").content.decode()
    assert client.post(f"/svar/{kiosk}/nej-tak/").status_code == 200
    assert Asked.objects.count() == 1


def test_each_shut_door_has_its_own_words(client: Client, token: str, ward: Ward, freeze: Freeze) -> None:
    foreign = client.get("/svar/noget-helt-andet-end-en-kode/")
    assert foreign.status_code == 404 and "Vi kender ikke dette link" in foreign.content.decode()
    client.get(f"/svar/{token}/1/")
    Wave.objects.filter(pk=wave_of(ward, "talks").pk).update(closes_on=(NOON - timedelta(days=1)).date())
    meanwhile = _post(client, token, 1, who_answered="self")
    assert meanwhile.status_code == 410
    said = meanwhile.content.decode()
    assert "Der er lukket for svar" in said and "Det, du lige har svaret, er ikke gemt." in said
    freeze(NOON + timedelta(days=100))
    late = client.get(f"/svar/{token}/")
    assert late.status_code == 410 and "Linket gælder ikke længere" in late.content.decode()


def test_the_page_before_a_wave_says_when(client: Client, ward: Ward, freeze: Freeze) -> None:
    link = open_link(
        deployment=ward.deployment("talks").public_id, kind="kiosk", viewer=ward.manager, at=NOON
    )
    Wave.objects.filter(pk=wave_of(ward, "talks").pk).update(opens_on=(NOON + timedelta(days=2)).date())
    early = client.get(f"/svar/{token_of_link(link)}/").content.decode()
    assert "Der er ikke åbent endnu" in early and "8. maj 2026" in early


def test_long_answers_fit_and_too_long_ones_are_told(client: Client, rf: Any) -> None:
    words = " ".join(f"ord{number}" for number in range(700))
    response = draft.write(HttpResponse(), "t", Draft({"words": [words]}, "k" * 20))
    request = rf.get("/")
    request.COOKIES = {name: morsel.value for name, morsel in response.cookies.items()}
    assert draft.read(request).raw == {"words": [words]}
    request.COOKIES["stillads_svar0"] = "forged"
    assert draft.read(request).raw == {}
    with pytest.raises(RuleError):
        draft.write(HttpResponse(), "t", Draft({"w": [" ".join(str(n * 7919) for n in range(9000))]}))


def test_no_log_of_the_server_holds_a_links_address(
    client: Client, token: str, caplog: pytest.LogCaptureFixture, freeze: Freeze
) -> None:
    client.get(f"/svar/{token}/1/")
    assert _post(client, token, 1).status_code == 422
    freeze(NOON + timedelta(days=100))
    assert client.get(f"/svar/{token}/").status_code == 410
    assert token not in caplog.text
