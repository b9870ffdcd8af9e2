"""Answers to choose among: from the file's codes and labels to options, or to the points of a scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from django.utils.translation import gettext as _

from ..questions.options import Option
from ..questions.standard import DONT_KNOW, LIKERT_SCALES
from .keys import Keys
from .logic.comparisons import number_or_none
from .refusals import CannotSay
from .words import line_and_rest, plain

MOST: Final = 60
_POINTS: Final = range(2, 12)
_DONT_KNOW: Final = frozenset(
    {"ved ikke", "ved ikke.", "don't know", "dont know", "don’t know", "do not know"}
)

type_pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Choices:
    """`fields` make the question; `codes` are the file's codes → the values of the answers."""

    fields: Mapping[str, Any]
    codes: Mapping[str, str]
    notes: tuple[str, ...] = ()


def choices_of(pairs: Sequence[type_pair], source: str = "") -> Choices:
    """Options of (code, label) pairs. Raises CannotSay where there are none or too many."""
    if not pairs:
        raise CannotSay(_("It has no answers to choose among."))
    if len(pairs) > MOST:
        raise CannotSay(
            _("It has %(n)d answers; here there can be %(most)d.") % {"n": len(pairs), "most": MOST}
        )
    if [label.strip().lower() for _code, label in pairs] == ["ja", "nej"]:
        return Choices(
            {"standard": "yes_no"}, dict(zip((code for code, _l in pairs), ("yes", "no"), strict=True))
        )
    return _written_out(pairs, source)


def _written_out(pairs: Sequence[type_pair], source: str) -> Choices:
    keys, codes, options = Keys(), {}, []
    notes: list[str] = []
    for code, label in pairs:
        if code in codes:
            notes.append(_("The answer “%s” stands there twice; the first one counts.") % code)
            continue
        words, lost = plain(label or code, source)
        line, rest = line_and_rest(words or code)
        codes[code] = keys.option(code, line)
        options.append(Option(key=codes[code], text=line, help=rest))
        notes += lost
    return Choices({"options": tuple(options)}, codes, tuple(dict.fromkeys(notes)))


def scale_of(pairs: Sequence[type_pair], source: str = "") -> Choices:
    """The points of a Likert scale, least first. Raises CannotSay where they are no scale."""
    known = [(code, label) for code, label in pairs if label.strip().lower() not in _DONT_KNOW]
    if len(known) not in _POINTS or len(pairs) - len(known) > 1:
        raise CannotSay(_("It is no scale of 2 to 11 points."))
    numbered = _consecutive(known)
    ordered = sorted(known, key=lambda pair: number_or_none(pair[0]) or Decimal(0)) if numbered else known
    points = tuple(line_and_rest(plain(label or code, source)[0] or code)[0] for code, label in ordered)
    codes = {code: str(point) for point, (code, _label) in enumerate(ordered, start=1)}
    codes |= {code: DONT_KNOW for code, label in pairs if (code, label) not in known}
    notes = () if numbered else (_("Check that the scale goes from least to most."),)
    return Choices({**_named(points), "dont_know": len(known) < len(pairs)}, codes, notes)


def _named(points: tuple[str, ...]) -> Mapping[str, Any]:
    for name, labels in LIKERT_SCALES.items():
        if [point.lower() for point in points] == [label.lower() for label in labels]:
            return {"scale": name}
    return {"points": points}


def is_graded(pairs: Sequence[type_pair]) -> bool:
    """Do at least three answers carry consecutive numbers, as a scale's do?"""
    known = [pair for pair in pairs if pair[1].strip().lower() not in _DONT_KNOW]
    return len(known) > 2 and _consecutive(known)


def _consecutive(pairs: Sequence[type_pair]) -> bool:
    numbers = [number_or_none(code) for code, _label in pairs]
    said = sorted(number for number in numbers if number is not None)
    return len(said) == len(pairs) and all(b - a == 1 for a, b in pairwise(said))
