"""Static files and catalogues are made again when their sources change, and only then."""

from pathlib import Path

import pytest
from tools.bootstrap import generated
from tools.bootstrap.environment import Environment
from tools.bootstrap.problem import Problem


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A checkout with one style sheet and one catalogue."""
    style = tmp_path / "src" / "stillads" / "ui" / "static" / "ui" / "page.css"
    style.parent.mkdir(parents=True)
    style.write_text("a")
    texts = tmp_path / "src" / "stillads" / "ui" / "locale" / "da" / "LC_MESSAGES" / "django.po"
    texts.parent.mkdir(parents=True)
    texts.write_text("")
    return tmp_path


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """An environment without anything in it."""
    return Environment(tmp_path / "env")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would have been run; where files were to be collected, their directory is made."""
    made: list[str] = []

    def note(
        command: list[object], log: Path, *, environment: dict[str, str] | None = None, **rest: object
    ) -> None:
        made.append(str(command[-1]))
        if environment:
            Path(environment["STILLADS_STATIC"]).mkdir()

    monkeypatch.setattr(generated, "quietly", note)
    return made


def test_static_files_are_collected_once_per_state_of_the_sources(
    sources: Path, environment: Environment, calls: list[str]
) -> None:
    first = generated.static_files(sources, environment, {})
    assert generated.static_files(sources, environment, {}) == first
    (sources / "src" / "stillads" / "ui" / "static" / "ui" / "page.css").write_text("b")
    assert generated.static_files(sources, environment, {}) != first
    assert len(calls) == 2


def test_ones_own_directory_of_static_files_is_used(
    sources: Path, environment: Environment, calls: list[str], tmp_path: Path
) -> None:
    own = tmp_path / "own"
    assert generated.static_files(sources, environment, {"STILLADS_STATIC": str(own)}) == own


def test_half_collected_files_are_not_taken_for_whole(
    sources: Path, environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*rest: object, **others: object) -> None:
        raise Problem("It failed.", "Mend it.")

    monkeypatch.setattr(generated, "quietly", fail)
    with pytest.raises(Problem):
        generated.static_files(sources, environment, {})
    assert [path.name for path in (sources / ".stillads" / "static").iterdir() if path.is_dir()] == []


def test_catalogues_are_compiled_when_one_is_newer(
    sources: Path, environment: Environment, calls: list[str]
) -> None:
    generated.compile_catalogues(sources, environment)
    compiled = next((sources / "src").rglob("django.po")).with_suffix(".mo")
    compiled.touch()
    generated.compile_catalogues(sources, environment)
    assert calls == ["--compile"]
