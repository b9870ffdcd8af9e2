"""Indexing everything anew, from what the rooms hold."""

from django.db import transaction

from ..models import SearchEntry
from ..registry import kinds
from ..trigrams import make_trigrams
from .index import index_many


def rebuild() -> dict[str, int]:
    """Throws the index away and fills it again. Returns kind → number of entries.

    One transaction: a reader sees the old index until the new one is whole. A kind that has no
    rebuild provider keeps what it has.
    """
    counts: dict[str, int] = {}
    with transaction.atomic():
        for registered in kinds():
            if registered.rebuild is None:
                continue
            SearchEntry.objects.filter(kind=registered.key).delete()
            counts[registered.key] = index_many(kind=registered.key, things=registered.rebuild())
        make_trigrams()
    return counts
