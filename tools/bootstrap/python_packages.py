"""The Python part of an environment: a venv with exactly what the lock names."""

import importlib.util
import os
import shutil
import sys
from pathlib import Path

from tools.bootstrap.problem import Problem
from tools.bootstrap.shell import quietly


def check_tools() -> None:
    """Raises Problem where this Python came without the means to make environments."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    raise Problem(
        "This Python came without ensurepip.", f"On Debian and Ubuntu: sudo apt install python{version}-venv"
    )


def build(target: Path, *, checkout: Path, lock: str, log: Path) -> None:
    """Makes the venv `target`, beside and renamed: where it stands, it is whole."""
    beside = target.with_name(f"{target.name}.partial")
    shutil.rmtree(beside, ignore_errors=True)
    quietly([sys.executable, "-m", "venv", beside], log, what="The Python environment could not be made")
    install(beside / "bin" / "python", checkout / lock, log)
    site = next((beside / "lib").glob("python*/site-packages"))
    # Relative, so that the checkout may be moved; the depth is the same before and after the renaming.
    (site / "stillads.pth").write_text(os.path.relpath(checkout / "src", site) + "\n", "utf-8")
    beside.rename(target)


def install(python: Path, lock: Path, log: Path, *options: str | Path) -> None:
    """Installs what `lock` names, and nothing whose hash is not in it."""
    command: list[str | Path] = [python, "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    command += ["--require-hashes", "--only-binary=:all:", *options, "-r", lock]
    quietly(command, log, what="The Python packages could not be fetched", fetches=True)
