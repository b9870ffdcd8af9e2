"""One trial on one A3 page for the board meeting: what was tried, what came of it, what is proposed."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import override

from stillads.documents.blocks import Body, parse_body, text_body
from stillads.documents.edition import Chapter, Document, Section
from stillads.documents.elements import (
    Element,
    Finding,
    Findings,
    Notice,
    PerspectiveFindings,
    Recommendation,
    SaidDid,
    SaidDone,
)
from stillads.evaluation.models import TextField
from stillads.kernel.dates import format_span, length_in_days
from stillads.kernel.language import gettext as _
from stillads.kernel.language import ngettext
from stillads.kernel.rules import NotFound

from ..queries.content import PhaseContent, round_content
from .chapter import chapter_of
from .numbers import shown_texts

# The long texts stay in the booklet: the sheet is read standing.
_ON_THE_WALL = frozenset({"comparisons", "findings", "recommendation", "ratings"})


@dataclass(frozen=True, slots=True)
class Room:
    """How much a sheet may hold: findings in each box, letters in each of them and of the parts, ideas."""

    findings: int
    letters: int
    ideas: int


# From what is read at arm's length to the least that still says something; the first that fits is taken.
ROOMS = (Room(2, 140, 2), Room(1, 110, 2), Room(1, 80, 1), Room(1, 80, 0))


def compile_sheet(round_key: str, phase_id: str, *, today: date, room: Room = ROOMS[0]) -> Document:
    """The sheet of the phase with this public id. Raises NotFound where the round has no such chapter."""
    with override("da"):
        content = round_content(round_key)
        for number, phase in enumerate(content.phases, 1):
            if phase.phase.public_id == phase_id:
                return _sheet(phase, number, today, room)
    raise NotFound(f"no phase {phase_id} in round {round_key}")


def _sheet(phase: PhaseContent, number: int, today: date, room: Room) -> Document:
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
        chapters=(
            whole.model_copy(update={"sections": (*_said(phase, room), *_wall(whole, room)), "notices": ()}),
        ),
    )


def _said(phase: PhaseContent, room: Room) -> tuple[Section, ...]:
    """*I sagde – vi gjorde*: the ideas that the trial came out of, and what it led to."""
    ideas = phase.phase.trial.ideas.order_by("received_at", "pk")[: room.ideas]
    assessment = phase.texts.get(TextField.Key.ASSESSMENT)
    learnt = _shortened(parse_body(assessment.body), room.letters).plain_text() if assessment else ""
    tried = _("We tried it for %(days)d days: %(sites)s.") % {
        "days": length_in_days(phase.phase.start, phase.phase.end),
        "sites": phase.phase.tested_at_text or ", ".join(phase.sites) or phase.phase.trial.title,
    }
    said = " – ".join(idea.title for idea in ideas)
    row = SaidDone(said=said, done=f"{tried} {learnt}".strip()) if said else None
    return (Section(elements=(SaidDid(rows=(row,)),)),) if row else ()


def _invented(chapter: Chapter) -> Notice | None:
    return next((notice for notice in chapter.notices if notice.kind == "constructed"), None)


def _wall(chapter: Chapter, room: Room) -> list[Section]:
    """What is read standing: findings, recommendation and rating; the long texts stay in the booklet."""
    found = []
    for section in chapter.sections:
        kept = tuple(_fitted(one, room) for one in section.elements if one.element in _ON_THE_WALL)
        if kept:
            found.append(section.model_copy(update={"elements": kept}))
    return found


def _fitted(element: Element, room: Room) -> Element:
    if isinstance(element, Findings):
        boxes = tuple(_fitted_box(box, room) for box in element.perspectives)
        return element.model_copy(update={"perspectives": boxes})
    if isinstance(element, Recommendation):
        parts = tuple(
            part.model_copy(update={"body": _shortened(part.body, room.letters)}) for part in element.parts
        )
        return element.model_copy(update={"parts": parts})
    return element


def _fitted_box(box: PerspectiveFindings, room: Room) -> PerspectiveFindings:
    kept = [
        one.model_copy(
            update={
                "body": _shortened(one.body, room.letters),
                "evidence": None if one.evidence == "unclassified" else one.evidence,
            }
        )
        for one in box.findings[: room.findings]
    ]
    left = len(box.findings) - len(kept)
    if left:
        more = ngettext("One more in the booklet.", "%(n)d more in the booklet.", left) % {"n": left}
        kept.append(Finding(body=text_body(more)))
    return box.model_copy(update={"findings": tuple(kept)})


def _shortened(body: Body, letters: int) -> Body:
    """Whole paragraphs while there is room, then up to a whole word, with an ellipsis."""
    lines = body.plain_text().split("\n")
    if sum(map(len, lines)) <= letters:
        return body
    kept: list[str] = []
    for line in lines:
        left = letters - sum(map(len, kept))
        if len(line) > left:
            kept.append(line[: max(left, 40)].rsplit(" ", 1)[0].rstrip(",.;:–-") + " …")
            break
        kept.append(line)
    return text_body(*kept)
