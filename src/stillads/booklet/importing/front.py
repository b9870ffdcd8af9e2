"""What the foreword tells beside its words: who wrote it, the facts box, the round's dates."""

import re
from dataclasses import dataclass
from datetime import date

from stillads.documents.blocks import Block, Body, List, spans_text
from stillads.documents.plain import from_plain
from stillads.kernel.dates import MONTHS

_DAY = rf"(\d{{1,2}})\.\s*({'|'.join(MONTHS)})"
_SPAN = re.compile(rf"{_DAY}(?:\s+(\d{{4}}))?\s*(?:-|–|til)\s*(?:den\s+)?{_DAY}\s+(\d{{4}})", re.IGNORECASE)
_MEETING = re.compile(rf"velfærdsmøde\w*\s+den\s+{_DAY}\s+(\d{{4}})", re.IGNORECASE)
_COMMITTEE = re.compile(rf"udvalg\w*\s+den\s+{_DAY}\s+(\d{{4}})", re.IGNORECASE)
_FACTS = re.compile(r"Fakta\b")
_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class RoundDates:
    """The dates of a round as a foreword tells them; None where it does not."""

    start: date | None = None
    end: date | None = None
    welfare_meeting: date | None = None
    committee_meeting: date | None = None


@dataclass(frozen=True, slots=True)
class FrontPlan:
    """The foreword's text, its author line ("Af …"), and the facts box with its title."""

    foreword: Body
    foreword_by: str
    facts_title: str
    facts: Body


def plan_front(text: str) -> FrontPlan:
    """Take the foreword apart; no word is lost between the four."""
    blocks = list(from_plain(text).blocks)
    by = ""
    if blocks and _words(blocks[0]).startswith("Af ") and len(_words(blocks[0])) <= 300:
        by = _words(blocks.pop(0))
    at = next((i for i, block in enumerate(blocks) if _is_facts_title(block)), None)
    if at is None:
        return FrontPlan(Body(blocks=tuple(blocks)), by, "", Body())
    facts = Body(blocks=tuple(blocks[at + 1 :]))
    return FrontPlan(Body(blocks=tuple(blocks[:at])), by, _words(blocks[at]), facts)


def round_dates(text: str) -> RoundDates:
    """The dates that the foreword names."""
    words = " ".join(text.split())
    span = _SPAN.search(words)
    start, end = (None, None) if span is None else _span(span)
    return RoundDates(start, end, _day(_MEETING.search(words)), _day(_COMMITTEE.search(words)))


def _span(found: re.Match[str]) -> tuple[date | None, date | None]:
    first_day, first_month, first_year, last_day, last_month, last_year = found.groups()
    start = _date(first_day, first_month, first_year or last_year)
    end = _date(last_day, last_month, last_year)
    return (start, end) if start and end and start <= end else (None, None)


def _day(found: re.Match[str] | None) -> date | None:
    return _date(*found.groups()) if found else None


def _date(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:
        return None


def _words(block: Block) -> str:
    return "" if isinstance(block, List) else spans_text(block.spans).strip()


def _is_facts_title(block: Block) -> bool:
    words = _words(block)
    return bool(_FACTS.match(words)) and len(words) <= _LONGEST_TITLE and not words.endswith(".")
