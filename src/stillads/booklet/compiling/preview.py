"""The preview as a web page, made anew only when something in it has changed."""

from datetime import date

from django.core.cache import caches
from django.utils.translation import override

from stillads.documents import html
from stillads.kernel.rereading import reread

from ..queries.content import round_content
from .booklet import document_of


def preview_page(round_key: str, *, today: date) -> tuple[str, str]:
    """Title and HTML fragment of the booklet as it would be printed today. Raises NotFound for an unknown round.

    Every row is read each time, so nothing old is ever shown; what is kept is what was made of the same rows.
    """

    def make() -> tuple[str, str]:
        with override("da"):  # whatever language the pages are shown in
            document = document_of(round_content(round_key), today=today)
            return document.title, html.render(document)

    return reread(f"preview:{round_key}:{today}", make, cache=caches["pages"])
