"""Where the bytes lie: in the data directory, under their own digest."""

import os
from pathlib import Path
from typing import Any

from django.conf import settings

_ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}


def place_of(sha256: str, content_type: str) -> Path:
    """The path of a file, whether it is there or not."""
    storages: dict[str, Any] = settings.STORAGES
    return (
        Path(storages["default"]["OPTIONS"]["location"]) / sha256[:2] / f"{sha256}.{_ENDINGS[content_type]}"
    )


def write(path: Path, content: bytes) -> None:
    """Writes whole or not at all, and onto the disk before anybody is told that it is there."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
    beside.replace(path)
