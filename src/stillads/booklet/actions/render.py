"""Making the files of an edition: each is kept as soon as it is there, so that one can come back to it."""

import hashlib

from django.db import IntegrityError, transaction
from django.utils.translation import override

from stillads.kernel.clock import now

from ..models import Edition, Rendering
from ..queries.editions import edition_document
from ..rendering import FORMS


def render_missing(public_id: str) -> int:
    """Render every form of the edition that is not kept yet; returns how many were made. Safe to repeat."""
    edition = Edition.objects.defer("content").get(public_id=public_id)
    kept = set(Rendering.objects.filter(edition=edition).values_list("form", flat=True))
    document = edition_document(public_id)
    made = 0
    for key, form in FORMS.items():
        if key not in kept:
            with override("da"):
                made += _keep(edition, key, form.make(document))
    return made


def _keep(edition: Edition, form: str, content: bytes) -> int:
    """Another worker may have been first; its file stands."""
    try:
        with transaction.atomic():
            Rendering.objects.create(
                edition=edition,
                form=form,
                content=content,
                sha256=hashlib.sha256(content).hexdigest(),
                made_at=now(),
            )
    except IntegrityError:
        return 0
    return 1
