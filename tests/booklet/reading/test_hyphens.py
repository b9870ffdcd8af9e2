"""Every kind of hyphen that stands at the end of a line."""

import pytest

from stillads.booklet.reading.hyphens import meet


@pytest.mark.parametrize(
    ("before", "after", "together"),
    [
        ("kommu-", "nale", "kommunale"),
        ("vir-", "keligheden.", "virkeligheden."),
        ("Vel-", "færdsmødet", "Velfærdsmødet"),
        ("fag-", "systemet", "fagsystemet"),
        ("op-", "gaverne", "opgaverne"),
        ("sam-", "men", "sammen"),
        ("vi-", "borg.dk", "viborg.dk"),
        ("bebo-", "ere", "beboere"),
        ("”puls-", "målinger”.", "”pulsmålinger”."),
        ("(hjæl-", "pemidler)", "(hjælpemidler)"),
        ("døgnrytme\u00ad", "planer", "døgnrytmeplaner"),
        ("virk-", "samt", "virksamt"),
        ("“kom-", "me-og-gå-princippet”:", "“komme-og-gå-princippet”:"),
        ("ud-af-hu-", "set-aktiviteter", "ud-af-huset-aktiviteter"),
        ("ikke-akut-", "te", "ikke-akutte"),
        ("advis-funk-", "tion", "advis-funktion"),
        ("gene-", "ralist-viden", "generalist-viden"),
        ("be-", "stillingskataloger", "bestillingskataloger"),
    ],
)
def test_a_hyphen_that_the_line_put_there_goes(before: str, after: str, together: str) -> None:
    assert meet(before, after) == together


@pytest.mark.parametrize(
    ("before", "after", "together"),
    [
        ("komme-", "og-gå-princippet", "komme-og-gå-princippet"),
        ("APV-", "hjælpemidler", "APV-hjælpemidler"),
        ("§79-", "dagcentre", "§79-dagcentre"),
        ("IT-", "system", "IT-system"),
        ("100-", "dages", "100-dages"),
        ("e-", "mail", "e-mail"),
        ("ikke-", "akutte", "ikke-akutte"),
        ("Midt-", "Jylland", "Midt-Jylland"),
        ("15.30-", "23.00", "15.30-23.00"),
    ],
)
def test_a_hyphen_of_the_word_stays(before: str, after: str, together: str) -> None:
    assert meet(before, after) == together


@pytest.mark.parametrize(
    ("before", "after", "together"),
    [
        ("pleje- ", "og omsorgscentrene", "pleje- og omsorgscentrene"),
        ("sundheds-", "og omsorgsområdet", "sundheds- og omsorgsområdet"),
        ("ind-", "eller udgang", "ind- eller udgang"),
        ("behov -", "f.eks.", "behov - f.eks."),
        ("mad-", "(og måltider)", "mad- (og måltider)"),
        ("to ord", "her", "to ord her"),
    ],
)
def test_two_words_stay_two(before: str, after: str, together: str) -> None:
    assert meet(before, after) == together


def test_the_booklet_itself_says_how_a_compound_is_written() -> None:
    assert meet("fokusgruppe-", "interview") == "fokusgruppeinterview"
    assert meet("fokusgruppe-", "interview", frozenset({"fokusgruppe-interview"})) == "fokusgruppe-interview"
    both = frozenset({"fokusgruppe-interview", "fokusgruppeinterview"})
    assert meet("fokusgruppe-", "interview", both) == "fokusgruppeinterview"
