"""Runs other programs, keeps what they print, and says in one line why they failed."""

import ctypes
import os
import signal
import subprocess
import sys
from pathlib import Path

from tools.bootstrap.problem import Problem, full_disk

_NO_ROOM = ("No space left on device", "database or disk is full", "ENOSPC", "Disk quota exceeded")
_NO_NETWORK = (
    "Temporary failure in name resolution",
    "Name or service not known",
    "NewConnectionError",
    "Connection refused",
    "Network is unreachable",
    "Failed to establish a new connection",
    "Could not find a version that satisfies",
    "Max retries exceeded",
    "ReadTimeoutError",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ENETUNREACH",
    "ETIMEDOUT",
)
_NO_TRUST = ("SELF_SIGNED_CERT", "CERTIFICATE_VERIFY_FAILED", "UNABLE_TO_GET_ISSUER_CERT", "UNABLE_TO_VERIFY")
_PR_SET_PDEATHSIG = 1
_CHANGED = ("DO NOT MATCH THE HASHES", "EINTEGRITY")


def quietly(
    command: list[str | Path],
    log: Path,
    *,
    what: str,
    fetches: bool = False,
    environment: dict[str, str] | None = None,
    place: Path | None = None,
) -> None:
    """Runs `command` in `place` with its output in `log`. Raises Problem (with `what` in it).

    A command that `fetches` packages is told apart by what the network did to it.
    """
    with log.open("wb") as handle:
        done = subprocess.run(
            [str(part) for part in command],
            stdout=handle,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **(environment or {})},
            cwd=place,
            preexec_fn=die_with_parent,
            check=False,
        )
    if done.returncode:
        raise _reason(log, what, fetches)


def die_with_parent() -> None:
    """Called in a new process: where the system can do it (Linux), it ends when we are killed outright."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _reason(log: Path, what: str, fetches: bool) -> Problem:
    text = log.read_text("utf-8", "replace")
    if any(sign in text for sign in _NO_ROOM):
        return full_disk(log.parent)
    if fetches and any(sign in text for sign in _CHANGED):
        return Problem(
            f"{what}: a package is not the one that the lock names.", "Do not use it; tell the maintainers."
        )
    if fetches and any(sign in text for sign in _NO_TRUST):
        return Problem(
            f"{what}: the network shows a certificate that is not trusted here.",
            "Name your organisation's in PIP_CERT and NODE_EXTRA_CA_CERTS, and start again.",
        )
    if fetches and any(sign in text for sign in _NO_NETWORK):
        return Problem(
            f"{what}: no network.", "Connect, or set the proxy, and start again; it goes on from here."
        )
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith(("error", "npm error"))]
    errors = [line for line in errors if "A complete log of this run" not in line]
    return Problem(
        f"{what}: {(errors or lines or ['it ended without a word'])[-1]}", f"The whole story: {log}"
    )
