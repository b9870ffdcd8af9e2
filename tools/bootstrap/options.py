"""What `./run` understands."""

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

from tools.bootstrap.ports import is_loopback
from tools.bootstrap.problem import Problem

_TEXT = """Stillads: from an idea to a decision in 100 days, honestly measured.

  ./run               sets up what is missing, loads the demo once, serves until Ctrl-C
  ./run COMMAND …     runs a command of the stillads program (./run help lists them)
"""
_MORE = """environment: STILLADS_DATA, STILLADS_DATABASE, STILLADS_BASE_URL and the others at the top of
src/stillads/config/settings.py. Ends with 3 when something is missing, with one line that says what to do."""


@dataclass(frozen=True)
class Options:
    """One call of `./run`."""

    host: str
    port: int
    data: Path
    empty: bool
    demo_exposed: bool
    command: list[str]


def parse(arguments: list[str], checkout: Path) -> Options:
    """Reads the command line; ends the process with 2 (or 0 for --help) as argparse does."""
    wanted = _parser().parse_args(arguments)
    data = wanted.data or os.environ.get("STILLADS_DATA") or checkout / ".stillads" / "data"
    return Options(
        host=wanted.host,
        port=wanted.port,
        data=Path(data).expanduser().resolve(),
        empty=wanted.empty,
        demo_exposed=wanted.demo_exposed,
        command=wanted.command,
    )


def check_exposure(options: Options, has_demo: bool) -> None:
    """Raises Problem where the demo's published passwords would be open to other machines."""
    if has_demo and not options.demo_exposed and not is_loopback(options.host):
        raise Problem(
            f"The demo's passwords are printed for all to read, so it is not served on {options.host}.",
            "Use --empty with a new --data, or --demo-exposed if you mean it.",
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./run",
        description=_TEXT,
        epilog=_MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        usage="./run [--port N] [--host ADDRESS] [--empty] [--data DIR] [COMMAND …]",
    )
    parser.add_argument("--port", type=_port, default=8000, help="port to serve on (8000)")
    parser.add_argument("--host", default="127.0.0.1", help="address to serve on (127.0.0.1)")
    parser.add_argument("--empty", action="store_true", help="do not load the demo")
    parser.add_argument("--data", metavar="DIR", help="where the database and the files are (.stillads/data)")
    parser.add_argument("--demo-exposed", action="store_true", help="serve the demo beyond this machine")
    parser.add_argument(
        "command", nargs=argparse.REMAINDER, metavar="COMMAND …", help="run this command instead"
    )
    return parser


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65_536:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; give a number from 1 to 65535")
    return int(text)
