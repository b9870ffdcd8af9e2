"""Danish letters, numbers, dates and days off."""

from datetime import date
from decimal import Decimal

import pytest

from stillads.kernel.cpr import finds_cpr
from stillads.kernel.danish import fold, sort_key
from stillads.kernel.dates import format_span, last_day, length_in_days
from stillads.kernel.numbers import format_number, format_percent, parse_number
from stillads.kernel.rules import RuleError
from stillads.kernel.working_days import add_working_days, is_working_day, summer_overlap


def test_names_sort_in_danish_order_with_aa_as_aa() -> None:
    names = ["Ærø", "Aase", "Zita", "Østerby", "Åge", "Anna"]
    assert sorted(names, key=sort_key) == ["Anna", "Zita", "Ærø", "Østerby", "Åge", "Aase"]


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Døgnrytme", "doegnrytme"), ("  MÅL   tid ", "maal tid"), ("café", "cafe"), ("Æble", "aeble")],
)
def test_folding(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_both_dates_count() -> None:
    assert length_in_days(date(2022, 4, 26), date(2022, 8, 23)) == 120
    assert last_day(date(2022, 4, 26), 100) == date(2022, 8, 3)
    assert format_span(date(2022, 4, 26), date(2022, 8, 23)) == "26. april – 23. august 2022"


@pytest.mark.parametrize(
    ("value", "text"),
    [(1234.5, "1.234,5"), (0, "0"), (-3, "−3"), (1000000, "1.000.000"), (Decimal("0.10"), "0,1")],
)
def test_numbers_are_written_in_danish(value: float, text: str) -> None:
    assert format_number(value) == text


def test_percent_keeps_its_sign_beside_it() -> None:
    assert format_percent(Decimal(42) / 116) == "36 %"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("7,5", "7.5"), ("1.234,5", "1234.5"), ("1.234", "1234"), ("0.5", "0.5"), ("−2", "-2")],
)
def test_typed_numbers(typed: str, value: str) -> None:
    assert parse_number(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["", "syv", "nan", "1,2,3", "∞"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(RuleError):
        parse_number(typed)


@pytest.mark.parametrize("text", ["Bor 010203-1234", "0102031234", "010203 1234", "010203\u20131234"])
def test_something_like_a_cpr_number_is_found(text: str) -> None:
    assert finds_cpr(text)


@pytest.mark.parametrize(
    "text", ["Ring 86 12 34 56 78", "450203-1234", "fra 30.05.2022 - 24.08.2022", "12345678901"]
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not finds_cpr(text)


def test_days_off() -> None:
    assert not is_working_day(date(2026, 6, 5))  # Grundlovsdag
    assert not is_working_day(date(2022, 5, 13))  # Store bededag, until 2023
    assert is_working_day(date(2024, 4, 26))  # and no longer
    assert add_working_days(date(2026, 12, 23), 1) == date(2026, 12, 28)
    assert summer_overlap(date(2022, 4, 26), date(2022, 8, 23)) == 21
