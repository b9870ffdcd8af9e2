"""`./run`: from a bare checkout to a running Stillads."""

import json
import os
import sys
from pathlib import Path
from typing import NoReturn

from tools.bootstrap import environment as environments
from tools.bootstrap import generated
from tools.bootstrap.environment import Environment
from tools.bootstrap.kinds import RUNTIME
from tools.bootstrap.options import Options, check_exposure, parse
from tools.bootstrap.ports import check_free
from tools.bootstrap.problem import EXIT, Problem, told
from tools.bootstrap.say import say
from tools.bootstrap.serving import Report, serve
from tools.bootstrap.shell import quietly

CHECKOUT = Path(__file__).resolve().parents[2]


def main(arguments: list[str], checkout: Path = CHECKOUT) -> int:
    """Runs `./run`. Returns the exit code: 3 for what the user can mend."""
    options = parse(arguments, checkout)
    try:
        with told(options.data):
            if options.command:
                _run_command(options, checkout)
            _serve(options, checkout)
    except Problem as problem:
        say(str(problem))
        return EXIT
    except KeyboardInterrupt:
        say("Stopped. The next ./run goes on from here.")
        return 130
    return 0


def _serve(options: Options, checkout: Path) -> None:
    check_exposure(options, has_demo=not options.empty)
    check_free(options.host, options.port)
    environment = environments.ready(checkout, RUNTIME)
    variables = _variables(options, environment, checkout)
    report = _prepare(options, environment, variables, checkout)
    check_exposure(options, has_demo=bool(report.logins))
    serve(options, environment, variables, report)


def _run_command(options: Options, checkout: Path) -> NoReturn:
    environment = environments.ready(checkout, RUNTIME)
    variables = _variables(options, environment, checkout)
    command = [environment.python, checkout / "tools" / "launch" / "command.py", *options.command]
    sys.stderr.flush()
    os.execve(environment.python, [str(part) for part in command], variables)  # noqa: S606


def _variables(options: Options, environment: Environment, checkout: Path) -> dict[str, str]:
    """The environment variables of every program that this start runs; what the user has set wins."""
    variables = environment.variables()
    variables["STILLADS_DATA"] = str(options.data)
    options.data.mkdir(parents=True, exist_ok=True)
    generated.compile_catalogues(checkout, environment)
    variables["STILLADS_STATIC"] = str(generated.static_files(checkout, environment, variables))
    if not options.command:
        variables.setdefault("STILLADS_BASE_URL", f"http://{options.host}:{options.port}")
        variables["STILLADS_DEMO"] = "0" if options.empty else "1"
    return variables


def _prepare(options: Options, environment: Environment, variables: dict[str, str], checkout: Path) -> Report:
    log = options.data / "prepare.log"
    report = options.data / "prepare.json"
    say(
        "Preparing the database …"
        if options.empty
        else "Preparing the database and the demo (the first time, a minute or two) …"
    )
    quietly(
        [environment.python, checkout / "tools" / "launch" / "prepare.py", report],
        log,
        what="The database could not be prepared",
        environment=variables,
    )
    return Report(**json.loads(report.read_text("utf-8")))
