"""Taking a file away again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer

from ..models import MediaFile
from ..storage import place_of


def remove_file(*, public_id: str, reason: str, viewer: Viewer, at: datetime) -> None:
    """The file is no longer shown, and its bytes are gone unless another row has the same ones.

    Raises NotFound for a file that is not there (any more). The row stays, as proof of removal.
    """
    with transaction.atomic():
        file = MediaFile.objects.select_for_update().filter(public_id=public_id, removed_at=None).first()
        if file is None:
            raise NotFound(_("The file has been removed."))
        file.removed_at = at
        file.save(update_fields=["removed_at"])
        target = f"media:{public_id}"
        record(viewer=viewer, verb="media.remove", target=target, data={"reason": reason}, at=at)
        if not MediaFile.objects.filter(sha256=file.sha256, removed_at=None).exists():
            path = place_of(file.sha256, file.content_type)
            transaction.on_commit(lambda: path.unlink(missing_ok=True))
