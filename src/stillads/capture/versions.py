"""Two people at one row: whoever looked at an older one is told, and nothing is written over."""

from django.utils.translation import gettext_lazy as _

from stillads.kernel.models import VersionedModel
from stillads.kernel.rules import Conflict


def check_version(row: VersionedModel, version: int | None) -> None:
    """Raises Conflict where the row has changed since `version` was shown. None: whoever asks has not looked."""
    if version is not None and row.version != version:
        raise Conflict(_("Somebody else was here a moment before you. Look at it again."))


def save_next(row: VersionedModel, *changed: str) -> None:
    """Saves the changed fields under the next version."""
    row.version += 1
    row.save(update_fields=[*changed, "version"])
