"""The installation's own secrets: made once, kept beside the data, readable by nobody else."""

import json
import os
import secrets
from pathlib import Path


def load_secrets(data: Path) -> dict[str, str]:
    """Reads `data/secrets.json`, or makes it. Two processes that start at once agree."""
    path = data / "secrets.json"
    if not path.exists():
        _create(path)
    loaded: dict[str, str] = json.loads(path.read_text("utf-8"))
    return loaded


def _create(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = {"secret_key": secrets.token_urlsafe(48), "sealing_key": secrets.token_hex(32)}
    beside = path.with_name(f".secrets.{os.getpid()}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as handle:
        json.dump(fresh, handle)
    try:
        os.link(beside, path)  # refuses if another process was first: then theirs counts
    except FileExistsError:
        pass
    finally:
        beside.unlink()
