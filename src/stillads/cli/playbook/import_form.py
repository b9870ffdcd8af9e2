"""`stillads playbook import-form FILE`: a questionnaire of another system as questions to paste."""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command
from stillads.kernel.rules import RuleError
from stillads.playbooks.format.base import KEY_PATTERN
from stillads.playbooks.questionnaires.reading import LARGEST, read_questionnaire
from stillads.playbooks.questionnaires.report import Field, FormReport
from stillads.playbooks.questionnaires.result import Questionnaire
from stillads.playbooks.questionnaires.survey import survey_as_yaml
from stillads.playbooks.questionnaires.yaml import items_as_data, items_as_yaml

from . import PLAYBOOK

_SOURCES: Final = {
    "xlsform": "XLSForm",
    "redcap": "REDCap data dictionary",
    "fhir": "FHIR R4 Questionnaire",
}


def run(arguments: Namespace) -> int:
    """Prints the report as comments and the questions as YAML under it; stores nothing."""
    if arguments.into is not None and not re.fullmatch(KEY_PATTERN, arguments.into):
        raise RuleError(
            _("“%s” is no key: small letters, digits and _, a letter first.") % arguments.into, field="into"
        )
    read = read_questionnaire(_bytes(Path(arguments.file)))
    written = survey_as_yaml(read, arguments.into) if arguments.into else items_as_yaml(read.items)
    data = {
        **read.report.as_json(),
        "intro": read.intro,
        "thanks": read.thanks,
        "items": items_as_data(read.items),
        "yaml": written,
    }
    answer(arguments, _commented(read) + written.rstrip("\n"), data)
    return 0


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise RuleError(_("The file %(path)s cannot be read.") % {"path": path}) from error


def _commented(read: Questionnaire) -> str:
    """The report in front of the YAML, each line of it a comment."""
    return "".join(f"# {line}".rstrip() + "\n" for line in _said(read))


def _said(read: Questionnaire) -> Iterator[str]:
    report = read.report
    yield ": ".join(part for part in (_SOURCES[report.source], report.title) if part)
    yield _("%(read)d fields read, %(mapped)d taken over, %(lost)d not.") % {
        "read": report.read,
        "mapped": report.mapped,
        "lost": len(report.lost),
    }
    yield from _part(_("Not taken over"), [(field, [field.why]) for field in report.lost])
    yield from _part(_("Taken over, but not all of it"), _noted(report))
    for number, text in enumerate(report.warnings):
        if number == 0:
            yield from ("", _("About the file"))
        yield f"  {text}"
    for name, text in ((_("Introduction"), read.intro), (_("Thanks"), read.thanks)):
        if text:
            yield from ("", name)
            yield from (f"  {line}" for line in text.split("\n"))
    yield ""


def _noted(report: FormReport) -> list[tuple[Field, list[str]]]:
    return [(field, field.notes) for field in report.fields if field.mapped and field.notes]


def _part(title: str, fields: list[tuple[Field, list[str]]]) -> Iterator[str]:
    if fields:
        yield from ("", title)
    for field, sentences in fields:
        yield f"  {field.place:>5}  {field.name or '–'} ({field.type})"
        yield from (f"         {sentence}" for sentence in sentences)


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", help="XLSForm (.xlsx), REDCap dictionary (.csv), FHIR R4 (.json)"
    )
    parser.add_argument("--into", metavar="KEY", help="write a whole survey instrument with this key")
    add_json(parser)


PLAYBOOK.register(
    Command(
        "import-form", "read a questionnaire of another system", run, _add_arguments, needs_database=False
    )
)
