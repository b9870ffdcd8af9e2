"""`./test`: the development environment, and the stages in it."""

import argparse
import os
import sys
from pathlib import Path
from typing import NoReturn

from tools.bootstrap import environment as environments
from tools.bootstrap import generated
from tools.bootstrap.environment import Environment
from tools.bootstrap.kinds import DEVELOPMENT
from tools.bootstrap.problem import EXIT, Problem, told
from tools.bootstrap.say import say

CHECKOUT = Path(__file__).resolve().parents[2]


def main(arguments: list[str], checkout: Path = CHECKOUT) -> int:
    """Sets the environment up and becomes the test program in it; returns only when that failed."""
    parser().parse_args(arguments)  # --help and a wrong call need no environment
    try:
        with told(checkout):
            environment = environments.ready(checkout, DEVELOPMENT)
            generated.compile_catalogues(checkout, environment)
            _become(environment, checkout, arguments)
    except Problem as problem:
        say(str(problem))
        return EXIT
    except KeyboardInterrupt:
        say("Stopped. The next ./test goes on from here.")
        return 130


def _become(environment: Environment, checkout: Path, arguments: list[str]) -> NoReturn:
    command = [str(environment.python), str(checkout / "tools" / "checks" / "main.py"), *arguments]
    sys.stderr.flush()
    os.execve(environment.python, command, environment.variables())  # noqa: S606


def parser() -> argparse.ArgumentParser:
    """What `./test` understands."""
    parser = argparse.ArgumentParser(
        prog="./test",
        description="Everything that must hold before a change lands. Ends with 'N passed, N failed'.",
        allow_abbrev=False,
    )
    parser.add_argument("--fast", action="store_true", help="leave out the browser")
    parser.add_argument("--fix", action="store_true", help="mend format, imports and catalogues first")
    return parser
