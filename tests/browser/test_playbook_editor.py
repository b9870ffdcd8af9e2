"""A trial lead writes a playbook from nothing: a tally, a questionnaire, a flow; publishes it, runs a trial on it."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.harness.browser import Windows
from tests.harness.looks import WIDTHS, axe, page_at, picture

pytestmark = pytest.mark.browser


def _save(page: Page) -> None:
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("Gemt.")).to_be_visible()


def _open(page: Page, editor: str, part: str) -> None:
    """One of the editor's steps."""
    page.goto(editor)
    page.get_by_role("main").get_by_role("list").first.get_by_role("link", name=part, exact=True).click()


def _looked_at(page: Page, name: str) -> None:
    for width in WIDTHS:
        picture(page_at(page, width), f"playbook-{name}-{width}")
    axe(page)


def _begin(page: Page) -> str:
    page.goto("/drejeboeger/")
    page.get_by_role("link", name="Ny drejebog").click()
    page.get_by_label("Hvad hedder det?").fill("Ro ved morgenmaden")
    page.get_by_label("Hvad vil I finde ud af?").fill("Bliver der mere ro, når vi sætter os ned?")
    page.get_by_label("Tema").select_option(index=1)
    page.get_by_role("button", name="Begynd på drejebogen").click()
    expect(page.get_by_role("heading", level=1, name="Ro ved morgenmaden")).to_be_visible()
    expect(page.get_by_text("Der mangler noget. Se listen.")).to_be_visible()  # why it cannot be published
    return page.url


def _purpose(page: Page, editor: str) -> None:
    _open(page, editor, "Formål")
    page.get_by_label("Kort fortalt: Hvad gør I").fill("Vi sætter os ned ved bordet.")
    page.get_by_label("Baggrund:").fill("Morgenen er urolig.")
    page.get_by_label("Hvem er det for").fill("Beboere på Elmely")
    page.get_by_label("Hvor kommer ideen fra?").fill("Et tavlemøde")
    page.get_by_label("Titel på engelsk").fill("Calm mornings")
    page.get_by_label("Spørgsmålet på engelsk").fill("Is it calmer when we sit down?")
    page.get_by_label("Kort fortalt på engelsk").fill("We sit down at the table.")
    _save(page)


def _theory(page: Page, editor: str) -> None:
    _open(page, editor, "Derfor skulle det virke")
    page.get_by_label("Hvad gør I?").fill("Én sidder med ved bordet")
    page.get_by_label("Hvad bliver bedre inden for").fill("Der er færre afbrydelser")
    page.get_by_label("Hvad skal med, for at").fill("Én bliver siddende")
    _save(page)


def _instrument(page: Page, editor: str, want: str, title: str) -> None:
    _open(page, editor, "Det registrerer vi")
    page.get_by_role("link", name="Tilføj", exact=True).click()
    page.get_by_role("link", name=want, exact=True).click()
    page.get_by_label("Hvad hedder det?").fill(title)
    page.get_by_label("Hvad registreres?").fill("Det, der sker ved bordet.")
    page.get_by_label("Hvad bruges det til?").fill("Tavlemødet ser det hver fredag.")
    page.get_by_label("Sekunder hver gang").fill("15")
    page.get_by_label("Gange om ugen").fill("20")


def _tally(page: Page, editor: str) -> None:
    _instrument(page, editor, "Tælle noget", "Afbrydelser")
    page.get_by_label("Spørgsmålet over knapperne").fill("Hvad afbrød?")
    page.get_by_label("Knapperne", exact=True).fill("Telefonen\nEn kollega\nNoget andet")
    expect(
        page.locator("#vis").get_by_text("En kollega")
    ).to_be_visible()  # as on the phone, while one writes
    _save(page)
    page.get_by_role("link", name="Tilføj et spørgsmål").click()
    page.get_by_role("link", name="Vælge ét svar").click()
    page.get_by_label("Spørgsmålet, som det bliver stillet").fill("Kunne det være undgået?")
    page.get_by_label("En færdig liste med svar").select_option("yes_no")
    expect(page.locator("#vis").get_by_text("Nej")).to_be_visible()
    _looked_at(page, "question")
    _save(page)
    page.get_by_role("link", name="Tilføj et spørgsmål").click()
    page.get_by_role("link", name="Et par ord").click()
    page.get_by_label("Spørgsmålet, som det bliver stillet").fill("Hvordan?")
    page.get_by_label("Hvornår vises det?").select_option(label="Kun hvis „Kunne det være undgået?“ er „Ja“")
    _save(page)
    _looked_at(page, "instrument")
    page.get_by_role("button", name=re.compile("Op ?: Hvordan")).click()
    expect(page.get_by_role("button", name=re.compile("Op ?: Kunne det være undgået"))).to_be_visible()
    page.get_by_role("button", name=re.compile("Ned ?: Hvordan")).click()
    page.get_by_role("button", name=re.compile("Fjern ?: Hvordan")).click()
    expect(page.get_by_text("„Hvordan?“ er fjernet.")).to_be_visible()
    page.get_by_role("button", name="Fortryd").click()
    expect(page.get_by_role("link", name="Hvordan?")).to_be_visible()


