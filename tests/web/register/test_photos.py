"""A photo is one of the questions: in every form, with words and permission, kept once, gone when taken back."""

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import reverse
from PIL import Image
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward, new_ward
from tests.harness.playbooks import playbook_data
from tests.harness.surveying import loaded, wave_of

from stillads.audit.models import AuditEvent
from stillads.capture.actions.cases.starting import start_case
from stillads.capture.actions.entries import void
from stillads.capture.actions.surveys.drawing import draw_wave
from stillads.capture.links import token_of_asked
from stillads.capture.models import Asked, Entry
from stillads.kernel.viewer import system_viewer
from stillads.media.actions.waiting import forget_waiting
from stillads.media.models import MediaFile
from stillads.organisation.policy import CONSULTANT, EMPLOYEE

PICTURE = {"kind": "photo", "key": "picture", "text": "Foto af badet"}
WORDS = {"picture-shows": "En badestol", "picture-people": "no_people"}


@pytest.fixture(autouse=True)
def place(tmp_path: Path) -> Iterator[Path]:
    storages = settings.STORAGES | {"default": {"OPTIONS": {"location": tmp_path}}}
    with override_settings(STORAGES=storages):
        yield tmp_path


@pytest.fixture
def ward(db: None, freeze: Freeze) -> Ward:
    """Every form that can ask for a photo does."""
    freeze(NOON)
    instruments = {made["key"]: made for made in playbook_data()["instruments"]}
    instruments["calls"]["items"].append(PICTURE)
    instruments["talks"]["items"].insert(1, PICTURE)
    instruments["flow"]["steps"][0]["items"].append(PICTURE)
    instruments["desk"]["delivery"].append(PICTURE)
    return new_ward(instruments=list(instruments.values()))


@pytest.fixture
def client(ward: Ward) -> Client:
    return ward.house.client_of(ward.nurse)


def _photo(colour: str = "#8aa") -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (32, 24), colour).save(out, "PNG")
    return SimpleUploadedFile("bad.png", out.getvalue(), "image/png")


def _tap(ward: Ward, client: Client, key: str = "k1", **said: Any) -> Any:
    url = reverse("register:more", args=[ward.deployment("calls").public_id])
    return client.post(url, {"event": "citizen", "days_back": "0", "idempotency_key": key, **said})


def _served(client: Client, entry: Entry) -> Any:
    return client.get(reverse("register:photo", args=[entry.public_id, entry.answers["picture"]]))


def test_a_tap_with_a_photo_is_kept_once_and_seen_by_those_who_may(ward: Ward, client: Client) -> None:
    for _twice in range(2):
        assert _tap(ward, client, picture=_photo(), **WORDS).status_code == 302
    entry, file = Entry.objects.get(), MediaFile.objects.get()
    assert (entry.answers["picture"], file.alt_text, file.waiting_since) == (
        file.public_id,
        "En badestol",
        None,
    )
    shown = _served(client, entry)
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/png")
    assert AuditEvent.objects.get(verb="capture.photo.look").data == {"entry": entry.public_id}
    assert _served(ward.house.client(EMPLOYEE, "toftegaarden"), entry).status_code == 403
    trial, phase = ward.phase.trial.public_id, ward.phase.public_id
    place = ward.deployment("calls").public_id
    listed = ward.house.client(CONSULTANT).get(reverse("trials:entries", args=[trial, phase, place]))
    assert reverse("register:photo", args=[entry.public_id, file.public_id]) in listed.content.decode()


def test_what_else_is_missing_costs_nobody_the_photo(ward: Ward, client: Client) -> None:
    bare = _tap(ward, client, picture=_photo())
    assert bare.status_code == 422 and MediaFile.objects.count() == 0
    html = bare.content.decode()
    assert "Vælg, om der er mennesker på billedet" in html
    wrong = _tap(ward, client, picture=_photo(), minutes="længe", **WORDS)
    held = MediaFile.objects.get()
    assert wrong.status_code == 422 and held.waiting_since == NOON
    html = wrong.content.decode()
    assert "Fotoet er gemt." in html and f'value="{held.public_id}"' in html and "picture-shows" not in html
    assert _tap(ward, client, picture=held.public_id, minutes="4").status_code == 302
    assert Entry.objects.get().answers == {
        "event": "citizen",
        "minutes": 4,
        "picture": held.public_id,
    }


