"""Every page there is, as every role: Danish, one heading, the mark of invented data; in a window: axe and width.

The table is made by walking: from the first pages of each role along all links, and from the states of
`tests.harness.rare_states` that the demo is not in. No page is left out: what nothing leads to fails here.
"""

import json

import pytest
from django.urls import resolve
from tests.harness.browser import Windows
from tests.harness.crawl import Visited, Words, names, takes_posts_only, walk
from tests.harness.databases import CHECKOUT
from tests.harness.looks import WIDTHS, axe, page_at
from tests.harness.server import Server
from tools.catalogues.files import entries, read

pytestmark = pytest.mark.browser

STARTS = [
    "/", "/konto/", "/ideer/giv/", "/haefte/", "/stilguide/", "/stilguide/enkel/",
    "/stilguide/billeder/", "/stilguide/billeder/andel.svg", "/konto/telefon/", "/tema.css", "/site.webmanifest",
]  # fmt: skip
DEEPER = [
    f"/{place}/2022-2/"
    for place in ("runder", "velfaerdsmoede", "beslutning/runde", "haefte/runde", "haefte")
]
ROLES = [
    None, "consultant", "trial_lead", "manager", "employee", "director", "committee", "council", "privacy",
    "administrator",
]  # fmt: skip


_tables: dict[str, dict[str | None, list[Visited]]] = {}


@pytest.fixture
def pages(live: Server) -> dict[str | None, list[Visited]]:
    """What each role could read, walked once per server."""
    if live.url not in _tables:
        rare = json.loads(live.python("from tests.harness.rare_states import tell_json; tell_json()"))
        live.cookies.update(rare["cookies"])
        live.work()  # the published booklet's files
        _tables[live.url] = {
            role: walk(live, role, rare["starts"].get(role, []) + STARTS + DEEPER * (role == "consultant"))
            for role in [*ROLES, *rare["cookies"]]
        }
    return _tables[live.url]


def _all(pages: dict[str | None, list[Visited]]) -> list[tuple[str | None, Visited]]:
    return [(role, page) for role, found in pages.items() for page in found]


def test_every_address_is_reached_or_takes_posts_only(
    live: Server, pages: dict[str | None, list[Visited]]
) -> None:
    reached = {page.name for _role, page in _all(pages) if page.status == 200}
    examples = names()
    left = {
        name: path
        for name, path in examples.items()
        if name not in reached and resolve(path).view_name not in reached
    }
    unread = [name for name, path in left.items() if not takes_posts_only(live, ROLES, path)]
    assert len(examples) > 150
    assert unread == []


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
    """Each kind of page once, as the first role that reaches it: its width everywhere, axe on the smallest phone."""
    faults: list[str] = []
    seen: set[str] = set()
    for role, found in pages.items():
        window = windows.open(role)
        for page in found:
            if page.name in seen or not page.html or page.status != 200:
                continue
            seen.add(page.name)
            window.goto(page.path)
            try:
                for width in reversed(WIDTHS):
                    page_at(window, width)
                axe(window)
            except AssertionError as fault:
                faults.append(f"{role}: {fault}")
    assert not faults, "\n".join(faults)
