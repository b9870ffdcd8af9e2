"""A whole file on its way out: why, and how far it has come. Kept in the data directory, as `uploads` are."""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from django.conf import settings

_NAME: Final = re.compile(r"[a-z0-9]{12}")


@dataclass
class TakingBack:
    """What the worker does about a batch.

    batch   public id; rows: how many the file has; done: how many are taken back so far
    failed  why it could not be done; empty while it is at work
    """

    batch: str
    reason: str
    rows: int
    done: int = 0
    failed: str = ""

    @property
    def at_work(self) -> bool:
        """Is it waiting for the worker, or under way?"""
        return not self.failed

    def save(self) -> None:
        """Writes the state, whole or not at all."""
        place = _place(self.batch)
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_suffix(".new")
        beside.write_text(json.dumps(asdict(self), ensure_ascii=False), "utf-8")
        beside.replace(place)

    def tell(self, done: int) -> None:
        """How many rows are taken back."""
        self.done = done
        self.save()


def taking_back(batch: str) -> TakingBack | None:
    """What is being done, or could not be done, about the batch; None where nothing is."""
    if not _NAME.fullmatch(batch) or not _place(batch).exists():
        return None
    return TakingBack(**json.loads(_place(batch).read_text("utf-8")))


def forget(batch: str) -> None:
    """It is done."""
    _place(batch).unlink(missing_ok=True)


def _place(batch: str) -> Path:
    return Path(settings.DATA) / "series-taken-back" / f"{batch}.json"
