"""What follows a phase: a registry that higher rooms fill.

A room says in its `ready`: `followers.declare("capture.deployments", sync)`. The follower is called inside
the action's transaction when a phase's playbook, dates, sites or state have changed.
"""

from collections.abc import Callable
from datetime import datetime

from stillads.kernel.viewer import Viewer

from .models import Phase

Follower = Callable[[Phase, Viewer, datetime], None]

_followers: dict[str, Follower] = {}


def declare(name: str, follower: Follower) -> None:
    """Adds a follower under `room.what`; saying it again with the same name replaces it."""
    _followers[name] = follower


def tell(phase: Phase, *, viewer: Viewer, at: datetime) -> None:
    """Calls every follower, by name."""
    for name in sorted(_followers):
        _followers[name](phase, viewer, at)
