"""What is made from the sources before a start, and only when they changed: catalogues and static files."""

import hashlib
import shutil
from pathlib import Path

from tools.bootstrap.environment import Environment
from tools.bootstrap.lock import alone
from tools.bootstrap.shell import quietly

_KEPT = 3  # sets of static files, so that a server that still runs keeps its own


def compile_catalogues(checkout: Path, environment: Environment) -> None:
    """Writes the .mo files where a .po file is newer."""
    catalogues = (checkout / "src" / "stillads").glob("**/locale/*/LC_MESSAGES/*.po")
    if any(_is_newer(path, path.with_suffix(".mo")) for path in catalogues):
        quietly(
            [environment.python, checkout / "tools" / "messages.py", "--compile"],
            checkout / ".stillads" / "catalogues.log",
            what="The Danish texts could not be compiled",
        )


def static_files(checkout: Path, environment: Environment, variables: dict[str, str]) -> Path:
    """The directory with the static files of today's sources, collected first where it is not there."""
    own = variables.get("STILLADS_STATIC")
    if own:
        _collect(checkout, environment, variables, Path(own))
        return Path(own)
    target = checkout / ".stillads" / "static" / _digest(checkout, environment)
    with alone(target.parent / "lock"):
        if not target.exists():
            beside = target.with_name(f"{target.name}.partial")
            shutil.rmtree(beside, ignore_errors=True)
            _collect(checkout, environment, variables, beside)
            beside.rename(target)
            _forget_old(target.parent)
    return target


def _collect(checkout: Path, environment: Environment, variables: dict[str, str], target: Path) -> None:
    quietly(
        [environment.python, checkout / "manage.py", "collectstatic", "--noinput", "-v0"],
        checkout / ".stillads" / "static.log",
        what="The static files could not be collected",
        environment={**variables, "STILLADS_STATIC": str(target)},
    )


def _digest(checkout: Path, environment: Environment) -> str:
    package = checkout / "src" / "stillads"
    digest = hashlib.sha256(environment.path.name.encode())
    files = [
        *package.glob("**/static/**/*"),
        package / "ui" / "finders.py",
        package / "config" / "settings.py",
    ]
    for path in sorted(path for path in files if path.is_file()):
        digest.update(f"{path.relative_to(package)}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _forget_old(base: Path) -> None:
    collected = sorted(
        (path for path in base.iterdir() if path.is_dir()), key=lambda path: path.stat().st_mtime
    )
    for path in collected[:-_KEPT]:
        shutil.rmtree(path, ignore_errors=True)


def _is_newer(source: Path, made: Path) -> bool:
    return not made.exists() or source.stat().st_mtime > made.stat().st_mtime
