"""`stillads playbook check [PATH …]`: every problem of every playbook."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command
from stillads.kernel.rules import RuleError
from stillads.playbooks.library import FILE, shelf
from stillads.playbooks.reading import Reading, Vocabulary, read_playbook

from . import PLAYBOOK
from .finding import spoken, vocabulary


def run(arguments: Namespace) -> int:
    """Checks the library, or the given files and folders; 1 where there is a problem."""
    known = vocabulary()
    readings = dict(_given(arguments.paths, known) if arguments.paths else _library(known))
    problems = [problem for reading in readings.values() for problem in reading.problems]
    lines = [line for reading in readings.values() for line in spoken(reading.problems, arguments.language)]
    if known is None:
        lines.append(_("Themes and legal bases were not looked at: the database cannot be asked."))
    lines.append(_summary(len(readings), len(problems)))
    data = {
        "ok": not problems,
        "checked": list(readings),
        "vocabulary": known is not None,
        "problems": [problem.as_json() for problem in problems],
    }
    answer(arguments, "\n".join(lines), data)
    return 1 if problems else 0


def _library(known: Vocabulary | None) -> Iterator[tuple[str, Reading]]:
    for each in shelf():
        yield each.name, each.read(known)


def _given(paths: list[str], known: Vocabulary | None) -> Iterator[tuple[str, Reading]]:
    for said in paths:
        path = Path(said)
        files = sorted(path.rglob(FILE)) if path.is_dir() else [path]
        if not files:
            raise RuleError(_("There is no %(file)s in %(path)s.") % {"file": FILE, "path": path})
        for file in files:
            yield str(file), read_playbook(file, vocabulary=known or Vocabulary())


def _summary(files: int, problems: int) -> str:
    looked = ngettext("%(n)d playbook checked", "%(n)d playbooks checked", files) % {"n": files}
    found = ngettext("%(n)d problem", "%(n)d problems", problems) % {"n": problems}
    return f"{looked}, {found}"


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files or folders; the library where none is given"
    )
    parser.add_argument("--language", choices=["da", "en"], help="language of the problems (da)")
    add_json(parser)


PLAYBOOK.register(Command("check", "say everything that is wrong with playbooks", run, _add_arguments))
