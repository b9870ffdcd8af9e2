"""Who came out of whom: families of ideas, level by level."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from .models import IdeaLineage


def ancestors_of(pks: Collection[int]) -> dict[int, set[int]]:
    """Each of `pks` → itself and every idea it came out of. One query per generation."""
    parents = _walk(pks, "child_id", "parent_id")
    return {pk: _closure(pk, parents) for pk in pks}


def descendants_of(pks: Collection[int]) -> dict[int, set[int]]:
    """Each of `pks` → itself and every idea that came out of it. One query per generation."""
    children = _walk(pks, "parent_id", "child_id")
    return {pk: _closure(pk, children) for pk in pks}


def _walk(pks: Iterable[int], near: str, far: str) -> dict[int, set[int]]:
    links: dict[int, set[int]] = defaultdict(set)
    waiting, seen = set(pks), set(pks)
    while waiting:
        pairs = IdeaLineage.objects.filter(**{f"{near}__in": waiting}).values_list(near, far)
        waiting = set()
        for here, there in pairs:
            links[here].add(there)
            if there not in seen:
                waiting.add(there)
        seen |= waiting
    return links


def _closure(pk: int, links: dict[int, set[int]]) -> set[int]:
    found, waiting = {pk}, [pk]
    while waiting:
        for further in links.get(waiting.pop(), set()) - found:
            found.add(further)
            waiting.append(further)
    return found
