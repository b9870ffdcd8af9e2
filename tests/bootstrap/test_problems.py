"""What goes wrong at a start: one line with the way out, and exit 3."""

import ast
import socket
import subprocess
import sys
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest
from tools.bootstrap.options import check_exposure, parse
from tools.bootstrap.ports import is_loopback
from tools.bootstrap.problem import Problem
from tools.bootstrap.shell import quietly

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def _run(*arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, CHECKOUT / "run", *arguments], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


def test_a_taken_port(taken: int) -> None:
    assert _run("--port", str(taken)) == (
        3,
        f"Port {taken} is taken. Choose another: ./run --port {taken + 1}\n",
    )


def test_the_demo_is_not_served_beyond_this_machine() -> None:
    code, said = _run("--host", "0.0.0.0")  # noqa: S104  # refused, which is the point
    assert (code, said.count("\n")) == (3, 1)
    assert "--demo-exposed" in said


@pytest.mark.parametrize("script", ["run", "test"])
def test_an_old_python_says_which_one_is_needed(
    script: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = spec_from_loader(f"{script}_script", SourceFileLoader(f"{script}_script", str(CHECKOUT / script)))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert module.main() == 3
    said = capsys.readouterr().err
    assert said.startswith("Python 3.11 or newer is needed; this is 3.9. Install it and start again")
    assert said.count("\n") == 1


@pytest.mark.parametrize("script", ["run", "test"])
def test_an_old_python_can_read_the_script_so_far(script: str) -> None:
    text = (CHECKOUT / script).read_text("utf-8")
    ast.parse(text, feature_version=(3, 4))
    assert "f'" not in text
    assert 'f"' not in text


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("Temporary failure in name resolution", r"It failed: no network\. Connect"),
        ("npm error code ENOTFOUND", r"It failed: no network\. Connect"),
        ("OSError: [Errno 28] No space left on device", r"is full\. Free"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", r"not the one that the lock names\. Do not use it"),
        ("SELF_SIGNED_CERT_IN_CHAIN", r"not trusted here\. Name your organisation's"),
        ("ERROR: it is broken\nlast line", r"It failed: ERROR: it is broken The whole story: .*log"),
        ("", r"It failed: it ended without a word"),
    ],
)
def test_what_a_package_program_said_becomes_one_line(tmp_path: Path, said: str, problem: str) -> None:
    with pytest.raises(Problem, match=problem) as stopped:
        quietly(
            [sys.executable, "-c", f"print({said!r}); raise SystemExit(1)"],
            tmp_path / "log",
            what="It failed",
            fetches=True,
        )
    assert "\n" not in str(stopped.value)


def test_exposure_is_a_question_of_the_demo(tmp_path: Path) -> None:
    everywhere = parse(["--host", "0.0.0.0"], tmp_path)  # noqa: S104
    check_exposure(everywhere, has_demo=False)
    check_exposure(parse(["--host", "0.0.0.0", "--demo-exposed"], tmp_path), has_demo=True)  # noqa: S104
    with pytest.raises(Problem, match="not served on"):
        check_exposure(everywhere, has_demo=True)


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1", True), ("127.0.0.9", True), ("localhost", True), ("::1", True), ("192.0.2.1", False),
     ("0.0.0.0", False), ("example.dk", False)],  # noqa: S104
)  # fmt: skip
def test_what_only_this_machine_can_reach(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


def test_options_stop_where_the_command_begins(tmp_path: Path) -> None:
    options = parse(["--data", str(tmp_path), "booklet", "2022-2", "--out", "x.pdf", "--port", "1"], tmp_path)
    assert options.command == ["booklet", "2022-2", "--out", "x.pdf", "--port", "1"]
    assert (options.data, options.port) == (tmp_path, 8000)


def test_a_wrong_port_is_a_wrong_call() -> None:
    code, said = _run("--port", "0")
    assert code == 2
    assert "'0' is not a port; give a number from 1 to 65535" in said


@pytest.mark.parametrize("script", ["run", "test"])
def test_help_needs_nothing_installed(script: str) -> None:
    done = subprocess.run(
        [sys.executable, "-S", CHECKOUT / script, "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stdout.startswith(f"usage: ./{script} ")
