"""Booklets and their editions."""

from .edition import Booklet, Edition, Rendering

__all__ = ["Booklet", "Edition", "Rendering"]
