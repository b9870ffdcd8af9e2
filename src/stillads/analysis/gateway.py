"""The small-cell rule: which figures may leave the house as they are. Pure; `actions` remembers them.

A count of citizens below 3, or of employees below 5 (both are settings), could point at somebody. It is
withheld unless the source itself has published it. Nought is shown: there is nobody to recognise. What is said of
some says something of the others: of a share the rest counts too (14 of 15 points at one). And what has been
published before counts: two editions that differ by one citizen point at that one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CITIZENS, EMPLOYEES, NOBODY = "citizens", "employees", ""

# Words of units that count people, in the singular and plural that Danish booklets use.
_PEOPLE: Final[dict[str, str]] = {
    **dict.fromkeys(
        ("borger", "borgere", "beboer", "beboere", "pårørende", "ældre", "personer", "person", "deltagere"),
        CITIZENS,
    ),
    **dict.fromkeys(
        ("medarbejder", "medarbejdere", "ansat", "ansatte", "kollega", "kolleger", "leder", "ledere",
         "terapeut", "terapeuter", "hjælper", "hjælpere", "sygeplejerske", "sygeplejersker"),
        EMPLOYEES,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """What the rule looks at in a figure; `exemption` says where the source has published it itself."""

    value: Decimal
    unit: str = ""
    perspective: str = ""
    numerator: int | None = None
    denominator: int | None = None
    exemption: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """Whether a figure is withheld, and the words that stand in its place if it is."""

    withheld: bool
    instead: str | Promise = ""


def thresholds() -> dict[str, int]:
    """Fewest people that a published count may show, by kind: STILLADS_FEWEST_CITIZENS and …_EMPLOYEES."""
    return {
        CITIZENS: settings.STILLADS_FEWEST_CITIZENS,
        EMPLOYEES: settings.STILLADS_FEWEST_EMPLOYEES,
    }


def release(count: Count) -> Release:
    """May the figure be shown as it is?"""
    if count.exemption:
        return Release(withheld=False)
    kind = whom(count)
    if kind == NOBODY:
        return Release(withheld=False)
    fewest = thresholds()[kind]
    if not any(0 < number < fewest for number in _numbers_of_people(count)):
        return Release(withheld=False)
    words = {CITIZENS: _("fewer than %(n)d citizens"), EMPLOYEES: _("fewer than %(n)d employees")}
    return Release(withheld=True, instead=words[kind] % {"n": fewest})


def release_after(count: Count, before: Iterable[tuple[int | None, int | None, Decimal | None]]) -> Release:
    """`release`, when the same figure has left the house already; `before`: numerator, denominator, value of each.

    A figure that differs from one of them by so few people that they could be found by subtraction is withheld: the
    earlier one stands. What is quite the same is shown again.
    """
    decided = release(count)
    kind = whom(count)
    if decided.withheld or count.exemption or kind == NOBODY:
        return decided
    fewest = thresholds()[kind]
    if any(0 < apart < fewest for earlier in before for apart in _apart(count, earlier)):
        return Release(
            withheld=True, instead=_("as in the edition before; the change is too small to be shown")
        )
    return decided


def _apart(count: Count, earlier: tuple[int | None, int | None, Decimal | None]) -> Iterator[Decimal]:
    numerator, denominator, value = earlier
    if count.numerator is not None and numerator is not None:
        yield Decimal(abs(count.numerator - numerator))
    if count.denominator is not None and denominator is not None:
        yield Decimal(abs(count.denominator - denominator))
    if _counts_people(count) and value is not None:
        yield abs(count.value - value)


def whom(count: Count) -> str:
    """Whom the figure counts: by its unit's word, or else by its perspective; the stricter kind in doubt."""
    for word in count.unit.lower().replace(",", " ").split():
        if word in _PEOPLE:
            return _PEOPLE[word]
    if count.numerator is None and count.denominator is None:
        return NOBODY
    return {"citizen": CITIZENS, "employee": EMPLOYEES, "economy": NOBODY}.get(count.perspective, EMPLOYEES)


def _numbers_of_people(count: Count) -> list[Decimal]:
    shares = [Decimal(number) for number in (count.numerator, count.denominator) if number is not None]
    if count.numerator is not None and count.denominator is not None:
        shares.append(Decimal(count.denominator - count.numerator))
    return [*shares, count.value] if _counts_people(count) else shares


def _counts_people(count: Count) -> bool:
    return any(word in _PEOPLE for word in count.unit.lower().split())
