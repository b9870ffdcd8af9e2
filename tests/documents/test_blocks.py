import pytest
from pydantic import ValidationError

from stillads.documents.blocks import Body, LinkSpan, NumberSpan, Paragraph, TextSpan, parse_body, text_body

DATA = {
    "blocks": [
        {"type": "heading", "spans": [{"text": "Baggrund"}]},
        {
            "type": "paragraph",
            "spans": [{"text": "Kun "}, {"number": "ab12cd", "text": "2 af 16"}, {"text": " svarer."}],
        },
        {
            "type": "list",
            "ordered": False,
            "items": [[{"text": "et", "strong": True}], [{"number": "x9", "text": ""}]],
        },
        {"type": "quote", "spans": [{"text": "Hej"}], "by": "en borger"},
        {"type": "paragraph", "spans": [{"text": "hæftet", "href": "https://eksempel.dk"}]},
    ]
}


def test_a_body_comes_back_as_it_was_stored() -> None:
    assert parse_body(DATA).data() == DATA


def test_plain_text_is_the_words_alone() -> None:
    assert parse_body(DATA).plain_text() == "Baggrund\nKun 2 af 16 svarer.\net\nHej\nhæftet"


def test_numbers_are_named_once_in_reading_order() -> None:
    assert parse_body(DATA).numbers() == ("ab12cd", "x9")


def test_numbers_are_filled_in_when_frozen() -> None:
    frozen = parse_body(DATA).with_numbers({"x9": "36\u202f%"})
    assert frozen.plain_text() == "Baggrund\nKun 2 af 16 svarer.\net\n36\u202f%\nHej\nhæftet"


@pytest.mark.parametrize("data", [None, {}, {"blocks": []}])
def test_nothing_is_an_empty_body(data: object) -> None:
    assert parse_body(data) == Body()
    assert parse_body(data).is_empty()


def test_a_number_alone_is_not_empty() -> None:
    assert not Body(blocks=(Paragraph(spans=(NumberSpan(number="x9"),)),)).is_empty()
    assert Body(blocks=(Paragraph(spans=(TextSpan(text=" "),)),)).is_empty()


@pytest.mark.parametrize(
    "data",
    [
        "tekst",
        {"blocks": [{"type": "html", "spans": []}]},
        {"blocks": [{"type": "paragraph", "spans": [{"text": "a", "onclick": "b"}]}]},
        {"blocks": [{"type": "paragraph", "spans": [{"text": "a", "href": "javascript:b"}]}]},
        {"blocks": [{"type": "paragraph", "spans": [{"number": "../x", "text": ""}]}]},
    ],
)
def test_what_is_not_a_body_is_refused(data: object) -> None:
    with pytest.raises(ValidationError):
        parse_body(data)


@pytest.mark.parametrize("href", ["//andet.dk", "data:text/html,x", "https://a b", "vbscript:x", ""])
def test_a_link_leads_only_where_links_lead(href: str) -> None:
    with pytest.raises(ValidationError, match="a link begins with"):
        LinkSpan(text="a", href=href)


def test_text_body_reads_no_markup() -> None:
    assert text_body("*a*", "", "- b").data() == {
        "blocks": [
            {"type": "paragraph", "spans": [{"text": "*a*"}]},
            {"type": "paragraph", "spans": [{"text": "- b"}]},
        ]
    }
