"""Files."""

from .file import MediaFile

__all__ = ["MediaFile"]
