import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillads.documents.blocks import Body, Heading, LinkSpan, List, NumberSpan, Paragraph, Quote, TextSpan
from stillads.documents.plain import from_plain, to_plain


def words(text: str) -> TextSpan:
    return TextSpan(text=text)


def paragraph(text: str) -> Paragraph:
    return Paragraph(spans=(words(text),))


def bullets(*items: str) -> List:
    return List(items=tuple((words(item),) for item in items))


def body(*blocks: Paragraph | Heading | Quote | List) -> Body:
    return Body(blocks=blocks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", body()),
        ("  \n\n ", body()),
        ("Et afsnit.", body(paragraph("Et afsnit."))),
        ("Et.\n\nTo.", body(paragraph("Et."), paragraph("To."))),
        ("Et.\r\n\r\nTo.", body(paragraph("Et."), paragraph("To."))),
        ("Hovedgaden 1\n8800 Viborg", body(paragraph("Hovedgaden 1\n8800 Viborg"))),
        ("- et\n- to", body(bullets("et", "to"))),
        ("- et\n\n- to", body(bullets("et", "to"))),
        ("Før:\n- et\n- to\nEfter", body(paragraph("Før:"), bullets("et", "to"), paragraph("Efter"))),
        ("- et\n  fortsat", body(bullets("et fortsat"))),
        (
            "1. et\n2. to",
            body(List(ordered=True, items=((words("et"),), (words("to"),)))),
        ),
        (
            "1. juli 2025 kom loven.\n2. august blev den brugt.",
            body(paragraph("1. juli 2025 kom loven.\n2. august blev den brugt.")),
        ),
        ("3. runde gik godt.", body(paragraph("3. runde gik godt."))),
        ("> Jeg blev hørt.\n> – en borger", body(Quote(spans=(words("Jeg blev hørt."),), by="en borger"))),
        ("# Baggrund\nTekst", body(Heading(spans=(words("Baggrund"),)), paragraph("Tekst"))),
        (
            "Kun [tal:ab12cd] svarede.",
            body(Paragraph(spans=(words("Kun "), NumberSpan(number="ab12cd"), words(" svarede.")))),
        ),
        (
            "Se [hæftet](https://eksempel.dk/h).",
            body(
                Paragraph(
                    spans=(words("Se "), LinkSpan(text="hæftet", href="https://eksempel.dk/h"), words("."))
                )
            ),
        ),
        (
            "Det er **fed** og *kursiv*.",
            body(
                Paragraph(
                    spans=(
                        words("Det er "),
                        TextSpan(text="fed", strong=True),
                        words(" og "),
                        TextSpan(text="kursiv", emphasis=True),
                        words("."),
                    )
                )
            ),
        ),
        ("5 * 4 * 3 og 2*3*4", body(paragraph("5 * 4 * 3 og 2*3*4"))),
        (r"\- ikke en liste og \*ikke kursiv\*", body(paragraph("- ikke en liste og *ikke kursiv*"))),
        ("[nej](javascript:alert)", body(paragraph("[nej](javascript:alert)"))),
    ],
)
def test_reads_what_a_person_writes(text: str, expected: Body) -> None:
    assert from_plain(text) == expected


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("•\tet\r\n•\tto", body(bullets("et", "to"))),
        ("o\tet\no\tto", body(bullets("et", "to"))),
        ("§\tet\n§\tto", body(bullets("et", "to"))),
        ("\uf0b7\u00a0\u00a0et\n\uf0a7  to", body(bullets("et", "to"))),
        ("·       et\n·       to", body(bullets("et", "to"))),
        ("-\tet\n–\tto", body(bullets("et", "to"))),
        ("§ 83 gælder", body(paragraph("§ 83 gælder"))),
        ("– Det er godt, siger hun.", body(paragraph("– Det er godt, siger hun."))),
        ("kommu\u00adnale ple\u200bje", body(paragraph("kommunale pleje"))),
        ("100\u00a0dage og 36\u202f%", body(paragraph("100 dage og 36\u202f%"))),
        ("”Ja”, sagde “hun”", body(paragraph("”Ja”, sagde “hun”"))),
        ("linje\vskift", body(paragraph("linje\nskift"))),
        ("a\tb   c", body(paragraph("a b c"))),
        ("nul\x00tegn", body(paragraph("nultegn"))),
        ("re\u0301sume\u0301", body(paragraph("résumé"))),
        ("vend\u202eom", body(paragraph("vendom"))),
    ],
)
def test_text_from_word_arrives_clean(pasted: str, expected: Body) -> None:
    assert from_plain(pasted) == expected


pieces = [*"ab æ1.-*>#[]()\\|•–§o\n\t:/", "\n\n", "[tal:ab12cd]", "1. ", "2. ", "- ", "**", "\n> ", "\n# "]
signs = st.lists(st.sampled_from(pieces), max_size=40).map("".join)


@given(signs | st.text(max_size=80))
def test_what_was_read_is_read_the_same_again(text: str) -> None:
    once = from_plain(text)
    assert from_plain(to_plain(once)) == once
    assert to_plain(from_plain(to_plain(once))) == to_plain(once)


texts = st.text(alphabet=list("ab æ1.-*>#[]()\\|•–§o:/t"), min_size=1, max_size=20)
spans = st.lists(
    st.builds(TextSpan, text=texts, strong=st.booleans(), emphasis=st.booleans())
    | st.builds(NumberSpan, number=st.just("ab12cd"), text=texts)
    | st.builds(LinkSpan, text=texts, href=st.just("https://eksempel.dk/a")),
    max_size=4,
).map(tuple)
bodies = st.builds(
    Body,
    blocks=st.lists(
        st.builds(Paragraph, spans=spans)
        | st.builds(Heading, spans=spans)
        | st.builds(Quote, spans=spans, by=texts)
        | st.builds(List, ordered=st.booleans(), items=st.lists(spans, max_size=3).map(tuple)),
        max_size=4,
    ).map(tuple),
)


def letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


@given(bodies)
def test_no_word_is_lost_whatever_the_body(some: Body) -> None:
    again = from_plain(to_plain(some))
    assert letters(again.plain_text()) == letters(some.plain_text())
    assert from_plain(to_plain(again)) == again


def test_to_plain_writes_what_a_person_would() -> None:
    text = "Kun [tal:ab12cd|2 af 16] svarede **nej**.\n\n- et\n- to\n\n> Godt.\n> – en borger\n\n1. a\n2. b"
    assert to_plain(from_plain(text)) == text


def test_to_plain_puts_a_backslash_only_where_it_is_needed() -> None:
    assert to_plain(body(paragraph("5 * 4 er 20"))) == "5 * 4 er 20"
    assert to_plain(body(paragraph("- 5 grader"))) == r"\- 5 grader"
    assert to_plain(body(paragraph("et *ord*"))) == r"et \*ord\*"