def test_another_photo_takes_the_place_of_the_one_kept(ward: Ward, client: Client) -> None:
    _tap(ward, client, picture=_photo(), minutes="længe", **WORDS)
    held = MediaFile.objects.get().public_id
    again = _tap(ward, client, picture=held, minutes="4", **{"other-picture": "1"}).content.decode()
    assert 'type="file"' in again and held not in again and "picture-shows" in again
    assert Entry.objects.count() == 0


def test_a_photo_of_another_registration_is_refused(ward: Ward, client: Client) -> None:
    _tap(ward, client, picture=_photo(), **WORDS)
    stolen = _tap(ward, client, "k2", picture=MediaFile.objects.get().public_id)
    assert stolen.status_code == 422
    assert "Fotoet har ventet for længe og er væk. Tag det igen." in stolen.content.decode()


def test_taken_back_the_photo_is_gone_and_never_sent_it_goes_by_itself(ward: Ward, client: Client) -> None:
    _tap(ward, client, picture=_photo(), **WORDS)
    entry = Entry.objects.get()
    void(entry=entry.public_id, reason="Forkert", viewer=ward.employee, at=NOON)
    assert _served(client, entry).status_code == 404
    _tap(ward, client, "k2", picture=_photo("#123"), minutes="længe", **WORDS)
    assert forget_waiting(NOON + timedelta(days=1)) == 0
    assert forget_waiting(NOON + timedelta(days=3)) == 1
    assert MediaFile.objects.filter(removed_at=None).count() == 0


def test_a_step_of_a_case_and_a_delivery_carry_a_photo(ward: Ward, client: Client) -> None:
    case = start_case(
        deployment=ward.deployment("flow").pk, participant=ward.participant().public_id, raw={},
        idempotency_key="c1", viewer=ward.employee, at=NOON,
    )  # fmt: skip
    said = {"starts": "yes", "picture": _photo(), "version": "1", "idempotency_key": "s1", **WORDS}
    assert client.post(reverse("cases:take", args=[case.public_id]), said).status_code == 302
    entry = Entry.objects.get(form="first_meeting")
    page = client.get(reverse("cases:case", args=[case.public_id])).content.decode()
    assert reverse("register:photo", args=[entry.public_id, entry.answers["picture"]]) in page
    note = {"item": "walker", "went": "fine", "picture": _photo("#abc"), **WORDS}
    desk = ward.deployment("desk").public_id
    assert client.post(reverse("desk:delivery", args=[desk]), note).status_code == 302
    entry = Entry.objects.get(form="delivery")
    assert (
        reverse("register:photo", args=[entry.public_id, entry.answers["picture"]])
        in client.get(reverse("desk:notes", args=[desk])).content.decode()
    )


def test_an_answer_by_link_carries_a_photo(ward: Ward) -> None:
    ward.participant()
    draw_wave(wave_of(ward, "talks"), viewer=system_viewer("test"), at=NOON)
    token, client = token_of_asked(loaded(Asked.objects.select_related("wave").get())), Client()
    client.get(f"/svar/{token}/1/")
    client.post(f"/svar/{token}/1/", {"who_answered": "self"})
    client.post(f"/svar/{token}/2/", {"mood": "4"})
    assert client.post(f"/svar/{token}/3/", {"picture": _photo()}).status_code == 422
    assert client.post(f"/svar/{token}/3/", {"picture": _photo(), **WORDS}).status_code == 302
    assert "Fotoet er gemt." in client.get(f"/svar/{token}/3/").content.decode()
    done = client.post(f"/svar/{token}/7/")
    assert done["Location"] == f"/svar/{token}/tak/"
    held = MediaFile.objects.get()
    assert Entry.objects.get().answers == {"mood": 4, "picture": held.public_id}
    assert (held.waiting_since, held.uploaded_by) == (None, "Offentligheden")


def test_a_conversation_that_staff_note_carries_a_photo(ward: Ward, client: Client) -> None:
    who = ward.participant()
    url = reverse("asking:talk", args=[ward.deployment("talks").public_id, who.public_id])
    said = {"who_answered": "self", "mood": "4", "picture": _photo(), "idempotency_key": "talk-one", **WORDS}
    assert client.post(url, said).status_code == 302
    assert Entry.objects.get().answers["picture"] == MediaFile.objects.get().public_id
