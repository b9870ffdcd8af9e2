"""Where each kind of instrument is used: each journey says its own at import of its `urls`."""

from django.urls import reverse

_names: dict[str, str] = {}


def declare(kind: str, name: str) -> None:
    """The instrument `kind` is used at the address `name`, which takes the deployment's public id alone."""
    if _names.setdefault(kind, name) != name:
        raise ValueError(f"two pages for instruments of the kind {kind}")


def page_of(kind: str, deployment: str) -> str:
    """The address; empty where no journey has a page for the kind."""
    return reverse(_names[kind], args=[deployment]) if kind in _names else ""
