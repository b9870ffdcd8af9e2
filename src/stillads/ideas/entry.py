"""Reading a pasted list of ideas, and recognising those that are there already."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from math import ceil

from stillads.kernel.cpr import finds_cpr
from stillads.kernel.danish import fold

from .models import Idea

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪‣○●]|\(?\d{1,3}[.):]|\[[ xX]?\])\s+")
_ALIKE = 0.62  # share of trigrams in common (Jaccard): “klippekort uden bilag” ~ “klippekort uden bilager”
_SIGNS = re.compile(r"\W+")
_LOOKED_AT = 5000  # so many of the newest are looked through for what is nearly the same


class Verdict(Enum):
    """What the preview says of a line."""

    NEW = "new"
    SAME = "same"  # the same words stand in the list above, or in an idea that is there
    ALIKE = "alike"  # nearly the same
    CPR = "cpr"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One line. `match` is what it resembles; `match_id` its public id, empty for a line above."""

    number: int
    text: str
    verdict: Verdict
    match: str = ""
    match_id: str = ""


def read_lines(pasted: str) -> list[str]:
    """One idea per line, without bullets, numbers and empty lines."""
    lines = (_BULLET.sub("", " ".join(line.split())).strip(" \t;") for line in pasted.splitlines())
    return [line for line in lines if any(letter.isalnum() for letter in line)]


def preview(lines: Sequence[str]) -> list[PreviewLine]:
    """What each line is: new, there already, or nearly so. One SQL query; hundreds of lines at once."""
    known = _Known(Idea.objects.order_by("-pk").values_list("public_id", "title", "folded"))
    shown = []
    for number, line in enumerate(lines):
        verdict, match, match_id = known.verdict_on(line)
        shown.append(PreviewLine(number, line, verdict, match, match_id))
        known.add_line(line)
    return shown


class _Known:
    """Everything a line is compared with: by its folded words, and by trigrams for what is nearly equal."""

    def __init__(self, ideas: Iterable[tuple[str, str, str]]) -> None:
        self._ids: list[str] = []
        self._titles: list[str] = []
        self._bits: dict[str, int] = {}  # trigram → its place in the masks
        self._masks: list[int] = []
        self._same: dict[str, int] = {}
        self._holding: dict[str, list[int]] = defaultdict(list)
        for at, (public_id, title, folded) in enumerate(ideas):
            first, _newline, rest = folded.partition("\n")
            self._add(public_id, title, _bare(first), _bare(rest), nearly=at < _LOOKED_AT)

    def add_line(self, line: str) -> None:
        """One more line of the list itself."""
        self._add("", line, _plain(line), _plain(line))

    def _add(self, public_id: str, title: str, first: str, rest: str, *, nearly: bool = True) -> None:
        at = len(self._ids)
        self._ids.append(public_id)
        self._titles.append(title)
        self._same.setdefault(first, at)
        self._same.setdefault(rest, at)
        grams = _trigrams(rest if len(rest) < 200 else first) if nearly else set()
        self._masks.append(self._mask(grams))
        for gram in grams:
            self._holding[gram].append(at)

    def verdict_on(self, line: str) -> tuple[Verdict, str, str]:
        """The verdict, with what the line resembles."""
        if finds_cpr(line):
            return Verdict.CPR, "", ""
        if len(line) > 4000:
            return Verdict.LONG, "", ""
        at = self._same.get(_plain(line))
        if at is not None:
            return Verdict.SAME, self._titles[at], self._ids[at]
        at = self._nearest(line)
        return (Verdict.NEW, "", "") if at is None else (Verdict.ALIKE, self._titles[at], self._ids[at])

    def _nearest(self, line: str) -> int | None:
        """What shares enough trigrams. It must then hold one of the line's rarest ones: only that is compared."""
        grams = _trigrams(_plain(line))
        rarest = sorted(grams, key=lambda gram: len(self._holding.get(gram, ())))
        enough = len(grams) - ceil(_ALIKE * len(grams)) + 1
        candidates = {at for gram in rarest[:enough] for at in self._holding.get(gram, ())}
        best, where = _ALIKE, None
        mine = self._mask(grams)
        for at in sorted(candidates):
            other = self._masks[at]
            alike = (mine & other).bit_count() / (mine | other).bit_count()
            if alike >= best:
                best, where = alike, at
        return where

    def _mask(self, grams: set[str]) -> int:
        """The trigrams as one number: sets of thousands of ideas are compared in no time."""
        mask = 0
        for gram in grams:
            mask |= 1 << self._bits.setdefault(gram, len(self._bits))
        return mask


def _plain(text: str) -> str:
    return _bare(fold(text))


def _bare(folded: str) -> str:
    """Folded text without signs."""
    return _SIGNS.sub(" ", folded).strip()


def _trigrams(plain: str) -> set[str]:
    padded = f"  {plain} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
