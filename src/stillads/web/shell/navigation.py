"""The main navigation: what a role can go to."""

from typing import NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import may

ENTRIES = (
    (_("Today"), "start:today", "organisation.signed_in"),
    (_("Register"), "register:start", "capture.register"),
    (_("Rounds"), "rounds:list", "trials.read"),
    (_("Trials"), "trials:list", "trials.read"),
    (_("Playbooks"), "playbooks:library", "playbooks.read"),
    (_("Ideas"), "ideas:list", "ideas.read"),
    (_("Booklets"), "booklet:shelf", "organisation.signed_in"),
    (_("Roll-out"), "rollout:list", "rollout.read"),
    (_("Search"), "find:search", "organisation.signed_in"),
    (_("Organisation"), "organisation:home", "organisation.people"),
    (_("Access log"), "privacy:log", "audit.read"),
)


class NavEntry(NamedTuple):
    """One entry: `current` where the page at hand lies under it."""

    label: str
    url: str
    current: bool


def navigation(viewer: Viewer, path: str) -> list[NavEntry]:
    """The entries that the viewer may follow."""
    found = []
    for label, name, key in ENTRIES:
        if not _known(key) or not may(viewer, key):
            continue
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        current = path == url if url == "/" else path.startswith(url)
        found.append(NavEntry(str(label), url, current))
    return found


def _known(key: str) -> bool:
    try:
        may(Viewer(actor="", name=""), key)
    except KeyError:
        return False
    return True


def round_trail(viewer: Viewer, round_key: str) -> list[tuple[str, str]]:
    """The way up from a page of a round: the rounds and this one, or today for who sees no rounds."""
    if not may(viewer, "trials.read"):
        return [(gettext("Today"), reverse("start:today"))]
    return [
        (gettext("Rounds"), reverse("rounds:list")),
        (round_key, reverse("rounds:round", args=[round_key])),
    ]
