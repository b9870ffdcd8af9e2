"""The effect chain leads forward, to links and measures that there are."""

from collections.abc import Iterator
from typing import Final, get_args

from ..format.theory import Level
from .base import Draft, Fault, check

_ORDER: Final = get_args(Level)


@check
def chain(draft: Draft) -> Iterator[Fault]:
    """Each link leads to a later one; its indicator is a measure."""
    keys, measures = draft.keys("theory", "chain"), draft.keys("measures")
    levels = {link.key: _ORDER.index(link.level) for link in draft.links.values()}
    for number, link in draft.links.items():
        path = ("theory", "chain", number)
        for place, said in enumerate(link.leads_to):
            where = (*path, "leads_to", place)
            if said not in keys:
                yield Fault(where, "unknown_link", {"said": said}, keys)
            elif said == link.key or levels.get(said, 99) < levels[link.key]:
                yield Fault(where, "leads_back", {"said": said})
        if link.indicator is not None and link.indicator not in measures:
            yield Fault((*path, "indicator"), "unknown_measure", {"said": link.indicator}, measures)
