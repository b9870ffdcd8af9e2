"""Is the address free?"""

import errno
import ipaddress
import socket

from tools.bootstrap.problem import Problem


def is_loopback(host: str) -> bool:
    """Can only this machine reach `host`?"""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def check_free(host: str, port: int) -> None:
    """Raises Problem where nobody can listen on `host`:`port`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise _problem(host, port, error) from error


def _problem(host: str, port: int, error: OSError) -> Problem:
    if error.errno == errno.EADDRINUSE:
        return Problem(f"Port {port} is taken.", f"Choose another: ./run --port {port + 1}")
    if error.errno in {errno.EACCES, errno.EPERM}:
        return Problem(
            f"Port {port} is for the system's own services.", "Choose one above 1023: ./run --port 8000"
        )
    return Problem(
        f"Nobody can listen on {host}.", "Choose an address of this machine: ./run --host 127.0.0.1"
    )
