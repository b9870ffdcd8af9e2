"""From an empty playbook to registrations from everywhere: each of them is there, once.

A trial lead writes a playbook in the pages, chooses it for a trial and starts it. An employee registers without
a connection, a resident answers at the kiosk, a relative by a link of their own, sheets are typed in, and a case
goes through three roles.
"""

import json
import re
from datetime import date, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect
from tests.harness.answering_doors import answers, comes_online, goes_on, kept_on_the_phone
from tests.harness.browser import Windows
from tests.harness.editing import TITLE, seen, written
from tests.harness.hand import fill, follow, press, signs_in
from tests.harness.looks import axe, page_at, picture
from tests.harness.server import Server

from stillads.kernel.clock import COPENHAGEN, today

pytestmark = [pytest.mark.browser, pytest.mark.journey]

TRIAL, PLACE = "Morgenbordet", "Toftegården"
TALLY, SURVEY, FLOW = "Afbrydelser", "Hvordan var morgenen?", "Ny plads ved bordet"
_KEPT = """
import json
from collections import Counter
from stillads.capture.models import Entry
rows = Entry.objects.filter(deployment__phase_site__phase__trial__title="%s").select_related("deployment__instrument")
told = Counter((row.deployment.instrument.kind, row.source, row.form, bool(row.voids_id)) for row in rows)
print(json.dumps(sorted([*key, count] for key, count in told.items())))
"""


def _morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=COPENHAGEN)


def test_everything_registered_is_there_once(live: Server, windows: Windows) -> None:
    start = today() + timedelta(days=1)
    consultant, lead, manager = (
        windows.open("consultant"),
        windows.open("trial_lead"),
        windows.open("manager"),
    )
    a_round_begins_tomorrow(consultant, start)
    a_playbook_is_written_and_published(lead)
    trial = a_trial_is_planned_on_it(lead, start)
    live.move_clock(_morning(start))
    for window, mailbox in ((consultant, "konsulent"), (lead, "ansvarlig"), (manager, "leder")):
        signs_in(window, mailbox)
    citizens_take_part(manager, trial)
    an_employee_registers_without_a_connection(windows.open(width=320, height=640), start)
    survey = the_questions_go_out(manager)
    a_relative_answers_by_a_link(windows.open(width=320, height=640), manager, survey)
    a_resident_answers_at_the_kiosk(windows.open(width=1024, height=768), manager, survey)
    sheets_are_typed_in(manager, survey)
    a_case_goes_through_three_roles(windows, manager, consultant)
    everything_is_there_once(live, lead, trial)


def a_round_begins_tomorrow(page: Page, start: date) -> None:
    """The consultant's part: a round."""
    page.goto("/runder/")
    follow(page, "Ny runde")
    end = start + timedelta(days=99)
    fill(
        page, key=f"{start.year}-7", title="Morgenrunden", start=start.isoformat(), end=end.isoformat(),
        baseline_start=(start - timedelta(days=1)).isoformat(),
        evaluation_deadline=(end + timedelta(days=14)).isoformat(),
        welfare_meeting=(end + timedelta(days=28)).isoformat(),
        committee_meeting=(end + timedelta(days=45)).isoformat(),
    )  # fmt: skip
    press(page, "Opret runden")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Morgenrunden")


def a_playbook_is_written_and_published(page: Page) -> None:
    """From nothing; nothing is missing, so it can be published."""
    written(page)
    seen(page, "editor")
    expect(page.locator("#mangler li")).to_have_text([])
    press(page, "Udgiv")
    expect(page.get_by_text("Drejebogen er udgivet.")).to_be_visible()


