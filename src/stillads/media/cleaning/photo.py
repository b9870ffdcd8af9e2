"""From uploaded bytes to a photo that can be shown: its kind told by its bytes, its traces removed.

Nothing is decoded: the parts of the file that are picture are copied, all others left out. What
cannot be read to the end is refused rather than kept.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError

from .jpeg import clean_jpeg
from .parts import Unreadable
from .png import clean_png
from .webp import clean_webp

MOST_BYTES = 12_000_000
MOST_PIXELS = 80_000_000

Clean = Callable[[bytes], tuple[bytes, int, int]]

_KINDS: dict[str, tuple[Callable[[bytes], bool], Clean, str]] = {
    "image/jpeg": (lambda content: content[:3] == b"\xff\xd8\xff", clean_jpeg, "jpg"),
    "image/png": (lambda content: content[:8] == b"\x89PNG\r\n\x1a\n", clean_png, "png"),
    "image/webp": (lambda content: content[:4] == b"RIFF" and content[8:12] == b"WEBP", clean_webp, "webp"),
}


@dataclass(frozen=True, slots=True)
class Photo:
    """A cleaned picture: its bytes, content type, file ending and size in pixels."""

    content: bytes
    content_type: str
    ending: str
    width: int
    height: int


def clean_photo(content: bytes) -> Photo:
    """The photo in `content` without Exif, GPS, XMP, comments and whatever hangs behind its end.

    Which way is up is kept. Raises RuleError (field `photo`) for what is too large, is no JPEG, PNG or
    WebP, is animated, or cannot be read.
    """
    if not content:
        raise RuleError(_("Choose a photo first."), field="photo")
    if len(content) > MOST_BYTES:
        raise RuleError(_("The photo is too large. It may be at most 12 MB."), field="photo")
    for content_type, (is_it, clean, ending) in _KINDS.items():
        if is_it(content):
            return _cleaned(content, content_type, clean, ending)
    raise RuleError(
        _("This is not a photo that we can show. Use JPEG, PNG or WebP; an iPhone can share as JPEG."),
        field="photo",
    )


def _cleaned(content: bytes, content_type: str, clean: Clean, ending: str) -> Photo:
    try:
        cleaned, width, height = clean(content)
    except (Unreadable, IndexError) as error:
        raise RuleError(
            _("The photo is damaged or of an unusual kind. Try to save it as a new JPEG."), field="photo"
        ) from error
    if not 0 < width * height <= MOST_PIXELS:
        raise RuleError(_("The photo has too many pixels. Make it smaller and try again."), field="photo")
    return Photo(cleaned, content_type, ending, width, height)
