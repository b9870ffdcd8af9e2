"""One idea by real clicks: from the public form to a decided trial, a published booklet and the units."""

import re
from datetime import date, datetime, timedelta
from email import message_from_string, policy

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from tests.harness.browser import Windows
from tests.harness.hand import fill, follow, press, signs_in
from tests.harness.server import Server

from stillads.kernel.clock import COPENHAGEN, today

pytestmark = [pytest.mark.browser, pytest.mark.journey]

TITLE = "Sansehave om eftermiddagen"
LINK = re.compile(r"http://\S+/ideer/min/\S+")


class Calendar:
    """The days of the journey, counted from the day the idea is given."""

    def __init__(self) -> None:
        self.given = today()
        self.start = self.given + timedelta(days=21)
        self.middle = self.start + timedelta(days=30)
        self.end = self.start + timedelta(days=99)
        self.evaluation = self.end + timedelta(days=14)
        self.meeting = self.end + timedelta(days=28)
        self.committee = self.end + timedelta(days=45)
        self.next_start = self.end + timedelta(days=80)
        self.key = f"{self.start.year}-8"
        self.next_key = (
            f"{self.next_start.year}-9"
            if self.next_start.year == self.start.year
            else f"{self.next_start.year}-8"
        )


def at(day: date) -> datetime:
    """The morning of a day, after the day's jobs have become due."""
    return datetime(day.year, day.month, day.day, 9, tzinfo=COPENHAGEN)


def test_from_idea_to_decision(live: Server, windows: Windows) -> None:
    days = Calendar()
    consultant, lead = windows.open(), windows.open()
    status = an_idea_is_given(live, windows.open(width=390))
    both_sign_in(consultant, lead)
    trial = it_becomes_a_trial(consultant, days)
    it_is_predicted_and_locked(lead, trial, days)
    live.move_clock(at(days.middle))
    both_sign_in(consultant, lead)
    the_phase_runs(lead, trial, days)
    live.move_clock(at(days.evaluation))
    both_sign_in(consultant, lead)
    evaluation = the_evaluation_is_written(lead, trial)
    it_is_reviewed(consultant, lead, evaluation)
    the_booklet_is_published(live, consultant, windows.open(), days)
    the_meeting_gives_feedback(live, consultant, windows.open(width=390), days)
    the_committee_item_is_submitted(consultant, days)
    live.move_clock(at(days.committee))
    signs_in(consultant, "konsulent")
    it_is_decided(consultant, days)
    live.move_clock(at(days.committee + timedelta(days=1)))
    signs_in(consultant, "konsulent")
    everybody_can_see_it(live, consultant, windows.open(width=390), status, trial)


def both_sign_in(consultant: Page, lead: Page) -> None:
    """The consultant and the trial's lead, each in their own window."""
    signs_in(consultant, "konsulent")
    signs_in(lead, "ansvarlig")


def an_idea_is_given(live: Server, citizen: Page) -> str:
    """A citizen gives an idea on a phone; its private page says that it came. Returns that page's address."""
    citizen.goto("/ideer/giv/")
    fill(
        citizen, text="Lav en sansehave, hvor vi kan sidde om eftermiddagen. Så bliver der mere ro om aftenen.",
        title=TITLE, source="citizen", channel="email",
    )  # fmt: skip
    fill(citizen, email="anna@example.dk")
    press(citizen, "Send ideen")
    expect(citizen.get_by_role("heading", level=1)).to_contain_text("Tak")
    live.work()
    link = LINK.search(citizen.content())
    follow_up = citizen.url.removesuffix("tak/") if link is None else link.group().split('"')[0].split("<")[0]
    citizen.goto(follow_up)
    expect(citizen.get_by_role("heading", level=1)).to_have_text(TITLE)
    return follow_up


def it_becomes_a_trial(page: Page, days: Calendar) -> str:
    """The consultant takes the idea up, makes rounds for it, begins a trial from it, and plans it."""
    for key, title, start in (
        (days.key, "Rejsens runde", days.start),
        (days.next_key, "Runden efter", days.next_start),
    ):
        page.goto("/runder/")
        follow(page, "Ny runde")
        fill(page, key=key, title=title, start=start.isoformat())
        if key == days.key:
            fill(
                page, baseline_start=days.given.isoformat(), end=days.end.isoformat(),
                evaluation_deadline=days.evaluation.isoformat(), welfare_meeting=days.meeting.isoformat(),
                committee_meeting=days.committee.isoformat(),
            )  # fmt: skip
        press(page, "Opret runden")
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    page.goto("/ideer/")
    follow(page, TITLE)
    follow(page, "Tag den op")
    press(page, "Gem, og fortæl det til idégiveren")
    follow(page, "Gør den til en prøvehandling")
    expect(page.locator("[name=title]")).to_have_value(TITLE)
    fill(page, question="Giver en time i sansehaven mere ro om aftenen?")
    page.locator("[name=lead]").select_option(
        label=page.locator("[name=lead] option", has_text="Karen Brogaard").inner_text()
    )
    page.locator("[name=owner_unit]").select_option(
        label=page.locator("[name=owner_unit] option", has_text="Distrikt Heden").inner_text()
    )
    press(page, "Opret prøvehandlingen")
    fill(page, round_=days.key, expected_citizens="24", expected_employees="12")
    page.get_by_label("Distrikt Heden").check(force=True)
    press(page, "Planlæg den")
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)
    found = re.search(r"/proevehandlinger/[^/]+/", page.url)
    assert found is not None
    return found.group()


