"""Where each kind of instrument is used: each journey says its own at import of its `urls`."""

from django.urls import reverse

from stillads.capture.queries.open_instruments import open_instruments
from stillads.kernel.clock import today
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import EMPLOYEE, MANAGER

_names: dict[str, str] = {}


def declare(kind: str, name: str) -> None:
    """The instrument `kind` is used at the address `name`, which takes the deployment's public id alone."""
    if _names.setdefault(kind, name) != name:
        raise ValueError(f"two pages for instruments of the kind {kind}")


def page_of(kind: str, deployment: str) -> str:
    """The address; empty where no journey has a page for the kind."""
    return reverse(_names[kind], args=[deployment]) if kind in _names else ""


def register_links(viewer: Viewer, trial: str | None = None) -> list[tuple[str, str, str]]:
    """Title, address and unit of what an employee or manager can register today (in one trial)."""
    if not viewer.has_role(EMPLOYEE, MANAGER):
        return []
    found = open_instruments(viewer=viewer, day=today(), trial=trial)
    links = [(row.title, page_of(row.kind, row.deployment), row.unit_name) for row in found]
    return [link for link in links if link[1]]