def _survey(page: Page, editor: str) -> None:
    _instrument(page, editor, "Spørge nogen", "Hvordan var morgenen?")
    _save(page)
    page.get_by_role("link", name="Tilføj et spørgsmål").click()
    page.get_by_role("link", name="Fem ansigter").click()
    page.get_by_label("Spørgsmålet, som det bliver stillet").fill("Hvordan var morgenmaden?")
    page.get_by_label("Det skal besvares").check()
    _save(page)
    page.get_by_role("link", name="Tilføj et spørgsmål").click()
    page.get_by_role("link", name="En standardskala").click()
    page.get_by_label(re.compile("WHO-5")).check()
    _save(page)


def _flow(page: Page, editor: str) -> None:
    _instrument(page, editor, "Følge et forløb", "Ny plads ved bordet")
    page.get_by_label("Hvordan kan det ende?").fill("Sidder godt\nVil hellere spise alene")
    page.get_by_label("Hvorfor kan det blive aflyst?").fill("Flyttet")
    _save(page)
    inside = page.url
    for title, role in (
        ("Spørg beboeren", "Kontaktperson"),
        ("Prøv pladsen", "Terapeut"),
        ("Følg op", "Leder"),
    ):
        page.goto(inside)
        page.get_by_role("link", name="Tilføj et trin").click()
        page.get_by_label("Hvad sker der i dette trin?").fill(title)
        page.get_by_label("Hvem gør det?").fill(role)
        page.get_by_label("Inden for hvor mange arbejdsdage?").fill("5")
        page.get_by_label("Sidder godt").check()
        _save(page)
    for title, target in (("Spørg beboeren", "Prøv pladsen"), ("Prøv pladsen", "Følg op")):
        page.goto(inside)
        page.get_by_role("link", name=title, exact=True).click()
        page.get_by_label("Sidder godt").uncheck()
        page.get_by_label(target).check()
        _save(page)


def _measures(page: Page, editor: str) -> None:
    _open(page, editor, "Det måler vi")
    page.get_by_role("link", name="Tilføj", exact=True).click()
    page.get_by_label("Hvad tælles?").select_option(label="Afbrydelser: hvor mange registreringer")
    page.get_by_label("Hvad hedder det?").fill("Afbrydelser om ugen")
    page.get_by_label("Medarbejder").check()
    page.get_by_label("skal falde").check()
    page.get_by_label("Enhed", exact=False).fill("afbrydelser")
    _save(page)
    page.get_by_role("link", name="Tilføj", exact=True).click()
    page.get_by_label("Hvad tælles?").select_option(
        label="Hvordan var morgenen?: gennemsnit af „Hvordan var morgenmaden?“"
    )
    page.get_by_label("Hvad hedder det?").fill("Morgenmaden var rar")
    page.get_by_label("skal stige").check()
    page.get_by_label("Enhed", exact=False).fill("point")
    _save(page)


def _expectations(page: Page, editor: str) -> None:
    for what, measure, way, primary in (
        ("Morgenmaden bliver rarere", "Morgenmaden var rar", "skal stige", True),
        ("Der bliver ikke flere afbrydelser", "Afbrydelser om ugen", "må ikke blive dårligere", False),
    ):
        _open(page, editor, "Det forventer vi")
        page.get_by_role("link", name="Tilføj", exact=True).click()
        page.get_by_label("Hvad forventer I?").fill(what)
        page.get_by_label("Hvilken måling viser det?").select_option(label=measure)
        page.get_by_label(way).check()
        page.get_by_label("Hvordan vil I vide det?").fill("Det tælles hver uge, også før start.")
        if primary:
            page.get_by_label("Hvor meget?").fill("0,5")
            page.get_by_label("Enhed").fill("point")
            page.get_by_label("Det er den vigtigste forventning").check()
        _save(page)
    _open(page, editor, "Det, der afgør det, og leveregler")
    page.get_by_label("Hvad skal der til for at gå videre").fill("Et halvt point bedre.")
    page.get_by_label("Leveregler").fill("Vi sidder ned: også når der er travlt")
    _save(page)


def test_a_playbook_from_nothing_is_published_and_runs_a_trial(windows: Windows) -> None:
    page = windows.open("consultant")
    editor = _begin(page)
    for step in (_purpose, _theory, _tally, _survey, _flow, _measures, _expectations):
        step(page, editor)
    page.goto(editor)
    _looked_at(page, "editor")
    expect(page.locator("#mangler li")).to_have_text([])
    page.get_by_role("button", name="Udgiv").click()
    expect(page.get_by_text("Drejebogen er udgivet.")).to_be_visible()
    _looked_at(page, "published")
    page.goto("/proevehandlinger/")
    page.get_by_role("link", name="Hjælpemiddelteket").first.click()
    page.get_by_role("link", name="Vælg en drejebog").click()
    _looked_at(page, "choices")
    page.get_by_role("link", name=re.compile("Vælg ?: Ro ved morgenmaden")).click()
    expect(page.get_by_text("Den koster")).to_be_visible()
    _looked_at(page, "choose")
    page.get_by_role("button", name="Kør på denne drejebog").click()
    expect(page.get_by_text("Prøvehandlingen kører nu på Ro ved morgenmaden, version 1.")).to_be_visible()