def it_is_predicted_and_locked(page: Page, trial: str, days: Calendar) -> None:
    """The lead adds a window, writes what is expected and what must not get worse, and locks it."""
    page.goto(trial)
    follow(page, "Steder og vinduer")
    follow(page, "Tilføj et vindue")
    fill(page, name="Urolige aftener, første måned", first_day=days.start.isoformat())
    fill(page, last_day=days.middle.isoformat(), what="Aftener med uro")
    press(page, "Tilføj vinduet")
    page.goto(trial)
    follow(page, "Forudsigelse")
    follow(page, "Tilføj en forventning")
    fill(page, perspective="citizen", what="Urolige aftener", direction="down", size="20", unit="%")
    fill(page, how_known="Aftenvagten tæller hver aften i fire uger.")
    page.locator("[name=primary]").check(force=True)
    press(page, "Gem")
    follow(page, "Tilføj en forventning")
    fill(page, perspective="employee", what="Klager over travlhed", direction="not_worse", worse="up")
    fill(page, how_known="Lederen tæller klager hver fredag.")
    page.locator("[name=guardrail]").check(force=True)
    press(page, "Gem")
    follow(page, "Beslutningsregel og dag")
    fill(page, decision_rule="Mindst 20 % færre urolige aftener, og ikke flere klager.")
    fill(page, evaluation_date=days.evaluation.isoformat())
    press(page, "Gem")
    follow(page, "Lås forudsigelsen")
    press(page, "Lås den")
    expect(page.get_by_text("Forudsigelsen er låst.").first).to_be_visible()


def the_phase_runs(page: Page, trial: str, days: Calendar) -> None:
    """Day 1 has come by the calendar: a line in the log, and figures for both expectations."""
    page.goto(trial)
    expect(page.locator("main")).to_contain_text("Dag 31 af 100")
    follow(page, "Skriv i logbogen")
    fill(page, text="Haven er i brug. Tre beboere bliver siddende til aftensmaden.")
    press(page, "Gem notatet")
    expect(page.get_by_text("Haven er i brug.").first).to_be_visible()
    for what, value, before in (("Urolige aftener", "9", "14"), ("Klager over travlhed", "2", "2")):
        page.goto(trial)
        follow(page, "Tal")
        follow(page, "Skriv et tal")
        option = page.locator("[name=criterion] option", has_text=what).get_attribute("value")
        fill(
            page, criterion=option or "", label=f"{what}, fire uger", value=value, unit="gange", before=before
        )
        fill(page, method="Talt hver dag", source="Vagtplanen", dated=days.middle.isoformat())
        press(page, "Gem tallet")
        expect(page.get_by_text(f"{what}, fire uger").first).to_be_visible()


