"""Every page there is, as every role: Danish, one heading, the mark of invented data; in a window: axe and width.

The table is made by walking: from the first pages of each role along all links. An address that no link
leads to must stand in UNREACHED with the reason; a new page that nothing leads to fails here.
"""

import json
from functools import cache

import pytest
from tests.harness.browser import Windows
from tests.harness.crawl import Visited, Words, names, walk
from tests.harness.databases import CHECKOUT
from tests.harness.looks import axe, page_at
from tests.harness.server import Server
from tools.catalogues.files import entries, read

pytestmark = pytest.mark.browser

STARTS = ["/", "/konto/", "/ideer/giv/", "/haefte/", "/stilguide/", "/stilguide/enkel/", "/konto/telefon/"]
DEEPER = [
    f"/{place}/2022-2/"
    for place in ("runder", "velfaerdsmoede", "beslutning/runde", "haefte/runde", "haefte")
]
ROLES = [
    None, "consultant", "trial_lead", "manager", "employee", "director", "committee", "council", "privacy",
    "administrator",
]  # fmt: skip
# Addresses that the demo's data never links to, and why.
# What is named here may still be reached when the demo grows; a name that is gone fails.
UNREACHED: dict[str, str] = {
    "answers POST only": """
        account:phone_done decisions:submit decisions:tick evaluation:approve evaluation:ask_for_changes
        evaluation:begin evaluation:evidence_remove evaluation:finding_move evaluation:finding_remove
        evaluation:line_remove evaluation:part_move evaluation:part_remove evaluation:reopen evaluation:settle
        evaluation:submit evaluation:take_back evaluation:verdicts ideas:notice ideas:printed meeting:freeze
        meeting:move-up organisation:absence_remove organisation:person_close_login organisation:person_invite
        organisation:person_start_code organisation:phone_link organisation:phone_revoke privacy:check_seals
        rounds:milestone_done rounds:milestone_remove trials:unlink trials:window_remove""",
    "reached by a secret or by having sent a form: the journeys and their rooms' tests look at it": """
        account:invitation account:phone_claim account:phone_code account:phone_code_new booklet:import_confirm
        ideas:given ideas:merge ideas:status ideas:thanks meeting:answer meeting:give meeting:thanks
        organisation:import""",
    "in a state that the demo is not in: the journey walks through it": """
        booklet:file booklet:files booklet:publish decisions:decide decisions:edit decisions:take-back
        evaluation:carry ideas:letters ideas:posters meeting:item meeting:open thread:idea trials:lock trials:next
        trials:participant trials:photo trials:plan trials:stage trials:take_up trials:without""",
    "part of the evaluation's page, shown in its place": """
        evaluation:box evaluation:figure_new evaluation:finding evaluation:finding_new evaluation:learning
        evaluation:line evaluation:line_new evaluation:part evaluation:part_new evaluation:rating evaluation:text""",
    "no page": "booklet:round ui:manifest ui:theme",
}


@cache
def _walked(url: str) -> dict[str | None, list[Visited]]:
    server = _servers[url]
    return {role: walk(server, role, STARTS + DEEPER * (role == "consultant")) for role in ROLES}


_servers: dict[str, Server] = {}


@pytest.fixture
def pages(live: Server) -> dict[str | None, list[Visited]]:
    """What each role could read."""
    _servers[live.url] = live
    return _walked(live.url)


def _all(pages: dict[str | None, list[Visited]]) -> list[tuple[str | None, Visited]]:
    return [(role, page) for role, found in pages.items() for page in found]


def test_every_address_is_reached_or_told_why_not(pages: dict[str | None, list[Visited]]) -> None:
    reached = {page.name for _role, page in _all(pages) if page.status == 200}
    told = {name for group in UNREACHED.values() for name in group.split()}
    assert set(names()) - reached - told == set()
    assert told - set(names()) == set()


def test_no_link_leads_nowhere(pages: dict[str | None, list[Visited]]) -> None:
    """A link is only shown to those who may follow it."""
    wrong = [(role, page.path, page.status) for role, page in _all(pages) if page.status != 200]
    assert wrong == []


def test_every_page_has_one_heading(pages: dict[str | None, list[Visited]]) -> None:
    shown = [(role, page) for role, page in _all(pages) if page.html]
    wrong = [
        (role, page.path, Words(page.html).headings)
        for role, page in shown
        if len(Words(page.html).headings) != 1
    ]
    assert wrong == []


def test_no_page_shows_english(pages: dict[str | None, list[Visited]]) -> None:
    english = _english()
    wrong = {
        (page.path, text)
        for _role, page in _all(pages)
        if page.html and not page.name.startswith("styleguide:")
        for text in Words(page.html).texts
        if text in english
    }
    assert wrong == set()


def _english() -> set[str]:
    """What stands in a catalogue and reads otherwise in Danish, unless it is Danish somewhere too."""
    texts: set[str] = set()
    danish: set[str] = set()
    for path in CHECKOUT.glob("src/stillads/**/locale/da/LC_MESSAGES/django.po"):
        for found, said in entries(read(path)).items():
            texts |= {found.msgid, found.plural} - set(said)
            danish |= set(said)
    return {text for text in texts if text and "%" not in text} - danish


def test_invented_data_carries_its_mark(live: Server, pages: dict[str | None, list[Visited]]) -> None:
    """A page about something constructed says so."""
    invented = set(json.loads(live.python(_CONSTRUCTED)))
    assert invented
    wrong = {
        page.path
        for _role, page in _all(pages)
        if page.html and page.status == 200
        for heading in Words(page.html).headings
        if heading in invented and "onstrueret" not in page.html
    }
    assert wrong == set()


_CONSTRUCTED = """
import json
from stillads.ideas.models import Idea
from stillads.trials.models import Round, Trial
print(json.dumps([row.title for kind in (Idea, Trial, Round) for row in kind.objects.filter(constructed=True)]))
"""


def test_axe_and_width(windows: Windows, pages: dict[str | None, list[Visited]]) -> None:
    """Each kind of page once, as the first role that reaches it, at 320 and 1280 pixels."""
    faults: list[str] = []
    seen: set[str] = set()
    for role, found in pages.items():
        window = windows.open(role)
        for page in found:
            if page.name in seen or not page.html or page.status != 200:
                continue
            seen.add(page.name)
            window.goto(page.path)
            for width in (320, 1280):
                try:
                    axe(page_at(window, width))
                except AssertionError as fault:
                    faults.append(f"{role}, {width}: {fault}")
    assert not faults, "\n".join(faults)
