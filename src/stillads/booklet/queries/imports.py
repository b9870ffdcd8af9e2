"""What an import must know of what is there."""

import re
from dataclasses import dataclass

from stillads.organisation.models import Unit
from stillads.trials.models import Round

from ..models import Booklet


@dataclass(frozen=True, slots=True)
class KnownSite:
    """A unit that a booklet may name."""

    unit_id: int
    name: str


def imported_round(digest: str) -> str | None:
    """The key of the round that this very booklet was read into, if it was."""
    return Booklet.objects.filter(imported_digest=digest).values_list("round__key", flat=True).first()


def free_round_key(year: int) -> str:
    """The first key of the year under which there is no round."""
    taken = set(Round.objects.filter(key__startswith=f"{year}-").values_list("key", flat=True))
    number = 1
    while f"{year}-{number}" in taken:
        number += 1
    return f"{year}-{number}"


def known_sites() -> list[KnownSite]:
    """Every unit but the municipality itself, longest name first."""
    found = Unit.objects.exclude(kind=Unit.Kind.MUNICIPALITY).values_list("pk", "name")
    return sorted((KnownSite(pk, name) for pk, name in found), key=lambda site: (-len(site.name), site.name))


def sites_named(text: str, sites: list[KnownSite]) -> list[KnownSite]:
    """The units whose name stands in the text; a longer name is not also read as a shorter one."""
    found = []
    for site in sites:
        pattern = re.compile(rf"(?<!\w){re.escape(site.name)}s?(?!\w)", re.IGNORECASE)
        if pattern.search(text):
            found.append(site)
            text = pattern.sub(" ", text)
    return found