def the_evaluation_is_written(page: Page, trial: str) -> str:
    """The booklet's form, edited in place: findings, empty boxes, texts, parts, ratings."""
    page.goto(trial)
    follow(page, "Skriv evalueringen")
    press(page, "Åbn evalueringen")
    box = page.locator("#felt-advantage-citizen")
    follow(box, "Tilføj et punkt")
    fill(box, text="Der var færre urolige aftener, mens haven var i brug.", evidence="measured")
    box.locator("[name=figure]").select_option(index=1)
    press(box, "Gem")
    expect(box.get_by_text("Der var færre urolige aftener")).to_be_visible()
    box = page.locator("#felt-barrier-employee")
    follow(box, "Tilføj et punkt")
    fill(box, text="Turen ud tager tid ved vagtskiftet.", evidence="observation", source="Lederen, uge 12")
    press(box, "Gem")
    expect(box.get_by_text("Turen ud tager tid")).to_be_visible()
    for name in ("advantage-employee", "advantage-economy", "barrier-citizen", "barrier-economy"):
        box = page.locator(f"#felt-{name}")
        follow(box, "Ikke noget at skrive?")
        fill(box, state="not_examined", why="Det nåede vi ikke at se på.")
        press(box, "Gem")
        expect(box.get_by_text("Det nåede vi ikke at se på.")).to_be_visible()
    for key, words in (
        ("assessment", "Haven gav ro."),
        ("impression", "En mand sang for første gang i et år."),
    ):
        part = page.locator(f"#tekst-{key}")
        follow(part, "Ret")
        fill(part, text=words)
        press(part, "Gem")
        expect(part.get_by_text(words)).to_be_visible()
    for proposal, words in (
        ("spread", "Haven bliver åben hver eftermiddag, også andre steder."),
        ("extend", "Aftenture prøves en runde mere."),
    ):
        part = page.locator("#anbefaling")
        part.locator("#ret-anbefaling").click()
        fill(part, proposal=proposal, text=words)
        press(part, "Gem")
        expect(part.get_by_text(words)).to_be_visible()
    for perspective, value in (("citizen", "2"), ("employee", "0"), ("economy", "none")):
        part = page.locator(f"#vurdering-{perspective}")
        part.get_by_role("link").first.click()
        fill(part, value=value, why="Det så vi i vinduet.")
        press(part, "Gem")
        expect(part.get_by_text("Det så vi i vinduet.")).to_be_visible()
    return page.url


def it_is_reviewed(reviewer: Page, lead: Page, evaluation: str) -> None:
    """Handed in, sent back with a wish, handed in again, approved."""
    press(lead, "Aflever til gennemlæsning")
    reviewer.goto(evaluation)
    reviewer.get_by_text("Bed om ændringer").click()
    fill(reviewer, reason="Skriv, hvem der sang.")
    press(reviewer, "Send tilbage")
    lead.goto(evaluation)
    expect(lead.get_by_text("Skriv, hvem der sang.").first).to_be_visible()
    part = lead.locator("#tekst-impression")
    follow(part, "Ret")
    fill(part, text="En af mændene sang for første gang i et år.")
    press(part, "Gem")
    expect(part.get_by_text("En af mændene")).to_be_visible()
    press(lead, "Aflever til gennemlæsning")
    reviewer.goto(evaluation)
    press(reviewer, "Godkend")
    expect(reviewer.locator("#status")).to_contain_text("godkendt")


def the_booklet_is_published(live: Server, page: Page, reader: Page, days: Calendar) -> None:
    """A foreword, a look at the draft, frozen and published; anybody reads it, and its PDF opens."""
    page.goto(f"/runder/{days.key}/")
    follow(page, "Hæfte")
    follow(page, "Skriv forordet")
    fill(
        page,
        title="Ro om aftenen",
        foreword="Vi prøvede én ting og talte efter.",
        foreword_by="Vibeke Lauritsen",
    )
    press(page, "Gem")
    follow(page, "Se kladden")
    expect(page.get_by_text("Der var færre urolige aftener").first).to_be_visible()
    page.goto(f"/haefte/runde/{days.key}/")
    follow(page, "Udgiv udgave 1")
    press(page, "Udgiv udgave 1")
    live.work()
    page.goto(f"/haefte/runde/{days.key}/")
    with page.expect_download() as fetched:
        page.get_by_role("link", name="PDF", exact=True).first.click()
    pdf = PdfReader(fetched.value.path())
    assert TITLE in " ".join(sheet.extract_text() for sheet in pdf.pages)
    assert "/MarkInfo" in pdf.root_object
    reader.goto("/haefte/")
    follow(reader, "Ro om aftenen")
    expect(reader.get_by_text("Der var færre urolige aftener").first).to_be_visible()


def the_meeting_gives_feedback(live: Server, page: Page, phone: Page, days: Calendar) -> None:
    """The welfare meeting: one answers by phone, two on paper; then it is frozen."""
    page.goto(f"/runder/{days.key}/")
    follow(page, "Velfærdsmøde")
    follow(page, "Planlæg mødet")
    fill(page, held_on=days.meeting.isoformat(), starts_at="13:00", place="Kantinen")
    press(page, "Gem")
    live.move_clock(at(days.meeting))
    signs_in(page, "konsulent")
    page.goto(f"/velfaerdsmoede/{days.key}/")
    follow(page, "Åbn for tilbagemeldinger")
    fill(page, until=f"{days.meeting.isoformat()}T16:00")
    press(page, "Gem")
    page.goto(f"/velfaerdsmoede/{days.key}/plakat/")
    phone.goto(page.locator(".address").inner_text())
    fill(phone, role="council")
    press(phone, "Gå videre")
    follow(phone, TITLE)
    fill(phone, value="5", ready="4", wish="spread", text="Husk dem, der ikke kan gå selv.")
    press(phone, "Send min tilbagemelding")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Tak")
    page.goto(f"/velfaerdsmoede/{days.key}/papir/indtast/")
    page.locator("[name=item]").select_option(index=1)
    fill(page, role="employee", value="3", ready="2", wish="extend", text="Vi mangler hænder kl. 15.")
    press(page, "Gem arket")
    fill(page, role="leader", value="4", ready="3", wish="spread")  # three answers: then texts are shown
    press(page, "Gem arket")
    page.goto(f"/velfaerdsmoede/{days.key}/tilbagemeldinger/")
    expect(page.get_by_text("Husk dem, der ikke kan gå selv.")).to_be_visible()
    press(page, "Lås som beslutningsgrundlag")
    expect(page.get_by_text("SHA-256")).to_be_visible()


