"""Web and worker under one supervisor, and what is said when they are up."""

import http.client
import os
import socket
from dataclasses import dataclass

from tools.bootstrap.environment import Environment
from tools.bootstrap.options import Options
from tools.bootstrap.ports import is_loopback
from tools.bootstrap.say import say
from tools.bootstrap.supervisor import Program, Supervisor

_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104


@dataclass(frozen=True)
class Report:
    """What was prepared: the demo's log-ins (role, email, password), and whether nobody can log in yet."""

    logins: list[dict[str, str]]
    nobody: bool


def serve(options: Options, environment: Environment, variables: dict[str, str], report: Report) -> None:
    """Serves until SIGINT or SIGTERM. Raises Problem when a program cannot be kept running."""
    variables = {**variables, "PYTHONUNBUFFERED": "1", "STILLADS_HOSTS": _hosts(options)}
    python = str(environment.python)
    address = ["--host", options.host, "--port", str(options.port)]
    supervisor = Supervisor(
        [
            Program("web", [python, "-m", "stillads.cli.serving", *address], variables),
            Program("worker", [python, "-m", "stillads.cli.main", "worker"], variables),
        ]
    )

    def when_up() -> bool:
        if not answers(options.host, options.port):
            return False
        _announce(options, report)
        return True

    supervisor.run(when_up)
    say("Stopped.")


def answers(host: str, port: int) -> bool:
    """Does somebody answer there, with any page?"""
    connection = http.client.HTTPConnection(_EVERYWHERE.get(host, host), port, timeout=2)
    try:
        connection.request("HEAD", "/")
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def _announce(options: Options, report: Report) -> None:
    shown = _EVERYWHERE.get(options.host, options.host)
    host = f"[{shown}]" if ":" in shown else shown
    print(f"\nStillads is at http://{host}:{options.port}/  (stop with Ctrl-C)")
    print(f"Data: {options.data}")
    if report.nobody:
        print("\nNobody can log in yet: ./run administrator --name NAME --email ADDRESS")
    if report.logins:
        print("\nLog in to the demo as")
    for login in report.logins:
        print(f"  {login['role']:<28} {login['email']:<40} {login['password']}")
    print(flush=True)


def _hosts(options: Options) -> str:
    own = os.environ.get("STILLADS_HOSTS")
    if own:
        return own
    hosts = ["127.0.0.1", "localhost", "[::1]"]
    if not is_loopback(options.host):
        hosts += [options.host, *_names_of_this_machine()]
    return ",".join(dict.fromkeys(hosts))


def _names_of_this_machine() -> list[str]:
    name = socket.gethostname()
    try:
        found, others, addresses = socket.gethostbyname_ex(name)
    except OSError:
        return [name]
    return [name, found, *others, *addresses]
