"""What kinds of things can be found: rooms above register theirs at start."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise

from stillads.kernel.viewer import Viewer

UrlFor = Callable[[str], str]
ReachOf = Callable[[Viewer], Mapping[str, frozenset[int] | None]]


@dataclass(frozen=True, slots=True)
class Searchable:
    """One thing as the index takes it. `permission` empty: the kind's own."""

    key: str
    title: str
    at: datetime
    words: str = ""
    context: str = ""
    permission: str = ""
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing: how it is called, where it lives, who may find it, how to index all of it anew."""

    key: str
    label: str | Promise
    url_for: UrlFor
    permission: str
    rebuild: Callable[[], Iterable[Searchable]] | None


_kinds: dict[str, Kind] = {}
_reach: list[ReachOf] = []


def register_kind(
    kind: str,
    *,
    label: str | Promise,
    url_for: UrlFor,
    permission: str,
    rebuild: Callable[[], Iterable[Searchable]] | None = None,
) -> None:
    """Adds a kind, once, from the room's `apps.ready`.

    label       heading over its results, plural: "Ideas"
    url_for     the key of an entry → its address; `by_name("ideas:idea")` does for most
    permission  key of organisation's policy that a viewer must hold to find such a thing
    rebuild     gives everything of the kind, for `stillads reindex`
    The order of registration is the order of the groups on the page.
    """
    if kind in _kinds:
        raise ValueError(f"search kind {kind} is registered twice")
    _kinds[kind] = Kind(kind, label, url_for, permission, rebuild)


def by_name(url_name: str) -> UrlFor:
    """An address by name with the entry's key as its only argument."""
    return lambda key: reverse(url_name, args=[key])


def kind(key: str) -> Kind:
    """The kind `key`; KeyError where no room registered it."""
    return _kinds[key]


def kinds() -> list[Kind]:
    """All kinds, in the order in which they were registered."""
    return list(_kinds.values())


def set_reach(reach: ReachOf) -> None:
    """Told by `organisation`: which permissions a viewer holds, and at which units (None: everywhere)."""
    _reach[:] = [reach]


def reach_of(viewer: Viewer) -> Mapping[str, frozenset[int] | None]:
    """What `viewer` may find. Nothing at all where nobody told us how to know."""
    return _reach[0](viewer) if _reach else {}
