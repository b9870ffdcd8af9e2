import itertools
from html.parser import HTMLParser

import pytest
from tests.documents import sample

from stillads.documents import html
from stillads.documents.blocks import text_body
from stillads.documents.edition import Chapter, Document, Section
from stillads.documents.elements import Element, FactsBox, Photo, Prose, Table
from stillads.documents.plain import from_plain

VOID = {"br", "img", "hr", "meta"}


class Page(HTMLParser):
    """The elements of a fragment; `problems` names what is not closed."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.problems: list[str] = []
        self.text = ""
        self.feed(source)
        self.close()
        self.problems += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag == name]

    def headings(self) -> list[int]:
        return [
            int(tag[1]) for tag, _ in self.elements if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()
        ]


def with_elements(*elements: Element, title: str = "Beskrivelse") -> Document:
    section = Section(title=title, elements=elements)
    return sample.booklet(
        front=(), appendix=(), chapters=(Chapter(key="et", number=1, title="Et", sections=(section,)),)
    )


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(html.render(sample.booklet()))


@pytest.mark.parametrize("document", [sample.booklet(), sample.sheet(), sample.item()])
def test_every_publication_is_well_formed(document: Document) -> None:
    assert Page(html.render(document)).problems == []


def test_the_headings_have_no_gap(page: Page) -> None:
    levels = page.headings()
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_title_can_stand_below_a_page_title() -> None:
    assert min(Page(html.render(sample.booklet(), top=2)).headings()) == 2


def test_the_contents_lead_to_every_chapter_and_each_leads_back(page: Page) -> None:
    ids = {attributes["id"] for _, attributes in page.elements if attributes.get("id")}
    links = [attributes["href"] for attributes in page.all("a") if (attributes["href"] or "").startswith("#")]
    assert {link[1:] for link in links if link} <= ids
    chapters = [f"#{chapter.key}" for chapter in sample.booklet().chapters]
    assert [link for link in links if link in chapters] == chapters
    assert links.count("#indhold") == 1 + 9 + 2  # foreword, chapters, figures and colophon


def test_no_id_stands_twice(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.elements if attributes.get("id")]
    assert len(ids) == len(set(ids))


def test_there_is_no_style_and_no_script_in_the_fragment(page: Page) -> None:
    assert page.all("style") == page.all("script") == []
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert not [attributes for _, attributes in page.elements if "style" in attributes]


def test_every_header_cell_says_what_it_heads(page: Page) -> None:
    assert {attributes.get("scope") for attributes in page.all("th")} == {"col", "row"}
    assert len(page.all("caption")) == len(page.all("table"))


def test_a_drawing_is_named_and_decoration_is_silent(page: Page) -> None:
    assert all(attributes.get("aria-hidden") == "true" for attributes in page.all("svg"))
    named = [attributes for attributes in page.all("div") if attributes.get("role") == "img"]
    assert len(named) == 11
    assert all(attributes["aria-label"] for attributes in named)


def test_text_is_escaped_wherever_it_stands() -> None:
    bad = '<script>alert("1")</script> & <b>'
    elements: tuple[Element, ...] = (
        Prose(body=text_body(bad)),
        FactsBox(title=bad, body=text_body(bad)),
        Table(caption=bad, header=(bad, bad), rows=((bad, bad),), note=bad),
        Photo(base64="/9j/AAAA", alt=bad, caption=bad),
    )
    page = Page(html.render(with_elements(*elements, title=bad)))
    assert page.problems == []
    assert page.all("script") == page.all("b") == []
    assert page.text.count("alert(") == 10
    assert page.all("img")[0]["alt"] == bad


def test_links_strong_and_quotes_are_marked_up() -> None:
    body = from_plain(
        "Se [hæftet](https://eksempel.dk/?a=1&b=2) og **dette**.\n\n> Ja.\n> – en borger\n\n1. a\n2. b"
    )
    fragment = html.render(with_elements(Prose(body=body)))
    assert '<a href="https://eksempel.dk/?a=1&amp;b=2">hæftet</a> og <strong>dette</strong>.' in fragment
    assert "<blockquote><p>Ja.</p></blockquote><figcaption>– en borger</figcaption>" in fragment
    assert "<ol><li>a</li><li>b</li></ol>" in fragment


def test_headings_in_a_text_follow_the_section() -> None:
    fragment = html.render(with_elements(Prose(body=from_plain("# Baggrund\n\nTekst"))))
    assert "<h3>Beskrivelse</h3><h4>Baggrund</h4>" in fragment


def test_the_three_kinds_of_nothing_stay_apart(page: Page) -> None:
    assert all(state in page.text for state in ("Ingen fundet", "Ikke undersøgt", "Uoplyst"))


def test_a_file_that_stands_alone_fetches_nothing() -> None:
    whole = html.standalone(sample.booklet(), ".booklet { color: var(--ink) } /* </style> */")
    page = Page(whole)
    assert page.problems == []
    assert len(page.all("style")) == 1
    assert "--colour-dark:#1f5f5b" in whole
    assert page.all("link") == page.all("script") == []
    assert page.all("html")[0]["lang"] == "da"
    assert "<title>Ni idéer på prøve</title>" in whole
