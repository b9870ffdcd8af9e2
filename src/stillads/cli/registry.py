"""What a command is, and the list of all of them."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules


def _no_arguments(parser: ArgumentParser) -> None:
    """For a command without arguments of its own."""


@dataclass(frozen=True)
class Command:
    """A command of the program.

    name           as typed
    help           one line, beginning with a verb
    run            does the work; returns the exit code; a RuleError becomes a line and exit 1
    add_arguments  declares its arguments
    needs_database `./run` migrates before it runs
    """

    name: str
    help: str
    run: Callable[[Namespace], int]
    add_arguments: Callable[[ArgumentParser], None] = _no_arguments
    needs_database: bool = True


_commands: dict[str, Command] = {}


def register(command: Command) -> None:
    """Adds a command, once, at import of its module."""
    if command.name in _commands:
        raise ValueError(f"the command {command.name} is registered twice")
    _commands[command.name] = command


def commands() -> list[Command]:
    """All commands by name; imports every module of `stillads.cli.commands`. Needs Django set up."""
    package = import_module("stillads.cli.commands")
    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
    return [_commands[name] for name in sorted(_commands)]
