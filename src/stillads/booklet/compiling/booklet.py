"""The whole booklet of a round."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import override

from stillads.documents.blocks import parse_body
from stillads.documents.edition import Colophon, Document, Section
from stillads.documents.elements import Element, FactsBox, Notice, Prose
from stillads.documents.plain import from_plain
from stillads.kernel.dates import format_span
from stillads.kernel.language import gettext as _

from ..queries.content import RoundContent, round_content
from .appendix import appendix_of
from .chapter import chapter_of
from .numbers import shown_texts


@dataclass(frozen=True, slots=True)
class Imprint:
    """Which edition is being made. Without one, the document is a draft."""

    edition: int
    published: date
    note: str = ""


def compile_booklet(round_key: str, *, today: date, imprint: Imprint | None = None) -> Document:
    """The booklet as it would be printed today; numbers in texts say what their figures say now.

    Danish, whatever language the pages are shown in. With an `imprint` it is what gets frozen: no draft
    notice, and its hash in the colophon. Raises NotFound for an unknown round.
    """
    with override("da"):
        content = round_content(round_key)
    document = document_of(content, today=today, imprint=imprint)
    return document.sealed() if imprint else document


def document_of(content: RoundContent, *, today: date, imprint: Imprint | None = None) -> Document:
    """The same of content that was read already, not sealed yet."""
    with override("da"):
        return _document(content, today, imprint)


def _document(content: RoundContent, today: date, imprint: Imprint | None) -> Document:
    held, booklet = content.round, content.booklet
    numbers = shown_texts(figure for phase in content.phases for figure in phase.figures)
    colour = settings.STILLADS_COLOUR
    return Document(
        title=booklet.title if booklet else _("What we tried, and what we learnt"),
        subtitle=booklet.subtitle if booklet else "",
        municipality=settings.STILLADS_MUNICIPALITY,
        colour=colour,
        label=_("Round %(key)s") % {"key": held.key},
        period=format_span(held.start, held.end),
        date=imprint.published if imprint else today,
        notice=_notice(content, imprint),
        front=_front(content, numbers),
        chapters=tuple(
            chapter_of(phase, number, numbers=numbers, colour=colour, today=None if imprint else today)
            for number, phase in enumerate(content.phases, 1)
        ),
        appendix=appendix_of(content.phases),
        colophon=_colophon(imprint),
    )


def _notice(content: RoundContent, imprint: Imprint | None) -> Notice | None:
    invented = content.round.constructed or (content.booklet is not None and content.booklet.constructed)
    if imprint is None:
        said = _("This is a preview. It is not published, and texts and numbers may still change.")
        extra = " " + _("Trials, numbers and people are invented.") if invented else ""
        return Notice(kind="draft", text=said + extra)
    return (
        Notice(kind="constructed", text=_("Trials, numbers and people are invented.")) if invented else None
    )


def _front(content: RoundContent, numbers: dict[str, str]) -> tuple[Section, ...]:
    booklet = content.booklet
    if booklet is None:
        return ()
    found: list[Element] = []
    foreword = parse_body(booklet.foreword).with_numbers(numbers)
    if booklet.foreword_by:
        found.append(Prose(body=from_plain(f"*{booklet.foreword_by}*")))
    if not foreword.is_empty():
        found.append(Prose(body=foreword))
    facts = parse_body(booklet.facts).with_numbers(numbers)
    if not facts.is_empty():
        found.append(FactsBox(title=booklet.facts_title or _("Facts"), body=facts))
    return (Section(title=_("Foreword"), elements=tuple(found)),) if found else ()


def _colophon(imprint: Imprint | None) -> Colophon | None:
    if imprint is None:
        return None
    return Colophon(
        publisher=settings.STILLADS_MUNICIPALITY,
        edition=imprint.edition,
        published=imprint.published,
        notes=from_plain(imprint.note),
    )
