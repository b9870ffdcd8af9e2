"""One trial on one A3 page for the board meeting: what was tried, what came of it, what is proposed."""

from datetime import date

from django.conf import settings
from django.utils.translation import override

from stillads.documents.edition import Chapter, Document, Section
from stillads.documents.elements import Element, Notice
from stillads.kernel.dates import format_span
from stillads.kernel.language import gettext as _
from stillads.kernel.rules import NotFound

from ..queries.content import PhaseContent, round_content
from .chapter import chapter_of
from .numbers import shown_texts

# The long texts stay in the booklet: the sheet is read standing.
_ON_THE_WALL = frozenset({"comparisons", "findings", "recommendation", "ratings"})


def compile_sheet(round_key: str, phase_id: str, *, today: date) -> Document:
    """The sheet of the phase with this public id. Raises NotFound where the round has no such chapter."""
    with override("da"):
        content = round_content(round_key)
        for number, phase in enumerate(content.phases, 1):
            if phase.phase.public_id == phase_id:
                return _sheet(phase, number, today)
    raise NotFound(f"no phase {phase_id} in round {round_key}")


def _sheet(phase: PhaseContent, number: int, today: date) -> Document:
    numbers = shown_texts(phase.figures)
    whole = chapter_of(phase, number, numbers=numbers, colour=settings.STILLADS_COLOUR, today=today)
    return Document(
        kind="sheet",
        title=phase.phase.trial.title,
        municipality=settings.STILLADS_MUNICIPALITY,
        colour=settings.STILLADS_COLOUR,
        label=_("Board meeting"),
        period=format_span(phase.phase.start, phase.phase.end),
        date=today,
        notice=_invented(whole),
        chapters=(whole.model_copy(update={"sections": tuple(_wall(whole)), "notices": ()}),),
    )


def _invented(chapter: Chapter) -> Notice | None:
    return next((notice for notice in chapter.notices if notice.kind == "constructed"), None)


def _wall(chapter: Chapter) -> list[Section]:
    """What is read standing: findings, recommendation and rating; the long texts stay in the booklet."""
    found = []
    for section in chapter.sections:
        kept: tuple[Element, ...] = tuple(one for one in section.elements if one.element in _ON_THE_WALL)
        if kept:
            found.append(section.model_copy(update={"elements": kept}))
    return found
