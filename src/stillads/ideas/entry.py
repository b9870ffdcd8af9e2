"""Reading a pasted list of ideas, and recognising those that are there already."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from stillads.kernel.cpr import finds_cpr
from stillads.kernel.danish import fold

from .models import Idea

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪‣○●]|\(?\d{1,3}[.):]|\[[ xX]?\])\s+")
_ALIKE = 0.62  # share of trigrams in common (Jaccard): “klippekort uden bilag” ~ “klippekort uden bilager”
_LOOKED_AT = 5000  # the newest ideas


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
    known = _Known(Idea.objects.order_by("-pk").values_list("public_id", "title", "text")[:_LOOKED_AT])
    shown = []
    for number, line in enumerate(lines):
        verdict, match, match_id = known.verdict_on(line)
        shown.append(PreviewLine(number, line, verdict, match, match_id))
        known.add("", line, line)
    return shown


class _Known:
    """Everything a line is compared with: by its folded words, and by trigrams for what is nearly equal."""

    def __init__(self, ideas: Iterable[tuple[str, str, str]]) -> None:
        self._ids: list[str] = []
        self._titles: list[str] = []
        self._sizes: list[int] = []
        self._same: dict[str, int] = {}
        self._holding: dict[str, list[int]] = defaultdict(list)
        for public_id, title, text in ideas:
            self.add(public_id, title, text)

    def add(self, public_id: str, title: str, text: str) -> None:
        """One more to compare with."""
        at = len(self._ids)
        grams = _trigrams(text if len(text) < 200 else title)
        self._ids.append(public_id)
        self._titles.append(title)
        self._sizes.append(len(grams))
        for words in {_plain(text), _plain(title)}:
            self._same.setdefault(words, at)
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
        grams = _trigrams(line)
        shared = Counter(at for gram in grams for at in self._holding.get(gram, ()))
        best, where = _ALIKE, None
        for at, common in shared.items():
            alike = common / (len(grams) + self._sizes[at] - common)
            if alike >= best:
                best, where = alike, at
        return where


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", fold(text)).strip()


def _trigrams(text: str) -> set[str]:
    padded = f"  {_plain(text)} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
