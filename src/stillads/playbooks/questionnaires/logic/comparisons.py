"""One comparison of one question with one value, as a condition."""

from decimal import Decimal, InvalidOperation
from typing import Final

from django.utils.translation import gettext as _

from ...format.conditions import Condition
from ...questions import Question
from ..refusals import CannotSay
from .names import Known
from .said import all_of, answered, between, differs, equals, none_of

FLIPPED: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_TEXTS: Final = frozenset({"short_text", "long_text", "date", "time"})
_NUMBERS: Final = frozenset({"number", "money", "duration"})
_PASSES: Final = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def compared(known: Known, op: str, said: str) -> Condition:
    """`question op said`. Raises CannotSay where conditions have no such test."""
    question = known.question
    if said == "":
        return _answered(question, op)
    if known.codes:
        return _chosen(known, op, said)
    if question.kind in _NUMBERS:
        return _number(question, op, said)
    if question.kind in _TEXTS and op in ("=", "!="):
        return _equal(question.key, op, (said,))
    raise CannotSay(_("an answer of the kind “%s” cannot be compared so") % question.word)


def has(known: Known, said: str) -> Condition:
    """Is `said` (one of) the answer(s)?"""
    if said not in known.codes:
        raise CannotSay(_("it compares with “%s”, which is none of the answers") % said)
    return equals(known.question.key, known.codes[said])


def counted(known: Known, op: str, said: str) -> Condition:
    """How long or how many: only whether there is an answer at all can be said."""
    if (op, said) in {(">", "0"), (">=", "1"), ("!=", "0")}:
        return answered(known.question.key, True)
    if (op, said) in {("=", "0"), ("<", "1"), ("<=", "0")}:
        return answered(known.question.key, False)
    raise CannotSay(_("it counts letters or answers"))


def _answered(question: Question, op: str) -> Condition:
    if op not in ("=", "!="):
        raise CannotSay(_("it compares with nothing"))
    return answered(question.key, op == "!=")


def _equal(key: str, op: str, values: tuple[str, ...]) -> Condition:
    return equals(key, *values) if op == "=" else differs(key, *values)


def _chosen(known: Known, op: str, said: str) -> Condition:
    if known.question.kind == "multiple_choice":
        raise CannotSay(_("it compares the whole of several answers"))
    if op in _PASSES:
        return _ordered(known, op, said)
    if said not in known.codes:
        raise CannotSay(_("it compares with “%s”, which is none of the answers") % said)
    return _equal(known.question.key, op, (known.codes[said],))


def _ordered(known: Known, op: str, said: str) -> Condition:
    """`q > 2` over coded answers is the list of those with a higher code."""
    bound = number_of(said)
    coded = {code: number_or_none(code) for code in known.codes}
    passing = [
        known.codes[code]
        for code, number in coded.items()
        if number is not None and _PASSES[op](number, bound)
    ]
    if not passing:
        raise CannotSay(_("none of the answers fulfils it"))
    return equals(known.question.key, *dict.fromkeys(passing))


def _number(question: Question, op: str, said: str) -> Condition:
    key, bound = question.key, number_of(said)
    if op == "=":
        return between(key, bound, bound)
    if op == "!=":
        return none_of(between(key, bound, bound))
    if op == ">=":
        return between(key, bound, None)
    if op == "<=":
        return between(key, None, bound)
    return _strictly(question, op, bound)


def _strictly(question: Question, op: str, bound: Decimal) -> Condition:
    """Over whole numbers `> 5` is at least 6; else an answer that is not at most 5."""
    key = question.key
    if getattr(question, "decimals", 0) == 0 and bound == bound.to_integral_value():
        return between(key, bound + 1, None) if op == ">" else between(key, None, bound - 1)
    other = between(key, None, bound) if op == ">" else between(key, bound, None)
    return all_of(answered(key, True), none_of(other))


def number_of(text: str) -> Decimal:
    """The number; CannotSay where the text is none."""
    number = number_or_none(text)
    if number is None:
        raise CannotSay(_("it compares with “%s”, which is no number") % text)
    return number


def number_or_none(text: str) -> Decimal | None:
    """The number, or None."""
    try:
        number = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < Decimal(10) ** 12 else None
