"""Published editions: what anybody may read."""

import json
from dataclasses import dataclass
from datetime import datetime

from stillads.documents.edition import Document, parse_document
from stillads.kernel.rules import NotFound

from ..models import Edition, Rendering
from ..rendering import FORMS


@dataclass(frozen=True, slots=True)
class EditionView:
    """One published edition. `ready` holds the keys of the forms that can be fetched now."""

    public_id: str
    round_key: str
    number: int
    title: str
    published_at: datetime
    published_by: str
    note: str
    sha256: str
    ready: frozenset[str]
    newest: bool

    @property
    def complete(self) -> bool:
        return len(self.ready) == len(FORMS)


def published_editions(round_key: str = "") -> list[EditionView]:
    """The editions of a round, or of all rounds, newest first. Two queries."""
    rows = Edition.objects.defer("content").select_related("booklet__round")
    if round_key:
        rows = rows.filter(booklet__round__key=round_key)
    editions = list(rows.order_by("-booklet__round__start", "booklet_id", "-number"))
    ready: dict[int, set[str]] = {edition.pk: set() for edition in editions}
    made = Rendering.objects.filter(edition__in=list(ready)).values_list("edition_id", "form")
    for edition_id, form in made:
        ready[edition_id].add(form)
    newest: dict[int, int] = {}
    for edition in editions:
        newest.setdefault(edition.booklet_id, edition.number)
    return [
        EditionView(
            public_id=edition.public_id,
            round_key=edition.booklet.round.key,
            number=edition.number,
            title=edition.booklet.title,
            published_at=edition.published_at,
            published_by=edition.published_by,
            note=edition.note,
            sha256=edition.sha256,
            ready=frozenset(ready[edition.pk]),
            newest=newest[edition.booklet_id] == edition.number,
        )
        for edition in editions
    ]


def published_edition(round_key: str, number: int | None = None) -> EditionView:
    """One edition of a round, the newest where no number is given. Raises NotFound."""
    for edition in published_editions(round_key):
        if number in (None, edition.number):
            return edition
    raise NotFound(f"no edition {number} of {round_key}")


def edition_document(public_id: str) -> Document:
    """The frozen content, as a document. Raises NotFound."""
    content = Edition.objects.filter(public_id=public_id).values_list("content", flat=True).first()
    if content is None:
        raise NotFound(f"no edition {public_id}")
    return parse_document(json.loads(content))


def rendered(public_id: str, form: str) -> bytes:
    """The bytes of an edition in one form. Raises NotFound, also while they are still being made."""
    found = Rendering.objects.filter(edition__public_id=public_id, form=form).values_list(
        "content", flat=True
    )
    content = found.first()
    if content is None:
        raise NotFound(f"edition {public_id} is not ready as {form}")
    return bytes(content)
