"""The preview as a web page, made anew only when something in it has changed."""

import pickle
from datetime import date
from hashlib import sha256

from django.core.cache import caches
from django.utils.translation import get_language, override

from stillads.documents import html

from ..queries.content import RoundContent, round_content
from .booklet import document_of


def preview_page(round_key: str, *, today: date) -> tuple[str, str]:
    """Title and HTML fragment of the booklet as it would be printed today. Raises NotFound for an unknown round.

    The rows are read every time, so nothing old is ever shown; what is kept is what was made of the same rows.
    """
    with override("da"):
        content = round_content(round_key)
    mark, kept = _mark(content, today), caches["pages"]
    found: tuple[str, str] | None = kept.get(mark)
    if found is None:
        document = document_of(content, today=today)
        found = document.title, html.render(document)
        kept.set(mark, found)
    return found


def _mark(content: RoundContent, today: date) -> str:
    """The same for the same rows on the same day. Pickled to be compared; nothing is ever read from it."""
    return sha256(pickle.dumps((content, today, get_language()))).hexdigest()