def a_trial_is_planned_on_it(page: Page, start: date) -> str:
    """Begun, planned at one place, run on the playbook, and what is expected locked. Returns its address."""
    page.goto("/proevehandlinger/")
    follow(page, "Ny prøvehandling")
    fill(page, title=TRIAL, question="Bliver der mere ro, når vi sætter os ned?")
    page.locator("[name=lead]").select_option(
        label=page.locator("[name=lead] option", has_text="Karen Brogaard").inner_text()
    )
    press(page, "Opret prøvehandlingen")
    fill(page, round_=f"{start.year}-7", expected_citizens="3", expected_employees="8")
    page.get_by_label(PLACE, exact=True).check(force=True)
    press(page, "Planlæg den")
    found = re.search(r"/proevehandlinger/[^/]+/", page.url)
    assert found is not None
    page.goto(found.group())
    follow(page, "Vælg en drejebog")
    seen(page, "choices")
    page.get_by_role("link", name=re.compile(f"Vælg ?: {TITLE}")).click()
    expect(page.get_by_text("Den koster")).to_be_visible()
    press(page, "Kør på denne drejebog")
    said = page.get_by_text(f"Prøvehandlingen kører nu på {TITLE}, version 1.")
    expect(said).to_be_visible(timeout=20_000)  # every instrument is set up at the place
    page.goto(found.group())
    follow(page, "Forudsigelse")
    follow(page, "Lås forudsigelsen")
    press(page, "Lås den")
    expect(page.get_by_text("Forudsigelsen er låst.").first).to_be_visible()
    return found.group()


def citizens_take_part(page: Page, trial: str) -> None:
    """Three of them, at the manager's place."""
    page.goto(trial)
    expect(page.locator("main")).to_contain_text("Dag 1 af 100")
    follow(page, "Deltagere")
    for _citizen in range(3):
        fill(page, state="participates")
        press(page, "Tilmeld")
        expect(page.get_by_text("Tilmeldt.")).to_be_visible()


def an_employee_registers_without_a_connection(page: Page, day: date) -> None:
    """Three taps in a cellar, one taken back; the phone is put away, and comes online."""
    page.clock.set_system_time(_morning(day) + timedelta(minutes=5))
    signs_in(page, "medarbejder")
    page.goto("/registrer/")
    page.get_by_role("link", name=TALLY, exact=True).click()
    expect(page.locator("[data-count]")).to_have_text("0")
    kept_on_the_phone(page)
    page.context.set_offline(True)
    page.reload()
    for text in ("Telefonen", "En kollega", "Noget andet"):
        press(page, text)
        expect(page.locator("[data-said]")).to_contain_text(f"{text} gemt kl.")
    expect(page.locator("[data-waits]")).to_have_text("3 venter på forbindelse")
    page.locator("[data-undo]").click()
    expect(page.locator("[data-said]")).to_have_text("Noget andet er fortrudt")
    axe(page)
    page.reload()
    expect(page.locator("[data-count]")).to_have_text("2")
    comes_online(page)
    page.reload()
    expect(page.locator("[data-count]")).to_have_text("2")


def the_questions_go_out(page: Page) -> str:
    """Who takes part is asked; returns the survey's address."""
    page.goto("/spoergeskemaer/")
    follow(page, SURVEY)
    survey = page.url
    press(page, "Send nu")
    expect(page.get_by_role("link", name="Hvem mangler?")).to_be_visible()
    return survey


def a_relative_answers_by_a_link(page: Page, manager: Page, survey: str) -> None:
    """A slip with a link goes home with a relative, who can go back, is told what is missing, and answers once."""
    manager.goto(survey)
    follow(manager, "Hvem mangler?")
    follow(manager, "Spørg på en anden måde")
    fill(manager, channel="letter")
    press(manager, "Gem")
    follow(manager, "Print links på sedler")
    address = manager.locator(".address").first.inner_text().strip()
    page.goto(address)
    axe(page_at(page, 320))
    follow(page, "Begynd")
    goes_on(page)
    expect(page.get_by_text("Det skal besvares.").first).to_be_visible()
    axe(page_at(page, 320))
    page.get_by_label("Jeg er pårørende og svarer alene").check()
    goes_on(page, 2)
    axe(page_at(page, 320))
    picture(page, "svar-humoer-320")
    page.get_by_label("Godt", exact=True).check()
    goes_on(page, 3)
    follow(page, "Tilbage")
    expect(page.get_by_label("Godt", exact=True)).to_be_checked()
    page.go_back()  # the browser's own way back works too
    expect(page.get_by_text("Spørgsmål 3 af")).to_be_visible()
    page.get_by_label("Hvad var godt?").fill("At nogen sad ned")
    goes_on(page)
    expect(page.get_by_role("button", name="Send mine svar")).to_be_visible()
    axe(page_at(page, 320))
    press(page, "Send mine svar")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tak. Dit svar er gemt.")
    axe(page_at(page, 320))
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tak. Der er allerede svaret")


