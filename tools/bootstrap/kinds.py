"""The two environments: what runs Stillads, and what tests it."""

import hashlib
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

_RECIPE = "1"  # counts up when the way of building changes


@dataclass(frozen=True)
class Kind:
    """Which Python lock an environment follows, and whether developers' front-end packages belong to it."""

    name: str
    lock: str
    node_lock: str = "requirements/node.txt"
    front_end_options: tuple[str, ...] = ()


RUNTIME = Kind("run", "requirements/runtime.txt", front_end_options=("--omit=dev",))
DEVELOPMENT = Kind("test", "requirements/dev.txt")


def key(checkout: Path, kind: Kind) -> str:
    """A name that changes when a lock or the Python changes, and with nothing else."""
    parts = [_RECIPE, kind.name, platform.python_implementation(), sys.version.split()[0], platform.machine()]
    digest = hashlib.sha256("\0".join(parts).encode())
    for name in (kind.lock, kind.node_lock, "package.json", "package-lock.json"):
        digest.update(hashlib.sha256((checkout / name).read_bytes()).digest())
    return f"{kind.name}-{digest.hexdigest()[:16]}"
