"""`stillads import-booklet FILE`: read a booklet of trials in from text, PDF or DOCX."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from stillads.booklet.actions.import_booklet import Imported, import_booklet
from stillads.booklet.reading import Reading, read_file
from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command, register
from stillads.kernel.clock import now
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import system_viewer


def run(arguments: Namespace) -> int:
    """Reads the file and stores it, or with --dry-run only says what is in it."""
    reading = read_file(_bytes(Path(arguments.file)))
    done = None
    if not (arguments.dry_run and arguments.json):
        done = import_booklet(
            reading=reading,
            round_key=arguments.round or "",
            viewer=system_viewer("import-booklet"),
            at=now(),
            source=Path(arguments.file).name,
            start=arguments.start,
            end=arguments.end,
            dry_run=arguments.dry_run,
        )
    told = reading.as_json()
    if done and not arguments.dry_run:
        told["import"] = _outcome(reading, done)
    answer(arguments, _said(reading, done) if done else "", told)
    return 0


def _outcome(reading: Reading, done: Imported) -> dict[str, Any]:
    """For a program: what is new in the database, and what was there already and stays as it was.

    {"round", "result": "made" or "unchanged", "made": {"rounds", "trials", "findings", "recommendations"},
    "unchanged": the same four, "message"}.
    """
    whole = {"rounds": 1, **done.plan.counts()}
    nothing = dict.fromkeys(whole, 0)
    made = {**whole, "rounds": int(done.round_made)} if done.created else nothing
    return {
        "round": done.round_key,
        "result": "made" if done.created else "unchanged",
        "made": made,
        "unchanged": {key: number - made[key] for key, number in whole.items()},
        "message": _message(reading, done),
    }


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RuleError(_("The file %(path)s cannot be read.") % {"path": path}) from error


def _said(reading: Reading, done: Imported) -> str:
    lines = [f"{trial.number:>3}  {trial.title}" for trial in reading.trials]
    lines += ["", _("%(n)d lines are in no trial and not in the foreword.") % {"n": len(reading.unplaced)}]
    lines += [f"     {one.line}: {one.text}" for one in reading.not_placed]
    return "\n".join([*lines, _message(reading, done)])


def _message(reading: Reading, done: Imported) -> str:
    told = {"n": len(reading.trials), "key": done.round_key}
    if done.already:
        return _("The booklet is there already, in round %(key)s. Nothing was changed.") % told
    if done.created:
        return _("%(n)d trials were read into round %(key)s.") % told
    return _("%(n)d trials would be read into round %(key)s. Nothing was stored.") % told


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="text (UTF-8, UTF-16, Windows), PDF or DOCX")
    parser.add_argument("--dry-run", action="store_true", help="say what is in the file, store nothing")
    parser.add_argument(
        "--round", metavar="KEY", help="the round, such as 2022-2 (default: the next free one)"
    )
    parser.add_argument(
        "--start", type=date.fromisoformat, metavar="DAY", help="the round's first day, 2022-04-26"
    )
    parser.add_argument("--end", type=date.fromisoformat, metavar="DAY", help="the round's last day")
    add_json(parser)


register(Command("import-booklet", "read in a booklet of trials", run, _add_arguments))