def a_resident_answers_at_the_kiosk(page: Page, manager: Page, survey: str) -> None:
    """A tablet at the table: one, and then the next."""
    manager.goto(survey)
    follow(manager, "Lav et link, en plakat eller en svarskærm")
    fill(manager, kind="kiosk", name="Ved morgenbordet")
    press(manager, "Lav det")
    page.goto(manager.locator(".address").first.inner_text().strip())
    answers(page, "Jeg svarer selv", "Rigtig godt")
    follow(page, "Næste person")
    answers(page, "Jeg får hjælp af en, der arbejder her", "Nogenlunde")


def sheets_are_typed_in(page: Page, survey: str) -> None:
    """Two sheets by keyboard alone; one with an answer that there is none of, which is put right."""
    page.goto(survey)
    follow(page, "Hvem mangler?")
    wave = page.url.rstrip("/")
    page.goto(f"{wave}/ark/?antal=2")
    codes = [text.split()[-1] for text in page.locator(".sheet-code").all_inner_texts()][-2:]
    page.goto(f"{wave}/tast/")
    page.get_by_label("Række 1: arkets kode").focus()
    for code, mood in zip(codes, ("9", "5"), strict=True):
        for text in (code, "1", mood, "Kaffen"):
            page.keyboard.type(text)
            page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 ark er gemt.")).to_be_visible()
    wrong = page.get_by_label("Række 1: Hvordan var morgenmaden?")
    expect(wrong).to_have_value("9")
    expect(wrong).to_have_attribute("aria-invalid", "true")
    axe(page_at(page, 320))
    wrong.fill("2")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 ark er gemt.")).to_be_visible()
    expect(page.get_by_label("Række 1: Hvordan var morgenmaden?")).to_have_value("")


def a_case_goes_through_three_roles(windows: Windows, manager: Page, therapist: Page) -> None:
    """Asked by the contact person, tried by the therapist, followed up by the manager."""
    contact = windows.open()
    signs_in(contact, "medarbejder")
    contact.goto("/forloeb/nyt/")
    contact.locator("main").get_by_role("link", name=FLOW).first.click()
    expect(contact.get_by_role("heading", level=1)).to_have_text(f"Start et forløb: {FLOW}")
    contact.get_by_role("radio").first.check()
    press(contact, "Start forløbet")
    expect(contact.get_by_text("Forløbet er begyndt.")).to_be_visible()
    case = contact.url
    contact.locator("main").get_by_role("button", name="Prøv pladsen").click()
    expect(contact.get_by_text("Nu ligger bolden hos: terapeut.")).to_be_visible()
    therapist.goto(case)
    press(therapist, "Mundtligt overleveret")
    expect(therapist.get_by_text("Nu ligger bolden hos: leder.")).to_be_visible()
    manager.goto(case)
    axe(page_at(manager, 320))
    press(manager, "Sidder godt")
    expect(manager.get_by_role("heading", level=1)).to_have_text("Afsluttet: Sidder godt")
    expect(manager.get_by_text("2 overleveringer")).to_be_visible()


def everything_is_there_once(live: Server, page: Page, trial: str) -> None:
    """On the page of registrations, and in the database: as many as were made, from where they were made."""
    page.goto(trial)
    follow(page, "Registreringer")
    shown = {
        title: page.locator("section", has=page.get_by_role("heading", name=title)).locator("td.number").first
        for title in (TALLY, SURVEY, FLOW)
    }
    expect(shown[TALLY]).to_have_text("2")
    expect(shown[SURVEY]).to_have_text("5")
    expect(shown[FLOW]).to_have_text("4")
    kept = json.loads(live.python(_KEPT % TRIAL))
    assert kept == [
        ["case", "page", "foelg_op", False, 1],
        ["case", "page", "proev_pladsen", False, 1],
        ["case", "page", "spoerg_beboeren", False, 1],
        ["case", "page", "start", False, 1],
        ["register", "queue", "event", False, 3],
        ["register", "queue", "void", True, 1],
        ["survey", "kiosk", "answer", False, 2],
        ["survey", "link", "answer", False, 1],
        ["survey", "paper", "answer", False, 2],
    ]
