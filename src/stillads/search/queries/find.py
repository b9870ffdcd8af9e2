"""Finding things by parts of their words, alike on both databases."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import and_

from django.db import connection
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When, Window
from django.db.models.expressions import RawSQL
from django.db.models.functions import StrIndex
from django.db.models.lookups import Exact, GreaterThan

from stillads.kernel.danish import fold
from stillads.kernel.viewer import Viewer

from ..models import SearchEntry
from ..registry import kind, kinds, reach_of
from .highlight import Piece, extract, highlight

MOST_WORDS = 8
LEAF = 50  # hits of one kind on a page
_TRIGRAM = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. `pieces` is its title, `about` its context, both cut at what was looked for.

    `around` is an extract where the words stand in neither of them.
    """

    kind: str
    key: str
    title: str
    context: str
    url: str
    changed_at: datetime
    pieces: list[Piece]
    around: list[Piece]
    about: list[Piece]


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind, with its heading; `first` of them stand on leaves before this one."""

    kind: str
    label: str
    hits: list[Hit]
    total: int
    first: int = 0

    @property
    def last(self) -> int:
        """The number of the last hit shown."""
        return self.first + len(self.hits)


def words_of(text: str) -> list[str]:
    """The folded words that all must be found; at most eight, so that nobody can ask for thousands."""
    return list(dict.fromkeys(fold(text[:200]).split()))[:MOST_WORDS]


def find(text: str, *, viewer: Viewer, kinds: Collection[str] | None = None, limit: int = 50) -> list[Hit]:
    """What holds every word of `text`, whole or as part of a word; best first. Two SQL queries.

    Things whose title holds the words come before things that hold them elsewhere; among equals the
    one that changed last. Only what `viewer` may find. Nothing for an empty `text`.
    """
    words = words_of(text)
    if not words:
        return []
    return _best(_matching(words, viewer, kinds), words, limit)[1]


def find_groups(text: str, *, viewer: Viewer, kind: str = "", limit: int = 8, leaf: int = 1) -> list[Group]:
    """The hits by kind, in the order of registration; where `kind` is given, leaf after leaf of that kind.

    Two SQL queries per registered kind at most, however many rows.
    """
    words = words_of(text)
    if not words:
        return []
    found = []
    for registered in kinds():
        if kind and registered.key != kind:
            continue
        first, most = ((leaf - 1) * LEAF, LEAF) if kind else (0, limit)
        total, hits = _best(_matching(words, viewer, [registered.key]), words, most, first)
        if hits:
            found.append(Group(registered.key, str(registered.label), hits, total, first))
    return found


def _best(
    matching: QuerySet[SearchEntry], words: list[str], limit: int, first: int = 0
) -> tuple[int, list[Hit]]:
    """How many there are, and the best of them. Sorted are numbers only; texts are fetched for what is shown."""
    counted = _ranked(matching, words).annotate(total=Window(Count("pk")))
    top = list(counted.values_list("pk", "total")[first : first + limit])
    entries = SearchEntry.objects.defer("folded").in_bulk([pk for pk, _total in top])
    return (top[0][1] if top else 0), [_hit(entries[pk], words) for pk, _total in top]


def _matching(words: list[str], viewer: Viewer, only: Collection[str] | None) -> QuerySet[SearchEntry]:
    rows = SearchEntry.objects.filter(_within(viewer))
    rows = rows.filter(kind__in=only if only is not None else [registered.key for registered in kinds()])
    long = [word for word in words if len(word) >= _TRIGRAM]
    if connection.vendor == "sqlite" and long:
        phrases = " AND ".join('"' + word.replace('"', '""') + '"' for word in long)
        inside = RawSQL("SELECT rowid FROM search_trigrams WHERE search_trigrams MATCH %s", [phrases])
        rows = rows.filter(pk__in=inside)
    indexed = long if connection.vendor == "sqlite" else []
    for word in words:
        if word in indexed:
            continue  # a phrase of trigrams is that very part of the text
        rows = rows.filter(folded__contains=word)
    return rows


def _within(viewer: Viewer) -> Q:
    reach = reach_of(viewer)
    wanted = Q(permission__in=[key for key, units in reach.items() if units is None])
    for key, units in reach.items():
        if units is not None:
            wanted |= Q(permission=key, unit_id__in=units)
    return wanted


def _ranked(rows: QuerySet[SearchEntry], words: list[str]) -> QuerySet[SearchEntry]:
    longest = max(words, key=len)
    whens = [When(_stands_in_title(" ".join(words), at_once=True), then=Value(0))]
    if len(words) > 1:
        whole = reduce(and_, (Q(_stands_in_title(word)) for word in words))
        whens.append(When(whole, then=Value(1)))
    whens.append(When(_stands_in_title(longest), then=Value(2)))
    rank = Case(*whens, default=Value(3), output_field=IntegerField())
    return rows.annotate(rank=rank).order_by("rank", "-changed_at", "title_folded", "pk")


def _stands_in_title(text: str, *, at_once: bool = False) -> Exact | GreaterThan:
    """Both sides are folded, so a plain look for the text does, at a third of what LIKE takes on SQLite."""
    place = StrIndex("title_folded", Value(text))
    return Exact(place, Value(1)) if at_once else GreaterThan(place, Value(0))


def _hit(entry: SearchEntry, words: list[str]) -> Hit:
    seen = f"{entry.title_folded} {fold(entry.context)}"
    return Hit(
        kind=entry.kind,
        key=entry.key,
        title=entry.title,
        context=entry.context,
        url=kind(entry.kind).url_for(entry.key),
        changed_at=entry.changed_at,
        pieces=highlight(entry.title, words),
        around=[] if all(word in seen for word in words) else extract(entry.words, words),
        about=highlight(entry.context, words),
    )
