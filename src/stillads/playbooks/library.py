"""The library: `<key>/<version>/playbook.yaml` in the folder that the setting STILLADS_LIBRARY names."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings

from .reading import Reading, Vocabulary, read_playbook

FILE = "playbook.yaml"


@dataclass(frozen=True, slots=True, order=True)
class Shelved:
    """A version of a playbook in the library."""

    key: str
    version: int
    path: Path

    @property
    def name(self) -> str:
        """What problems call the file: its place in the library."""
        return f"{self.key}/{self.version}/{FILE}"

    def read(self, vocabulary: Vocabulary | None = None) -> Reading:
        """Its playbook, or all its problems."""
        known = replace(vocabulary or Vocabulary(), folder=self.key)
        return read_playbook(self.path, self.name, vocabulary=known)


def library() -> Path:
    """The folder of the library."""
    return Path(settings.STILLADS_LIBRARY)


def shelf(root: Path | None = None) -> list[Shelved]:
    """Every version in the library, by key and version."""
    return sorted(_found(root or library()))


def _found(root: Path) -> Iterator[Shelved]:
    for path in root.glob(f"*/*/{FILE}"):
        version = path.parent.name
        if version.isdecimal():
            yield Shelved(path.parent.parent.name, int(version), path)


def shelved(key: str, version: int | None = None) -> Shelved | None:
    """A version of a playbook, the newest where none is named; None where there is none."""
    found = [each for each in shelf() if each.key == key and version in {None, each.version}]
    return found[-1] if found else None
