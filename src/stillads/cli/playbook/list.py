"""`stillads playbook list`: what is in the library."""

from argparse import ArgumentParser, Namespace
from typing import Any

from django.utils.translation import gettext as _

from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command
from stillads.kernel.numbers import format_number
from stillads.playbooks.library import Shelved, library, shelf

from . import PLAYBOOK


def run(arguments: Namespace) -> int:
    """Key, version, minutes a week and title of every version; one that cannot be read is named as such."""
    rows = [_row(each) for each in shelf()]
    lines = [
        f"{row['key']}@{row['version']}  {_minutes(row['minutes_a_week'])}  {row['title']}" for row in rows
    ]
    lines.append(_("%(n)d in %(path)s") % {"n": len(rows), "path": library()})
    answer(arguments, "\n".join(lines), {"library": str(library()), "playbooks": rows})
    return 0


def _row(each: Shelved) -> dict[str, Any]:
    playbook = each.read().playbook
    return {
        "key": each.key,
        "version": each.version,
        "title": playbook.title.da if playbook else _("cannot be read, see: playbook check"),
        "title_en": playbook.title.en if playbook else None,
        "minutes_a_week": round(playbook.minutes_a_week, 1) if playbook else None,
    }


def _minutes(minutes: float | None) -> str:
    said = "–" if minutes is None else format_number(minutes, 1)
    return _("%(n)s min. a week") % {"n": said.rjust(5)}


def _add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)


PLAYBOOK.register(
    Command("list", "list the playbooks of the library", run, _add_arguments, needs_database=False)
)
