"""What a photo must say of itself."""

from django.utils.translation import gettext_lazy as _

from stillads.kernel.cpr import REASON, finds_cpr
from stillads.kernel.rules import Invalid, type_reason

from .models import MediaFile


def check_photo_words(*, alt_text: str, permission: str, permission_note: str) -> None:
    """Raises Invalid (fields alt_text, permission, permission_note) for what lacks or must go."""
    errors: dict[str, type_reason] = {}
    if not alt_text.strip():
        errors["alt_text"] = _("Write what the photo shows, for those who cannot see it.")
    if permission not in MediaFile.Permission.values:
        errors["permission"] = _("Say whether there are people in the photo, and whether they agreed.")
    elif permission == MediaFile.Permission.CONSENT and not permission_note.strip():
        errors["permission_note"] = _(
            "Write who agreed, and how: without names, for example “two residents, in writing”."
        )
    for field, text in (("alt_text", alt_text), ("permission_note", permission_note)):
        if finds_cpr(text):
            errors[field] = REASON
    if errors:
        raise Invalid(errors)
