"""A PostgreSQL server of our own for the time of the tests: made, started, stopped, removed."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nothing of a test has to survive: what makes writes safe is left out.
_UNSAFE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
_SETTINGS = {
    "max_connections": "60",
    "shared_buffers": "128MB",
    "listen_addresses": "127.0.0.1",
    "timezone": "Europe/Copenhagen",
}
_UNPRIVILEGED = ("postgres", "nobody")


def binaries() -> Path | None:
    """The directory of initdb and pg_ctl: Debian's newest, or the path's. None where there is none."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    found = [*debian, *([Path(on_path).resolve()] if on_path else [])]
    return next((path.parent for path in reversed(found) if (path.parent / "pg_ctl").exists()), None)


@contextmanager
def server(programs: Path, *, safe: bool = False) -> Iterator[str]:
    """Runs a server; gives the address of its database `postgres` for STILLADS_DATABASE.

    safe  every commit waits for the disk, as where it is used in earnest
    """
    place = Path(tempfile.mkdtemp(prefix="stillads-pg-"))
    password, port = secrets.token_hex(8), _free_port()
    as_user = _as_unprivileged(place)
    secret = place / "password"
    secret.write_text(password)
    secret.chmod(0o644)  # read by the server's user; gone with the directory
    data = str(place / "data")
    _run([*as_user, str(programs / "initdb"), "-D", data, "-U", "stillads", "--pwfile", str(secret),
          "-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"])  # fmt: skip
    chosen = {**_SETTINGS, **({} if safe else _UNSAFE), "port": str(port)}
    options = " ".join(f"-c {key}={value}" for key, value in chosen.items())
    control = [*as_user, str(programs / "pg_ctl"), "-D", data, "-w"]
    _run([*control, "-l", f"{data}/log", "-o", f"{options} -c unix_socket_directories={data}", "start"])
    try:
        yield f"postgresql://stillads:{password}@127.0.0.1:{port}/postgres"
    finally:
        _run([*control, "-m", "immediate", "stop"])
        shutil.rmtree(place, ignore_errors=True)


def _as_unprivileged(place: Path) -> list[str]:
    """PostgreSQL refuses to run as root: then as one who owns `place` and nothing else of ours."""
    if os.geteuid() != 0:
        return []
    user = next(user for user in _UNPRIVILEGED if _known(user))
    entry = pwd.getpwnam(user)
    os.chown(place, entry.pw_uid, entry.pw_gid)
    return ["setpriv", f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups", "--"]


def _known(user: str) -> bool:
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True


def _run(command: list[str]) -> None:
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{Path(command[-1]).name}: {done.stdout}{done.stderr}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
