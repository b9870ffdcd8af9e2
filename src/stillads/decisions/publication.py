"""The committee item as a document: one model for page, PDF and DOCX."""

from django.conf import settings

from stillads.documents.blocks import Body, parse_body
from stillads.documents.edition import Document, Section
from stillads.documents.elements import Element, FactList, Notice, Prose
from stillads.documents.plain import from_plain
from stillads.kernel.dates import format_date

from .headings import headings
from .models import CommitteeItem
from .words import ITEM_TYPES

EMPTY = from_plain("–")


def item_document(item: CommitteeItem) -> Document:
    """The item with every heading of the setting; what nobody wrote is a dash, not a gap."""
    front = [Section(elements=(_facts(item),))]
    front += [Section(title=heading, elements=tuple(_under(item, key))) for key, heading in headings()]
    return Document(
        kind="item",
        title=item.title,
        subtitle=str(ITEM_TYPES[item.type]).capitalize(),
        municipality=settings.STILLADS_MUNICIPALITY,
        colour=settings.STILLADS_COLOUR,
        label=item.committee,
        period=format_date(item.meeting_on),
        date=item.meeting_on,
        notice=Notice(kind="constructed") if item.constructed else None,
        front=tuple(front),
    )


def _facts(item: CommitteeItem) -> FactList:
    return FactList(
        items=(
            ("Sagstype", str(ITEM_TYPES[item.type]).capitalize()),
            ("Udvalg", item.committee),
            ("Møde", format_date(item.meeting_on)),
        )
    )


def _under(item: CommitteeItem, key: str) -> list[Element]:
    """The text of one heading. Management's words and the committee's stand apart, each by name."""
    body = parse_body(item.sections.get(key))
    if key == "recommendation":
        return _named(("", body), ("Forvaltningen indstiller", parse_body(item.management_recommendation)))
    if key == "decision":
        return _named(
            ("", body),
            ("Udvalgets ordlyd", parse_body(item.committee_wording)),
            ("Forvaltningens opfølgning", parse_body(item.management_follow_up)),
        )
    return _named(("", body))


def _named(*parts: tuple[str, Body]) -> list[Element]:
    written = [(name, body) for name, body in parts if not body.is_empty()]
    found: list[Element] = []
    for name, body in written:
        if name:
            found.append(Prose(body=from_plain(f"**{name}**")))
        found.append(Prose(body=body))
    return found or [Prose(body=EMPTY)]
