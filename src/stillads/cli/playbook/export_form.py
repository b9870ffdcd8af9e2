"""`stillads playbook export-form PLAYBOOK INSTRUMENT`: an instrument's form as a FHIR R4 Questionnaire."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.utils.translation import gettext as _

from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command
from stillads.kernel.rules import RuleError
from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.kinds import InstrumentDefinition
from stillads.playbooks.kinds.survey import Survey
from stillads.playbooks.questionnaires.fhir.write import Written, write_questionnaire

from . import PLAYBOOK
from .finding import find


def run(arguments: Namespace) -> int:
    """Writes the resource on standard output, or into --out."""
    playbook = find(arguments.playbook)
    instrument = _instrument(playbook, arguments.instrument)
    written = _written(playbook, instrument, arguments.form)
    text = json.dumps(written.resource, ensure_ascii=False, indent=2)
    if arguments.out is None:
        answer(arguments, text, written.resource)
        return 0
    try:
        Path(arguments.out).write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise RuleError(_("The file %(path)s cannot be written.") % {"path": arguments.out}) from error
    data = {"written": str(arguments.out), "always_shown": list(written.always_shown)}
    answer(arguments, _said(arguments.out, written), data)
    return 0


def _instrument(playbook: Playbook, key: str) -> InstrumentDefinition:
    try:
        return playbook.instrument(key)
    except KeyError:
        known = ", ".join(each.key for each in playbook.instruments)
        raise RuleError(
            _("There is no instrument “%(key)s” in the playbook. There are: %(known)s.")
            % {"key": key, "known": known}
        ) from None


def _written(playbook: Playbook, instrument: InstrumentDefinition, form: str | None) -> Written:
    forms = instrument.forms()
    name = form or next(iter(forms), "")
    if name not in forms:
        raise RuleError(
            _("The instrument “%(key)s” has no such form. There are: %(known)s.")
            % {"key": instrument.key, "known": ", ".join(forms) or "–"}
        )
    survey = instrument if isinstance(instrument, Survey) else None
    return write_questionnaire(
        forms[name],
        key=f"{playbook.key}-{instrument.key}" + (f"-{form}" if form else ""),
        title=instrument.title,
        intro=survey.intro if survey else "",
        thanks=survey.thanks if survey else "",
    )


def _said(path: str, written: Written) -> str:
    lines = [_("Written to %(path)s.") % {"path": path}]
    if written.always_shown:
        lines.append(
            _("Other systems always show these, as FHIR cannot say their condition: %s.")
            % ", ".join(written.always_shown)
        )
    return "\n".join(lines)


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("playbook", metavar="PLAYBOOK", help="a file, KEY, or KEY@VERSION")
    parser.add_argument("instrument", metavar="INSTRUMENT", help="the key of the instrument")
    parser.add_argument("--form", metavar="KEY", help="one of its forms (default: the first)")
    parser.add_argument("--out", metavar="FILE", help="where to write it (default: standard output)")
    add_json(parser)


PLAYBOOK.register(
    Command(
        "export-form",
        "write a form as FHIR R4 Questionnaire",
        run,
        _add_arguments,
    )
)
