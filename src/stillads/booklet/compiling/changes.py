"""Whether a new edition would say anything that the newest one does not: known before the button is pressed."""

import json
from dataclasses import replace
from datetime import date

from django.core.cache import caches

from stillads.documents.edition import parse_document
from stillads.kernel.rereading import reread
from stillads.kernel.rules import allowed

from ..models import Edition
from ..queries.overview import BookletOverview
from ..rules import check_changed
from .booklet import Imprint, compile_booklet


def with_changes(found: BookletOverview, *, today: date) -> BookletOverview:
    """The overview, whose standing now knows whether anything has changed since the newest edition.

    The booklet is only put together where an edition is there, and again only where a row of it has changed.
    """
    if not found.editions:
        return found
    name = f"unchanged:{found.round_key}:{today}"
    unchanged = reread(name, lambda: _unchanged(found.round_key, today), cache=caches["pages"])
    return replace(found, standing=replace(found.standing, unchanged=unchanged))


def _unchanged(round_key: str, today: date) -> bool:
    newest = Edition.objects.filter(booklet__round__key=round_key).order_by("-number").first()
    if newest is None:
        return False
    new = compile_booklet(round_key, today=today, imprint=Imprint(newest.number + 1, today))
    return not allowed(check_changed, new, parse_document(json.loads(newest.content)))
