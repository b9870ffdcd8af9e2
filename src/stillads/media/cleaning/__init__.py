"""Taking what a camera wrote beside the picture out of it: where, when, with whose phone."""

from .photo import Photo, clean_photo

__all__ = ["Photo", "clean_photo"]
