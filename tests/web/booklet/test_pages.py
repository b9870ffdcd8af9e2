"""The pages of the booklet, by every kind of reader."""

from typing import Any
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.booklet.making import SYSTEM, TEXT, first_phase, imported_round
from tests.harness.people import House
from tests.harness.queries import queries_of

from stillads.booklet.actions.publish import publish_edition
from stillads.booklet.actions.render import render_missing
from stillads.booklet.models import Booklet, Edition
from stillads.evaluation.models import Evaluation
from stillads.kernel.clock import now
from stillads.trials.models import Phase, Round, Trial

pytestmark = pytest.mark.django_db
OVERVIEW = "/haefte/runde/2023-1/"


def _published(number: int = 1) -> Edition:
    edition = publish_edition(round_key="2023-1", number=number, note="", viewer=SYSTEM, at=now())
    render_missing(edition.public_id)
    return edition


def _text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_the_overview_says_that_everything_is_there(house: House) -> None:
    imported_round()
    page = house.client("consultant").get(OVERVIEW)
    assert page.context["shown"].answer == "Det hele er der. Hæftet kan udgives."
    assert [(row.number, row.title) for row in page.context["shown"].chapters] == [
        (1, "Kaffe før klokken syv"),
        (2, "Én liste over hjælpemidler"),
        (3, "Gåture i vinterens mørke"),
    ]


def test_the_button_says_what_is_missing(house: House) -> None:
    imported_round()
    Evaluation.objects.filter(phase__order_in_round=1).update(state="draft")
    page = house.client("consultant").get(OVERVIEW)
    assert page.context["shown"].answer == "Ét af 3 kapitler er ikke godkendt endnu."
    assert "Én evaluering er ikke godkendt endnu." in _text(page)


def test_an_employee_sees_the_booklet_but_cannot_publish_or_write(house: House) -> None:
    imported_round()
    client = house.client("employee")
    shown = client.get(OVERVIEW).context["shown"]
    assert (shown.may_publish, shown.may_edit) == (False, False)
    assert client.get(f"{OVERVIEW}udgiv/").status_code == 403
    assert client.get(f"{OVERVIEW}forord/").status_code == 403
    assert client.get("/haefte/indlaes/").status_code == 403


def test_the_overview_costs_the_same_with_one_trial_and_with_three(house: House) -> None:
    imported_round()
    client = house.client("consultant")
    client.get(OVERVIEW)
    three = len(queries_of(lambda: client.get(OVERVIEW)))
    Phase.objects.exclude(order_in_round=1).update(state="stopped")
    assert len(queries_of(lambda: client.get(OVERVIEW))) == three


def test_publishing_by_the_button_and_reading_without_log_in(house: House) -> None:
    imported_round()
    client = house.client("consultant")
    sent = client.post(f"{OVERVIEW}udgiv/", {"number": 1, "note": "Første udgave"})
    assert sent["Location"] == OVERVIEW
    assert Edition.objects.get().note == "Første udgave"
    page = Client().get("/haefte/2023-1/")
    assert page.status_code == 200
    assert "Kaffe før klokken syv" in _text(page)
    assert page.context["links"] == []


def test_where_nothing_has_changed_the_button_says_so_before_it_is_pressed(house: House) -> None:
    imported_round()
    _published()
    client = house.client("consultant")
    said = "Der er ikke ændret noget siden den nyeste udgave."
    assert client.get(OVERVIEW).context["shown"].refusal == said
    assert said in _text(client.get(f"{OVERVIEW}udgiv/"))
    Booklet.objects.update(title="Ny titel")
    assert client.get(OVERVIEW).context["shown"].refusal == ""


def test_the_files_are_handed_out_to_everybody_when_they_are_there() -> None:
    imported_round()
    _published()
    client = Client()
    assert [label for label, _url in client.get("/haefte/2023-1/udgave/1/").context["links"]] == [
        "PDF",
        "PDF med stor skrift",
        "Word",
        "Webside i én fil",
    ]
    answer = client.get("/haefte/2023-1/udgave/1/hent/large-print/")
    assert answer["Content-Disposition"] == 'attachment; filename="haefte-2023-1-udgave-1-stor-skrift.pdf"'
    assert answer.content.startswith(b"%PDF-")


def test_the_part_that_shows_progress_stops_asking_when_all_is_there(house: House) -> None:
    imported_round()
    edition = publish_edition(round_key="2023-1", number=1, note="", viewer=SYSTEM, at=now())
    client = house.client("consultant")
    before = client.get(f"{OVERVIEW}udgave/1/filer/")
    assert "0 af 4" in _text(before)
    assert 'hx-get="/haefte/runde/2023-1/udgave/1/filer/"' in _text(before)
    render_missing(edition.public_id)
    assert "hx-get" not in _text(client.get(f"{OVERVIEW}udgave/1/filer/"))


def test_an_older_edition_points_to_the_newer() -> None:
    imported_round()
    _published()
    Booklet.objects.update(title="Anden titel")
    _published(2)
    assert "Der er en nyere udgave af hæftet." in _text(Client().get("/haefte/2023-1/udgave/1/"))
    assert "Anden titel" in _text(Client().get("/haefte/2023-1/"))
    shelf = Client().get("/haefte/").context["rows"]
    assert [row.url for row in shelf] == ["/haefte/2023-1/"]


@pytest.mark.parametrize(
    "address",
    [
        "/haefte/2023-1/",
        "/haefte/2023-1/udgave/1/",
        "/haefte/2023-1/udgave/1/hent/pdf/",
        "/haefte/2023-1/udgave/1/hent/odt/",
        "/haefte/1999-9/",
    ],
)
def test_what_is_not_published_is_not_found(address: str) -> None:
    imported_round()
    assert Client().get(address).status_code == 404


