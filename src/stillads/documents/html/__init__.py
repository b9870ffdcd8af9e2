"""A document as accessible HTML: a fragment for a page of ours, or one file that stands alone."""

from .page import render, standalone

__all__ = ["render", "standalone"]
