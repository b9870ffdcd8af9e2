"""`stillads booklet 2022-2 --out hæfte.pdf`: the booklet as it reads today, as a file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.utils.translation import gettext as _

from stillads.booklet.compiling.booklet import compile_booklet
from stillads.booklet.queries.editions import edition_document, published_edition
from stillads.booklet.rendering import FORMS, Form
from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command, register
from stillads.documents.edition import Document
from stillads.kernel.clock import today
from stillads.kernel.rules import NotFound, RuleError


def run(arguments: Namespace) -> int:
    """Compiles the booklet, or takes a published edition, and writes it in the form the name asks for."""
    out = Path(arguments.out)
    form = _form(out, large_print=arguments.large_print)
    document = _document(arguments.round, arguments.edition)
    content = form.make(document)
    try:
        out.write_bytes(content)
    except OSError as error:
        raise RuleError(_("The file %(path)s cannot be written.") % {"path": out}) from error
    said = _("%(path)s: %(chapters)d trials, %(size)d kB.") % {
        "path": out,
        "chapters": len(document.chapters),
        "size": max(1, len(content) // 1000),
    }
    data = {"path": str(out), "chapters": len(document.chapters), "bytes": len(content)}
    answer(arguments, said, data)
    return 0


def _form(out: Path, *, large_print: bool) -> Form:
    suffix = out.suffix.lower()
    if large_print:
        if suffix != ".pdf":
            raise RuleError(_("Large print is made as PDF. Let the file's name end in .pdf."))
        return FORMS["large-print"]
    form = FORMS.get(suffix.removeprefix("."))
    if form is None:
        raise RuleError(_("Let the file's name end in %(suffixes)s.") % {"suffixes": ", ".join(_suffixes())})
    return form


def _suffixes() -> list[str]:
    return sorted({form.suffix for form in FORMS.values()})


def _document(round_key: str, edition: int | None) -> Document:
    try:
        if edition is not None:
            return edition_document(published_edition(round_key, edition).public_id)
        return compile_booklet(round_key, today=today())
    except NotFound:
        raise RuleError(_("There is no such booklet: %(key)s.") % {"key": round_key}) from None


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("round", metavar="ROUND", help="the round, such as 2022-2")
    parser.add_argument("--out", required=True, metavar="FILE", help="where to write; its ending is the form")
    parser.add_argument("--large-print", action="store_true", help="in large print (PDF)")
    parser.add_argument(
        "--edition", type=int, metavar="N", help="a published edition instead of today's text"
    )
    add_json(parser)


register(Command("booklet", "write a round's booklet to a file", run, _add_arguments))