def test_an_empty_shelf_says_so() -> None:
    assert "Her er ikke noget at læse endnu." in _text(Client().get("/haefte/"))


def test_the_preview_is_marked_as_a_draft_and_needs_a_log_in(house: House) -> None:
    imported_round()
    assert Client().get(f"{OVERVIEW}kladde/").status_code == 302
    page = house.client("manager").get(f"{OVERVIEW}kladde/")
    assert "Det her er en kladde." in _text(page)
    assert "Kaffe før klokken syv" in _text(page)


def test_the_preview_says_at_once_what_was_changed(house: House) -> None:
    trial = first_phase(imported_round()).trial
    client = house.client("manager")
    client.get(f"{OVERVIEW}kladde/")
    trial.title = "Te før klokken syv"
    trial.save()
    page = client.get(f"{OVERVIEW}kladde/")
    assert "Te før klokken syv" in _text(page)
    assert "Kaffe før klokken syv" not in _text(page)


def test_a_preview_is_not_made_twice(house: House) -> None:
    imported_round()
    client = house.client("manager")
    first = client.get(f"{OVERVIEW}kladde/")
    with patch("stillads.booklet.compiling.preview.document_of", side_effect=AssertionError):
        again = client.get(f"{OVERVIEW}kladde/")
    assert again.context["document"] == first.context["document"]


@pytest.mark.parametrize("form", ["pdf", "large-print", "docx", "html"])
def test_the_preview_can_be_fetched_in_every_form(house: House, form: str) -> None:
    imported_round()
    answer = house.client("manager").get(f"{OVERVIEW}kladde/hent/{form}/")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith('attachment; filename="haefte-2023-1-kladde')


def test_the_sheet_for_the_board_is_a_pdf(house: House) -> None:
    phase = first_phase(imported_round())
    answer = house.client("employee").get(f"{OVERVIEW}tavle/{phase.public_id}/")
    assert answer["Content-Disposition"] == 'attachment; filename="tavle-2023-1-1.pdf"'
    assert answer.content.startswith(b"%PDF-")


def test_a_foreword_is_saved_and_a_late_one_is_refused_with_its_words_kept(house: House) -> None:
    imported_round()
    client = house.client("consultant")
    words = {"title": "Ny", "foreword": "Mit forord.", "version": 1}
    assert client.post(f"{OVERVIEW}forord/", words).status_code == 302
    late = client.post(f"{OVERVIEW}forord/", {**words, "foreword": "Et for sent forord."})
    assert late.status_code == 422
    assert "En anden har gemt imens." in _text(late)
    assert "Et for sent forord." in _text(late)
    assert Booklet.objects.get().title == "Ny"


def test_a_missing_title_is_said_beside_the_field(house: House) -> None:
    imported_round()
    page = house.client("consultant").post(f"{OVERVIEW}forord/", {"title": "", "foreword": "x", "version": 1})
    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["title"]


def test_a_booklet_is_read_in_looked_at_and_stored(house: House) -> None:
    client = house.client("consultant")
    sent = client.post("/haefte/indlaes/", {"file": SimpleUploadedFile("hæfte.txt", TEXT.encode())})
    assert sent["Location"] == "/haefte/indlaes/se/"
    page = client.get("/haefte/indlaes/se/")
    shown = page.context["shown"]
    assert shown.answer == "Der er fundet 3 prøvehandlinger."
    assert shown.unplaced == [(1, "Skovbakke Kommune"), (2, "Prøvehandlinger")]
    assert [(trial.number, trial.findings, trial.not_stated) for trial in shown.trials] == [
        (1, 4, 2),
        (2, 5, 2),
        (3, 4, 2),
    ]
    assert Trial.objects.count() == 0
    assert page.context["form"].initial["round_key"] == "2023-1"
    stored = client.post(
        "/haefte/indlaes/se/", {"round_key": "2023-1", "start": "2023-03-01", "end": "2023-06-08"}
    )
    assert stored["Location"] == OVERVIEW
    assert (Trial.objects.count(), Round.objects.get().key) == (3, "2023-1")
    assert client.get("/haefte/indlaes/se/")["Location"] == "/haefte/indlaes/"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"Referat af et helt andet emne.", "Det er ikke et hæfte med prøvehandlinger."),
        (b"%PDF-1.4 broken", "PDF-filen er i stykker og kan ikke læses."),
    ],
)
def test_another_file_is_refused_beside_the_field(house: House, content: bytes, reason: str) -> None:
    page = house.client("consultant").post("/haefte/indlaes/", {"file": SimpleUploadedFile("a.txt", content)})
    assert page.status_code == 422
    assert reason in _text(page)


def test_a_round_key_of_another_form_is_explained(house: House) -> None:
    client = house.client("consultant")
    client.post("/haefte/indlaes/", {"file": SimpleUploadedFile("hæfte.txt", TEXT.encode())})
    page = client.post("/haefte/indlaes/se/", {"round_key": "to", "start": "2023-03-01", "end": "2023-06-08"})
    assert page.status_code == 422
    assert "Skriv årstallet og rundens nummer, for eksempel 2022-2." in _text(page)
    assert Trial.objects.count() == 0


def test_the_other_journeys_find_the_overview_by_both_names() -> None:
    assert (
        reverse("booklet:round", args=["2023-1"]) == reverse("booklet:overview", args=["2023-1"]) == OVERVIEW
    )
