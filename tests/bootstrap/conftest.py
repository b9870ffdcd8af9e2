"""A checkout of nothing but lock files, and builders that build nothing."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tools.bootstrap import front_end, python_packages


@dataclass
class Builders:
    """Stand in for pip and npm: remember what was built, and fail where told to."""

    built: list[str] = field(default_factory=list)
    interrupt: str = ""

    def python(self, target: Path, **kwargs: object) -> None:
        self._build("python", target)

    def front_end(self, target: Path, **kwargs: object) -> None:
        self._build("front end", target)

    def _build(self, name: str, target: Path) -> None:
        self.built.append(name)
        if self.interrupt == name:
            raise KeyboardInterrupt
        target.mkdir()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A directory with the files that make the key."""
    (tmp_path / "requirements").mkdir()
    for name in ("runtime.txt", "dev.txt", "node.txt"):
        (tmp_path / "requirements" / name).write_text("")
    for name in ("package.json", "package-lock.json"):
        (tmp_path / name).write_text("{}")
    return tmp_path


@pytest.fixture
def builders(monkeypatch: pytest.MonkeyPatch) -> Builders:
    """Nothing is fetched; what would be is written down."""
    stand_in = Builders()
    monkeypatch.setattr(python_packages, "build", stand_in.python)
    monkeypatch.setattr(front_end, "build", stand_in.front_end)
    return stand_in
