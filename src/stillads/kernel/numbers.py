"""Numbers as Danes write them: 1.234,5 and 36 % (Dansk Sprognævn, § 60 ff.)."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from django.utils.translation import gettext as _

from .rules import RuleError

type_number = int | float | Decimal


def format_number(value: type_number, decimals: int | None = None) -> str:
    """`1234.5` as `1.234,5`. Without `decimals` all significant ones stay (at most 6)."""
    number = Decimal(str(value))
    if decimals is None:
        number = number.quantize(Decimal("0.000001")).normalize()
        text = f"{number:,f}"
    else:
        rounded = number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
        text = f"{rounded:,f}"
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".").replace("-", "−")


def format_percent(share: type_number, decimals: int = 0) -> str:
    """A share between 0 and 1 as `36 %`, with the narrow space that keeps them together."""
    return f"{format_number(Decimal(str(share)) * 100, decimals)} %"


def parse_number(text: str) -> Decimal:
    """What a person typed, `1.234,5` or `1234.5` or `7,5`, as a Decimal; RuleError if it is none."""
    cleaned = text.strip().replace(" ", "").replace(" ", "").replace("−", "-")
    if "," in cleaned:
        cleaned = cleaned.replace(".", "").replace(",", ".")
    elif cleaned.count(".") > 1 or _groups_of_three(cleaned):
        cleaned = cleaned.replace(".", "")
    try:
        number = Decimal(cleaned)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise RuleError(_("Write a number, for example 7.5."))
    return number


def _groups_of_three(text: str) -> bool:
    head, dot, tail = text.partition(".")
    return bool(dot) and len(tail) == 3 and head.lstrip("-").isdigit() and head not in {"0", "-0"}
