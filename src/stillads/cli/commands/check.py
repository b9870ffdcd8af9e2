"""`stillads check`: is everything there that Stillads stands on?"""

from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from stillads.cli.answer import add_json, answer
from stillads.cli.inspection import inspect
from stillads.cli.registry import Command, register


def run(arguments: Namespace) -> int:
    """Looks at settings, database, front end and texts; 1 when something is missing."""
    seen = inspect()
    faults = [one for one in seen if not one.ok]
    lines = [f"{'ok     ' if one.ok else 'MISSING'}  {one.what}: {one.says}" for one in seen]
    lines.append(f"{len(seen) - len(faults)} in order, {len(faults)} missing")
    answer(arguments, "\n".join(lines), {"ok": not faults, "checks": [asdict(one) for one in seen]})
    return 1 if faults else 0


def _add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)


register(Command("check", "see whether everything is there", run, _add_arguments, needs_database=False))
