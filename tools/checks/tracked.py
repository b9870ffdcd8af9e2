"""What must not be in the repository: registry addresses, paths of one machine, secrets, others' files."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_HOSTS = [
    "pypi" + ".org",
    "files." + "pythonhosted",
    "registry." + "npmjs",
    "npmmirror" + ".com",
    "yarnpkg" + ".com",
]
_RULES = {
    "a registry's address": re.compile("|".join(re.escape(host) for host in _HOSTS)),
    "a path of one machine": re.compile(r"(?<![\w.}~-])/(?:root|home/\w+|Users/\w+)/\w"),
    "a secret": re.compile(
        r"-----BEGIN [A-Z ]*PRIVATE KEY|\b(?:ghp|gho|glpat|xox[bp])[_-]\w{12}|\bAKIA[0-9A-Z]{16}\b"
    ),
}
_GENERATED = re.compile(
    r"(^|/)(node_modules|__pycache__|\.stillads|dist|build)/|\.(mo|pyc|whl|sqlite3|egg-info)$"
)
_FOREIGN = re.compile(r"\.(woff2?|ttf|otf|eot|min\.js|min\.css|map|jar|exe|so|dll|dylib)$")
_TEXT_LIMIT = 2_000_000


def findings(checkout: Path) -> list[str]:
    """One line per finding: path, line, what."""
    return [line for path in tracked(checkout) for line in _in_file(checkout, path)]


def tracked(checkout: Path) -> list[str]:
    """The paths of all files that git knows or would add."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=checkout,
        capture_output=True,
        check=True,
    )
    return sorted(path for path in listed.stdout.decode().split("\0") if path and (checkout / path).is_file())


def _in_file(checkout: Path, name: str) -> Iterator[str]:
    if _GENERATED.search(name):
        yield f"{name}: generated, belongs in no commit"
    if _FOREIGN.search(name):
        yield f"{name}: looks like somebody else's file; front-end packages come by npm"
    path = checkout / name
    if path.stat().st_size > _TEXT_LIMIT:
        yield f"{name}: {path.stat().st_size // 1_000_000} MB"
        return
    text = path.read_bytes().decode("utf-8", "replace")
    for number, line in enumerate(text.splitlines(), 1):
        yield from (f"{name}:{number}: {what}" for what, rule in _RULES.items() if rule.search(line))


def main() -> int:
    """Prints what was found; 1 when there was something."""
    checkout = Path(__file__).resolve().parents[2]
    found = findings(checkout)
    print("\n".join(found) or f"{len(tracked(checkout))} files, nothing that does not belong")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
