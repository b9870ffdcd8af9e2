"""Fittings and deliveries in words."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.capture.queries.desk.notes import NoteLine
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.dates import format_date


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note; `photos` as (words, address)."""

    when: str
    by: str
    kind: str
    wrong: bool
    answers: tuple[tuple[str, str], ...]
    photos: list[tuple[str, str]]
    constructed: bool


def note_row(line: NoteLine) -> NoteRow:
    """A line of the list."""
    moment = line.at.astimezone(COPENHAGEN)
    kind = _("Fitting") if line.form == "fitting" else _("Delivery")
    return NoteRow(
        when=f"{format_date(moment.date(), year=False)} kl. {moment:%H.%M}",
        by=line.by,
        kind=_("Delivery that went wrong") if line.wrong else kind,
        wrong=line.wrong,
        answers=line.answers,
        photos=[
            (question, reverse("register:photo", args=[line.entry, photo])) for question, photo in line.photos
        ],
        constructed=line.constructed,
    )


def notes_answer(lines: tuple[NoteLine, ...]) -> str:
    """How many deliveries there are, and how many went wrong."""
    deliveries = [line for line in lines if line.form == "delivery"]
    wrong = sum(line.wrong for line in deliveries)
    if not deliveries:
        return ""
    return ngettext(
        "%(wrong)d of %(n)d delivery went wrong.",
        "%(wrong)d of %(n)d deliveries went wrong.",
        len(deliveries),
    ) % {"wrong": wrong, "n": len(deliveries)}
