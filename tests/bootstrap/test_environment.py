"""The private environment: built once, goes on after an interruption, made anew when a lock changes."""

import fcntl
import importlib.util
import shutil
import threading
from collections import namedtuple
from pathlib import Path

import pytest
from tests.bootstrap.conftest import Builders
from tools.bootstrap.environment import ready
from tools.bootstrap.kinds import DEVELOPMENT, RUNTIME, key
from tools.bootstrap.problem import Problem

Usage = namedtuple("Usage", "total used free")


def test_it_is_built_once(checkout: Path, builders: Builders) -> None:
    first = ready(checkout, RUNTIME)
    assert ready(checkout, RUNTIME) == first
    assert builders.built == ["python", "front end"]
    assert first.path.parent == checkout / ".stillads" / "env"


def test_an_interrupted_set_up_goes_on_where_it_was(checkout: Path, builders: Builders) -> None:
    builders.interrupt = "front end"
    with pytest.raises(KeyboardInterrupt):
        ready(checkout, RUNTIME)
    assert not (checkout / ".stillads" / "env" / key(checkout, RUNTIME)).exists()
    builders.interrupt = ""
    builders.built.clear()
    assert ready(checkout, RUNTIME).path.is_dir()
    assert builders.built == ["front end"]


@pytest.mark.parametrize("name", ["requirements/runtime.txt", "requirements/node.txt", "package-lock.json"])
def test_another_lock_makes_another_environment(checkout: Path, builders: Builders, name: str) -> None:
    first = ready(checkout, RUNTIME)
    (checkout / name).write_text("changed")
    assert ready(checkout, RUNTIME) != first


def test_what_only_tests_need_leaves_the_other_environment_alone(checkout: Path) -> None:
    before = key(checkout, RUNTIME), key(checkout, DEVELOPMENT)
    (checkout / "requirements" / "dev.txt").write_text("changed")
    assert key(checkout, RUNTIME) == before[0]
    assert key(checkout, DEVELOPMENT) != before[1]


def test_a_second_set_up_waits_for_the_first(
    checkout: Path, builders: Builders, capsys: pytest.CaptureFixture[str]
) -> None:
    base = checkout / ".stillads" / "env"
    base.mkdir(parents=True)
    with (base / f"{key(checkout, RUNTIME)}.lock").open("w") as first:
        fcntl.flock(first, fcntl.LOCK_EX)
        second = threading.Thread(target=ready, args=(checkout, RUNTIME))
        second.start()
        second.join(0.3)
        assert second.is_alive()
        fcntl.flock(first, fcntl.LOCK_UN)
        second.join(5)
    assert builders.built == ["python", "front end"]
    assert "Another set-up is at work; waiting for it." in capsys.readouterr().err


def test_a_full_disk_is_seen_before_anything_is_fetched(
    checkout: Path, builders: Builders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(9, 9, 1_000_000))
    with pytest.raises(Problem, match=r"is full\. Free 1200 MB and start again"):
        ready(checkout, RUNTIME)
    assert builders.built == []


def test_a_disk_that_fills_up_on_the_way_is_told_as_such(
    checkout: Path, builders: Builders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_up(target: Path, **kwargs: object) -> None:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr("tools.bootstrap.environment.front_end.build", fill_up)
    with pytest.raises(Problem, match=r"is full\. Free 1200 MB"):
        ready(checkout, RUNTIME)


def test_a_python_without_ensurepip_is_told_how_to_get_it(
    checkout: Path, builders: Builders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(Problem, match=r"without ensurepip\. On Debian and Ubuntu: sudo apt install python3"):
        ready(checkout, RUNTIME)
