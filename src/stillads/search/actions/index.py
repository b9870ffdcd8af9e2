"""Keeping the index true. Called inside the transaction of the deed that changed the thing.

Nothing is audited here: the deed itself is, by the room that did it.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from stillads.kernel.danish import fold

from ..models import SearchEntry
from ..registry import Searchable, kind

_CHANGED = [
    "title", "title_folded", "words", "context", "folded", "permission", "unit_id", "changed_at",
]  # fmt: skip


def index(
    *,
    kind: str,
    key: str,
    title: str,
    at: datetime,
    words: str = "",
    context: str = "",
    permission: str = "",
    unit_id: int | None = None,
) -> None:
    """Lets a thing be found from now on, under its present words; again for a thing that changed.

    kind, key   a registered kind and the thing's public id
    words       everything else that it may be found by, as written
    context     one short line that tells it from its likes: state, unit, year
    permission  key of the policy; empty means the kind's own. `unit_id` for a scoped one
    Raises KeyError for a kind that no room has registered.
    """
    thing = Searchable(key, title, at, words, context, permission, unit_id)
    index_many(kind=kind, things=[thing])


def index_many(*, kind: str, things: Iterable[Searchable]) -> int:
    """`index` for many of one kind at once. Returns how many."""
    entries = [_entry(kind, thing) for thing in things]
    with transaction.atomic():
        SearchEntry.objects.bulk_create(
            entries,
            update_conflicts=True,
            unique_fields=["kind", "key"],
            update_fields=_CHANGED,
            batch_size=80,
        )
    return len(entries)


def remove(*, kind: str, key: str) -> None:
    """The thing can no longer be found. Removing what is not there is no mistake."""
    with transaction.atomic():
        SearchEntry.objects.filter(kind=kind, key=key).delete()


def _entry(kind_key: str, thing: Searchable) -> SearchEntry:
    registered = kind(kind_key)
    return SearchEntry(
        kind=kind_key,
        key=thing.key,
        title=thing.title[:300],
        title_folded=fold(thing.title[:300])[:600],
        words=thing.words,
        context=thing.context[:300],
        folded=f"{fold(thing.title)}\n{fold(thing.words)}",
        permission=thing.permission or registered.permission,
        unit_id=thing.unit_id,
        changed_at=thing.at,
    )
