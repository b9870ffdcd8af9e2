#!/usr/bin/env python3
"""Measures Stillads: `bench/run.py --help`. Standard library only; the work is in `measure.py`."""

import os
import sys
from pathlib import Path
from typing import NoReturn

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT))

from tools.bootstrap import generated  # noqa: E402
from tools.bootstrap.environment import ready  # noqa: E402
from tools.bootstrap.kinds import DEVELOPMENT  # noqa: E402
from tools.bootstrap.problem import EXIT, Problem  # noqa: E402


def main() -> NoReturn:
    """Sets the environment up and becomes `measure.py` in it."""
    try:
        environment = ready(CHECKOUT, DEVELOPMENT)
        generated.compile_catalogues(CHECKOUT, environment)
        variables = environment.variables()
        static = generated.static_files(CHECKOUT, environment, variables)
    except Problem as problem:
        print(problem, file=sys.stderr)
        sys.exit(EXIT)
    variables["STILLADS_STATIC"] = str(static)
    variables["PYTHONPATH"] = os.pathsep.join([str(CHECKOUT / "src"), str(CHECKOUT)])
    command = [str(environment.python), "-m", "bench.measure", *sys.argv[1:]]
    os.execve(environment.python, command, variables)  # noqa: S606


if __name__ == "__main__":
    os.chdir(CHECKOUT)
    main()
