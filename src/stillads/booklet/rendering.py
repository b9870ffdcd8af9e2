"""The forms in which a booklet is handed out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillads.documents import docx, html, pdf
from stillads.documents.edition import Document
from stillads.kernel.rules import NotFound


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its key in addresses, what a person calls it, the file it makes."""

    key: str
    name: str | Promise
    content_type: str
    suffix: str
    make: Callable[[Document], bytes]


def fonts() -> Path:
    """The folder with the design system's typeface as TTF."""
    front_end = Path(settings.STILLADS_FRONT_END)
    return front_end / "dkfds" / "dist" / "fonts" / "IBMPlexSans" / "complete" / "ttf"


def _pdf(document: Document) -> bytes:
    return pdf.render(document, fonts=fonts())


def _large_print(document: Document) -> bytes:
    return pdf.render(document, fonts=fonts(), large_print=True)


def _docx(document: Document) -> bytes:
    return docx.render(document, fonts=fonts())


def _html(document: Document) -> bytes:
    css = (Path(settings.ROOT) / "ui" / "static" / "ui" / "booklet.css").read_text(encoding="utf-8")
    return html.standalone(document, css).encode()


FORMS = {
    form.key: form
    for form in (
        Form("pdf", _("PDF"), "application/pdf", ".pdf", _pdf),
        Form("large-print", _("PDF in large print"), "application/pdf", ".pdf", _large_print),
        Form(
            "docx",
            _("Word"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".docx",
            _docx,
        ),
        Form("html", _("Web page in one file"), "text/html; charset=utf-8", ".html", _html),
    )
}


def form_named(key: str) -> Form:
    """The form with this key. Raises NotFound."""
    try:
        return FORMS[key]
    except KeyError:
        raise NotFound(f"no form {key}") from None


def file_name(round_key: str, form: Form, *, edition: int | None = None) -> str:
    """`haefte-2022-2-udgave-1-stor-skrift.pdf`: letters that every disk takes."""
    parts = ["haefte", round_key, f"udgave-{edition}" if edition else "kladde"]
    if form.key == "large-print":
        parts.append("stor-skrift")
    return "-".join(parts) + form.suffix
