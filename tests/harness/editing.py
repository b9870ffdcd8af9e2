"""The trial lead's hand in the playbook editor: from nothing to what can be published.

`Ro ved morgenmaden`: a tally `Afbrydelser`, a questionnaire `Hvordan var morgenen?`, a flow `Ny plads ved bordet`.
"""

import re

from playwright.sync_api import Page, expect
from tests.harness.hand import fill, follow, press
from tests.harness.looks import axe, page_at, picture

TITLE = "Ro ved morgenmaden"


def saved(page: Page) -> None:
    """Presses Gem, and sees that it is."""
    press(page, "Gem")
    expect(page.get_by_text("Gemt.")).to_be_visible()


def opened(page: Page, editor: str, part: str) -> None:
    """One of the editor's steps."""
    page.goto(editor)
    page.get_by_role("main").get_by_role("list").first.get_by_role("link", name=part, exact=True).click()


def seen(page: Page, name: str) -> None:
    """Fits at every width, and axe finds nothing on the smallest."""
    for width in (1280, 768, 320):
        picture(page_at(page, width), f"playbook-{name}-{width}")
    axe(page)


def written(page: Page) -> str:
    """Writes the whole playbook; returns the address of the editor's first page."""
    editor = _begun(page)
    for step in (_purpose, _theory, _tally, _survey, _flow, _measures, _expectations):
        step(page, editor)
    page.goto(editor)
    return editor


