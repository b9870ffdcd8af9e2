"""Publishing: the booklet as it reads now is frozen as an edition, with its hash."""

import json
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from stillads.analysis.actions.release import release_figures
from stillads.audit.actions.record import record
from stillads.documents.edition import Document, parse_document
from stillads.kernel.clock import local_day
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import Conflict
from stillads.kernel.viewer import Viewer

from ..compiling.booklet import Imprint, compile_booklet
from ..models import Booklet, Edition
from ..queries.content import RoundContent, round_content
from ..queries.overview import booklet_overview
from ..rules import check_can_publish, check_changed
from ..tasks import render_edition
from .news import tell_of_booklet


@transaction.atomic
def publish_edition(*, round_key: str, number: int, note: str, viewer: Viewer, at: datetime) -> Edition:
    """Freeze the booklet as edition `number`, the one after the newest; its files are made in the background.

    The same number sent twice gives the edition that was made the first time. Raises Denied, NotFound,
    RuleError with what is missing, Conflict where somebody published meanwhile or nothing has changed.
    """
    standing = booklet_overview(round_key, viewer=viewer).standing
    check_can_publish(standing, viewer)
    check_no_cpr(note, field="note")
    booklet = Booklet.objects.select_for_update().get(round__key=round_key)
    made = Edition.objects.filter(booklet=booklet, number=number, published_by=viewer.name).first()
    if made is not None:
        return made
    last = _last(booklet)
    if number != (last.number if last else 0) + 1:
        raise Conflict(
            _("Another edition was published meanwhile. Load the page again and look at it first.")
        )
    day = local_day(at)
    document = compile_booklet(round_key, today=day, imprint=Imprint(number, day, note.strip()))
    check_changed(document, _document(last))
    edition = Edition.objects.create(
        booklet=booklet,
        number=number,
        content=canonical(document),
        sha256=document.digest(),
        published_at=at,
        published_by=viewer.name,
        note=note.strip()[:300],
    )
    content = round_content(round_key)
    _release(content, edition, viewer, at)
    record(
        viewer=viewer,
        verb="booklet.publish",
        target=f"edition:{edition.public_id}",
        target_name=f"{round_key}, {number}",
        data={"sha256": edition.sha256},
        at=at,
    )
    tell_of_booklet(content, viewer=viewer, at=at)
    render_edition.enqueue(edition.public_id)
    return edition


def canonical(document: Document) -> str:
    """The content as an edition keeps it: one way of writing it, so that its hash can be counted again."""
    return json.dumps(document.data(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _last(booklet: Booklet) -> Edition | None:
    newest = Edition.objects.filter(booklet=booklet).aggregate(newest=Max("number"))["newest"]
    return Edition.objects.get(booklet=booklet, number=newest) if newest else None


def _document(edition: Edition | None) -> Document | None:
    return parse_document(json.loads(edition.content)) if edition else None


def _release(content: RoundContent, edition: Edition, viewer: Viewer, at: datetime) -> None:
    """The figures of the booklet have now left the house: remembered, so that none can be subtracted."""
    figures = [
        figure.public_id for phase in content.phases for figure in phase.figures if not figure.withdrawn
    ]
    if figures:
        release_figures(
            figures=figures,
            audience="public",
            edition=edition.public_id,
            table="booklet",
            viewer=viewer,
            at=at,
        )
