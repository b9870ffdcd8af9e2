"""Days, weeks and months as files write them. A week counts on its Monday, a month on its first day."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ["jan januar", "feb februar", "mar marts", "apr april", "maj", "jun juni", "jul juli", "aug august",
         "sep sept september", "okt oktober", "nov november", "dec december"], start=1,
    )
    for name in names.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing a day: what a person calls it, with an example; its pattern and meaning."""

    name: str | Promise
    pattern: re.Pattern[str]
    make: Callable[[re.Match[str]], date]


def _day(found: re.Match[str]) -> date:
    year = int(found["y"])
    return date(year + 2000 if year < 100 else year, int(found["m"]), int(found["d"]))


def _week(found: re.Match[str]) -> date:
    return date.fromisocalendar(int(found["y"]), int(found["w"]), 1)


def _month(found: re.Match[str]) -> date:
    return date(int(found["y"]), int(found["m"]), 1)


def _named_month(found: re.Match[str]) -> date:
    return date(int(found["y"]), _MONTHS[found["m"].lower().rstrip(".")], 1)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_Y, _TIME = r"(?P<y>\d{4})", r"(?:[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?)?"
FORMATS: Final[Mapping[str, Format]] = {
    "iso": Format(_("2026-05-06"), _pattern(rf"{_Y}-(?P<m>\d\d)-(?P<d>\d\d){_TIME}"), _day),
    "danish": Format(_("6-5-2026, 06.05.2026 or 06/05/26"),
                     _pattern(rf"(?P<d>\d\d?)[-./](?P<m>\d\d?)[-./](?P<y>\d{{4}}|\d\d){_TIME}"), _day),
    "compact": Format(_("20260506"), _pattern(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)"), _day),
    "week": Format(_("2026-W19"), _pattern(rf"{_Y}-?[WU](?P<w>\d\d?)"), _week),
    "year_week": Format(_("2026 week 19"), _pattern(rf"{_Y}[ ,/-]*(?:uge|week)[ .]*(?P<w>\d\d?)"), _week),
    "week_year": Format(_("week 19 2026, or 19/2026"),
                        _pattern(rf"(?:(?:uge|week)[ .]*)?(?P<w>\d\d?)[ ,/-]+{_Y}"), _week),
    "month": Format(_("2026-05"), _pattern(rf"{_Y}[-./](?P<m>\d\d?)"), _month),
    "month_year": Format(_("05-2026"), _pattern(rf"(?P<m>\d\d?)[-./]{_Y}"), _month),
    "named_month": Format(_("May 2026"), _pattern(rf"(?P<m>[a-z]{{3,9}}\.?)[ -]+{_Y}"), _named_month),
}  # fmt: skip
"""By key. A file is read in one of them; which is guessed from its first days and can be changed."""

_FIRST: Final[Mapping[str, tuple[str, ...]]] = {
    "day": ("iso", "danish", "compact"),
    "week": ("week", "year_week", "week_year", "iso", "danish", "compact"),
    "month": ("month", "month_year", "named_month", "compact", "iso", "danish"),
}


def day_in(key: str, text: str) -> date | None:
    """The day that `text` means in the format `key`; None where it means none."""
    form = FORMATS[key]
    found = form.pattern.fullmatch(text.strip())
    if found is None:
        return None
    try:
        return form.make(found)
    except (ValueError, KeyError):
        return None


def guess_format(per: str, texts: Iterable[str]) -> str:
    """The first format that all the texts are written in; the one for `per` where none is."""
    given = [text for text in texts if text.strip()]
    for key in dict.fromkeys((*_FIRST[per], *FORMATS)):
        if given and all(day_in(key, text) is not None for text in given):
            return key
    return _FIRST[per][0]


def as_text(value: Any) -> str:
    """A cell of a sheet as the text that a CSV file would hold."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".").replace(".", ",")
    return str(value)