def _begun(page: Page) -> str:
    page.goto("/drejeboeger/")
    follow(page, "Ny drejebog")
    fill(page, title=TITLE, question="Bliver der mere ro, når vi sætter os ned?")
    page.get_by_label("Tema").select_option(index=1)
    press(page, "Begynd på drejebogen")
    expect(page.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
    expect(page.get_by_text("Der mangler noget. Se listen.")).to_be_visible()  # why it cannot be published
    return page.url


def _purpose(page: Page, editor: str) -> None:
    opened(page, editor, "Formål")
    fill(
        page, summary="Vi sætter os ned ved bordet.", background="Morgenen er urolig.",
        target_group="Beboere på Toftegården", source="Et tavlemøde", title_en="Calm mornings",
        question_en="Is it calmer when we sit down?", summary_en="We sit down at the table.",
    )  # fmt: skip
    saved(page)


def _theory(page: Page, editor: str) -> None:
    opened(page, editor, "Derfor skulle det virke")
    fill(page, activity="Én sidder med ved bordet", short_term="Der er færre afbrydelser")
    fill(page, core="Én bliver siddende")
    saved(page)


def _instrument(page: Page, editor: str, want: str, title: str) -> None:
    opened(page, editor, "Det registrerer vi")
    page.get_by_role("link", name="Tilføj", exact=True).click()
    page.get_by_role("link", name=want, exact=True).click()
    fill(page, title=title, what="Det, der sker ved bordet.", used_for="Tavlemødet ser det hver fredag.")
    fill(page, seconds="15", times="20")


def _asked(page: Page, kind: str, text: str) -> None:
    follow(page, "Tilføj et spørgsmål")
    follow(page, kind)
    fill(page, text=text)


def _tally(page: Page, editor: str) -> None:
    _instrument(page, editor, "Tælle noget", "Afbrydelser")
    fill(page, event="Hvad afbrød?", buttons="Telefonen\nEn kollega\nNoget andet")
    expect(
        page.locator("#vis").get_by_text("En kollega")
    ).to_be_visible()  # as on the phone, while one writes
    saved(page)
    _asked(page, "Vælge ét svar", "Kunne det være undgået?")
    page.get_by_label("En færdig liste med svar").select_option("yes_no")
    expect(page.locator("#vis").get_by_text("Nej")).to_be_visible()
    seen(page, "question")
    saved(page)
    _asked(page, "Et par ord", "Hvordan?")
    page.get_by_label("Hvornår vises det?").select_option(label="Kun hvis „Kunne det være undgået?“ er „Ja“")
    saved(page)
    seen(page, "instrument")
    page.get_by_role("button", name=re.compile("Op ?: Hvordan")).click()
    expect(page.get_by_role("button", name=re.compile("Op ?: Kunne det være undgået"))).to_be_visible()
    page.get_by_role("button", name=re.compile("Ned ?: Hvordan")).click()
    page.get_by_role("button", name=re.compile("Fjern ?: Hvordan")).click()
    expect(page.get_by_text("„Hvordan?“ er fjernet.")).to_be_visible()
    press(page, "Fortryd")
    expect(page.get_by_role("link", name="Hvordan?")).to_be_visible()
    for question in ("Kunne det være undgået", "Hvordan"):  # a tap is enough here
        page.get_by_role("button", name=re.compile(f"Fjern ?: {question}")).click()


def _survey(page: Page, editor: str) -> None:
    _instrument(page, editor, "Spørge nogen", "Hvordan var morgenen?")
    fill(page, channels=["link", "kiosk", "paper"])
    saved(page)
    _asked(page, "Fem ansigter", "Hvordan var morgenmaden?")
    page.get_by_label("Det skal besvares").check()
    saved(page)
    follow(page, "Tilføj et spørgsmål")
    follow(page, "Et afsnit med overskrift")
    fill(page, title="Med dine egne ord")
    saved(page)
    _asked(page, "Et par ord", "Hvad var godt?")
    saved(page)
    seen(page, "section")


def _flow(page: Page, editor: str) -> None:
    _instrument(page, editor, "Følge et forløb", "Ny plads ved bordet")
    fill(page, outcomes="Sidder godt\nVil hellere spise alene", cancel_reasons="Flyttet")
    saved(page)
    inside = page.url
    for title, role in (
        ("Spørg beboeren", "Kontaktperson"),
        ("Prøv pladsen", "Terapeut"),
        ("Følg op", "Leder"),
    ):
        page.goto(inside)
        follow(page, "Tilføj et trin")
        fill(page, title=title, role=role, days="5")
        page.get_by_label("Sidder godt").check()
        if role == "Terapeut":
            page.get_by_label("Må overleveres mundtligt").check()
        saved(page)
    for title, target in (("Spørg beboeren", "Prøv pladsen"), ("Prøv pladsen", "Følg op")):
        page.goto(inside)
        page.get_by_role("link", name=title, exact=True).click()
        page.get_by_label("Sidder godt").uncheck()
        page.get_by_label(target).check()
        saved(page)
    seen(page, "step")


def _measures(page: Page, editor: str) -> None:
    for what, title, whom, way, unit in (
        ("Afbrydelser: hvor mange registreringer", "Afbrydelser om ugen", "employee", "down", "afbrydelser"),
        (
            "Hvordan var morgenen?: gennemsnit af „Hvordan var morgenmaden?“", "Morgenmaden var rar", "citizen",
            "up", "point",
        ),
    ):  # fmt: skip
        opened(page, editor, "Det måler vi")
        page.get_by_role("link", name="Tilføj", exact=True).click()
        page.get_by_label("Hvad tælles?").select_option(label=what)
        fill(page, title=title, perspective=whom, direction=way, unit=unit)
        saved(page)


def _expectations(page: Page, editor: str) -> None:
    for what, measure, way, primary in (
        ("Morgenmaden bliver rarere", "Morgenmaden var rar", "up", True),
        ("Der bliver ikke flere afbrydelser", "Afbrydelser om ugen", "not_worse", False),
    ):
        opened(page, editor, "Det forventer vi")
        page.get_by_role("link", name="Tilføj", exact=True).click()
        page.get_by_label("Hvilken måling viser det?").select_option(label=measure)
        whom = "citizen" if primary else "employee"
        fill(
            page, what=what, direction=way, perspective=whom, how_known="Det tælles hver uge, også før start."
        )
        if primary:
            fill(page, size="0,5", unit="point")
            page.get_by_label("Det er den vigtigste forventning").check()
        saved(page)
    opened(page, editor, "Det, der afgør det, og leveregler")
    fill(page, decision_rule="Et halvt point bedre.", rules="Vi sidder ned: også når der er travlt")
    saved(page)
