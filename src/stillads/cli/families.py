"""A command with commands of its own: `stillads playbook check`. One file for each, in one package."""

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules

from .registry import Command


@dataclass(frozen=True)
class Family:
    """The name and help of the outer command; `package` is where the files of the inner ones lie."""

    name: str
    help: str
    package: str
    _inner: dict[str, Command] = field(default_factory=dict)

    def register(self, command: Command) -> None:
        """Adds an inner command, once, at import of its module."""
        if command.name in self._inner:
            raise ValueError(f"the command {self.name} {command.name} is registered twice")
        self._inner[command.name] = command

    def commands(self) -> list[Command]:
        """The inner commands by name; imports every module of the package."""
        package = import_module(self.package)
        for module in iter_modules(package.__path__):
            import_module(f"{self.package}.{module.name}")
        return [self._inner[name] for name in sorted(self._inner)]

    def outer(self) -> Command:
        """The command as the program knows it. The inner one that is chosen takes its place."""
        return Command(self.name, self.help, _nothing_chosen, self._add_arguments, needs_database=False)

    def _add_arguments(self, parser: ArgumentParser) -> None:
        inner = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
        for command in self.commands():
            of_command = inner.add_parser(command.name, help=command.help, description=command.help)
            command.add_arguments(of_command)
            of_command.set_defaults(command=command)


def _nothing_chosen(arguments: Namespace) -> int:
    return 2  # argparse has asked for a command before
