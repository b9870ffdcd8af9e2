"""A file on its way in: kept in the data directory with how far it has come, until it is read in or a day has passed.

Not in the database: a whole file is read in one transaction, and what is told from inside it could not be seen outside.
"""

import json
import re
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from stillads.kernel.ids import public_id
from stillads.kernel.rules import NotFound

LARGEST: Final = 300_000_000
KEPT: Final = timedelta(days=1)
_NAME: Final = re.compile(r"[a-z0-9]{12}")


@dataclass
class Upload:
    """A file and its state.

    series   a deployment of the instrument, by public id; mapping: `FileMapping.as_json`
    doing    "", "look" or "import" while it is at work; done: rows looked at
    report   `Report.as_json` of the last look or import; failed: why it could not be done
    """

    name: str
    series: str
    mapping: dict[str, Any] = field(default_factory=dict)
    doing: str = ""
    done: int = 0
    report: dict[str, Any] | None = None
    failed: str = ""
    key: str = field(default_factory=public_id)

    @property
    def path(self) -> Path:
        """Where the bytes lie."""
        return _place(self.key) / "file"

    @property
    def size(self) -> int:
        """Bytes."""
        return self.path.stat().st_size

    def save(self) -> None:
        """Writes the state, whole or not at all."""
        place = _place(self.key)
        place.mkdir(parents=True, exist_ok=True)
        beside = place / "state.new"
        beside.write_text(json.dumps(asdict(self), ensure_ascii=False), "utf-8")
        beside.replace(place / "state.json")

    def tell(self, done: int) -> None:
        """How many rows have been looked at."""
        self.done = done
        self.save()


def keep(name: str, series: str, chunks: Iterable[bytes]) -> Upload:
    """Stores the bytes of a file that somebody sent."""
    made = Upload(name=Path(name).name[:200], series=series)
    made.path.parent.mkdir(parents=True, exist_ok=True)
    with made.path.open("wb") as handle:
        for chunk in chunks:
            handle.write(chunk)
    made.save()
    return made


def upload_by(key: str) -> Upload:
    """The file with that key; NotFound where it has been read in or forgotten."""
    if not _NAME.fullmatch(key) or not (_place(key) / "state.json").exists():
        raise NotFound(_("The file is here no more. Choose it again."))
    return Upload(**json.loads((_place(key) / "state.json").read_text("utf-8")))


def forget(key: str) -> None:
    """Removes a file and its state."""
    shutil.rmtree(_place(key), ignore_errors=True)


def forget_old(at: datetime) -> int:
    """Removes the files that nobody has come back to for a day. Returns how many."""
    old = [
        place
        for place in (_root().iterdir() if _root().is_dir() else ())
        if place.stat().st_mtime < (at - KEPT).timestamp()
    ]
    for place in old:
        shutil.rmtree(place, ignore_errors=True)
    return len(old)


def _root() -> Path:
    return Path(settings.DATA) / "series"


def _place(key: str) -> Path:
    return _root() / key