def the_committee_item_is_submitted(page: Page, days: Calendar) -> None:
    """The elders' council has been heard, MED is left out with a reason; the item is drafted and sent."""
    page.goto(f"/runder/{days.key}/")
    follow(page, "Beslutninger")
    council = page.url
    for body, state, text in (
        ("elders_council", "sent", ""),
        ("elders_council", "answered", "Rådet er glad for haven."),
        ("med", "waived", "Ingen ændrede arbejdstider."),
    ):
        page.goto(council)
        follow(page, "Notér et skridt")
        fill(page, body=body, state=state, day=days.meeting.isoformat(), text=text)
        press(page, "Gem")
    expect(page.get_by_text("Rådet er glad for haven.")).to_be_visible()
    follow(page, "Lav et udkast til sag")
    fill(
        page,
        title="Sansehaven",
        type="decision",
        committee="Ældreudvalget",
        meeting_on=days.committee.isoformat(),
    )
    press(page, "Gem")
    item = page.url
    if page.get_by_role("button", name="Send sagen").get_attribute("aria-disabled") == "true":
        follow(page, "Ret")
        for field in page.locator("main textarea").all():
            if not field.input_value():
                field.fill("Se bilag.")
        press(page, "Gem")
        page.goto(item)
    press(page, "Send sagen")
    expect(page.get_by_text("SHA-256")).to_be_visible()
    for name, ending in (("PDF", ".pdf"), ("Word", ".docx")):
        with page.expect_download() as fetched:
            page.get_by_role("link", name=name, exact=True).click()
        assert fetched.value.suggested_filename.endswith(ending)
        assert fetched.value.path().stat().st_size > 5000


def it_is_decided(page: Page, days: Calendar) -> None:
    """Part by part: one is spread to a unit, one goes on in the next round."""
    page.goto(f"/beslutning/runde/{days.key}/")
    follow(page, "Notér beslutningen")
    fill(
        page, outcome="spread", wording="Haven åbnes hver eftermiddag.", decided_on=days.committee.isoformat()
    )
    page.locator("[name=owner]").select_option(index=1)
    page.get_by_label("Toftegården").check(force=True)
    press(page, "Notér beslutningen")
    follow(page, "Notér beslutningen")
    fill(
        page,
        outcome="extend",
        wording="Aftenture prøves igen.",
        decided_on=days.committee.isoformat(),
        next_round=days.next_key,
    )
    press(page, "Notér beslutningen")
    expect(page.get_by_text("Aftenture prøves igen.").first).to_be_visible()
    page.goto("/udbredelse/")
    follow(page, TITLE)
    expect(page.locator("main")).to_contain_text("Toftegården")
    page.goto(f"/runder/{days.next_key}/")
    expect(page.locator("main").get_by_role("link", name=TITLE)).to_be_visible()


def everybody_can_see_it(live: Server, page: Page, citizen: Page, status: str, trial: str) -> None:
    """The giver's page and e-mail, the thread, and the search tell it."""
    citizen.goto(status)
    expect(citizen.locator("main")).to_contain_text("Haven åbnes hver eftermiddag")
    told = [message_from_string(mail, policy=policy.default) for mail in live.mails()]
    assert {mail["To"] for mail in told if "beslutning" in str(mail["Subject"])} == {"anna@example.dk"}
    page.goto(trial)
    follow(page, "Hele tråden")
    for words in ("Hæftet udkom, udgave 1.", "Haven åbnes hver eftermiddag.", "Taget i brug i 0 af 1 enhed."):
        expect(page.locator("main")).to_contain_text(words)
    page.goto("/soeg/")
    fill(page, q="sehave")
    page.keyboard.press("Enter")
    expect(page.locator("main").get_by_role("link", name=TITLE).first).to_be_visible()
