"""One trial as a chapter."""

from collections.abc import Mapping
from datetime import date

from stillads.charts import hundred_day_line as line_picture
from stillads.charts.line_sentence import sentence
from stillads.charts.rating import words as rating_words
from stillads.documents import elements
from stillads.documents.blocks import Body, parse_body
from stillads.documents.edition import Chapter, Section, TimeLine
from stillads.documents.labels import Perspective
from stillads.evaluation.models import RecommendationPart
from stillads.kernel.dates import format_date
from stillads.kernel.language import gettext as _
from stillads.trials.tested_at import places_in

from ..queries.content import PhaseContent
from .comparison import comparisons_of
from .findings import PERSPECTIVES, findings_of
from .ledger import ledger_of
from .parts import pictures_of

_STEPS = 5
_MOST_LETTERS_IN_LEAD = 300


def chapter_of(
    content: PhaseContent, number: int, *, numbers: Mapping[str, str], colour: str, today: date | None
) -> Chapter:
    """The chapter. `numbers` is what the figures say (public id → text); `today` only for previews."""
    return Chapter(
        key=f"proevehandling-{number}",
        number=number,
        title=content.phase.trial.title,
        tested_at=tested_at(content),
        lead=content.phase.trial.question[:_MOST_LETTERS_IN_LEAD],
        line=time_line(content, colour=colour, today=today),
        notices=tuple(notices_of(content)),
        sections=tuple(section for section in _sections(content, numbers, colour) if section.elements),
    )


def tested_at(content: PhaseContent) -> str:
    """Where it was tried: as an imported booklet words it, else the names of the sites."""
    if content.phase.tested_at_text:
        return places_in(content.phase.tested_at_text)
    if len(content.sites) < 2:
        return "".join(content.sites)
    return _("%(names)s and %(last)s") % {"names": ", ".join(content.sites[:-1]), "last": content.sites[-1]}


def time_line(content: PhaseContent, *, colour: str, today: date | None) -> TimeLine:
    """The 100-day line with the windows and what changed beside the trial."""
    phase = content.phase
    line = line_picture.HundredDayLine(
        start=phase.start,
        end=phase.end,
        today=today if today and phase.start <= today <= phase.end else None,
        baseline_start=phase.baseline_start,
        evaluation=phase.evaluation_date
        if phase.evaluation_date and phase.evaluation_date > phase.end
        else None,
        windows=tuple(line_picture.Window(one.name, one.first_day, one.last_day) for one in content.windows),
    )
    title, description = sentence(line)
    svg = line_picture.draw(line, size="chapter", standalone=True, colour=colour)
    return TimeLine(svg=svg, alt=f"{title}. {description}", sentence=title)


def notices_of(content: PhaseContent) -> list[elements.Notice]:
    """What a reader must know before the chapter: what is invented, and where it comes from."""
    trial = content.phase.trial
    notices = []
    invented = [one.constructed for one in content.findings]
    invented += [one.constructed for one in content.figures]
    invented += [one.constructed for one in content.ledger]
    invented += [one.constructed for one in content.ratings.values()]
    if trial.constructed:
        notices.append(elements.Notice(kind="constructed", text=_("The trial and its people are invented.")))
    elif any(invented):
        text = _("Some of what stands here is invented, to show how a chapter looks.")
        notices.append(elements.Notice(kind="constructed", text=text))
    if trial.source_note:
        notices.append(elements.Notice(kind="source", text=trial.source_note))
    return notices


def _sections(content: PhaseContent, numbers: Mapping[str, str], colour: str) -> list[Section]:
    described = _text(content, "description", numbers)
    if described.is_empty():
        described = parse_body(content.phase.trial.description).with_numbers(numbers)
    comparison = comparisons_of(content)
    ledger = ledger_of(content)
    return [
        _prose(_("What we tried"), described),
        Section(elements=(comparison,) if comparison else ()),
        Section(elements=pictures_of(content, colour=colour)),
        Section(elements=tuple(findings_of(content, numbers))),
        Section(title=_("Economy"), elements=(ledger,) if ledger else ()),
        _prose(_("Assessment"), _text(content, "assessment", numbers)),
        _prose(_("What made the greatest impression?"), _text(content, "impression", numbers)),
        Section(title=_("Recommendation"), elements=_recommendation(content, numbers)),
        Section(elements=ratings_of(content)),
    ]


def _prose(title: str, body: Body) -> Section:
    return Section(title=title, elements=() if body.is_empty() else (elements.Prose(body=body),))


def _text(content: PhaseContent, key: str, numbers: Mapping[str, str]) -> Body:
    found = content.texts.get(key)
    return parse_body(found.body).with_numbers(numbers) if found else Body()


def proposal_words() -> dict[str, str]:
    """What a part of a recommendation proposes, as printed; nothing where it is put in own words."""
    return {
        RecommendationPart.Proposal.PERMANENT: _("made permanent"),
        RecommendationPart.Proposal.PERMANENT_AND_SPREAD: _("made permanent and spread"),
        RecommendationPart.Proposal.EXTEND: _("extended"),
        RecommendationPart.Proposal.DROP: _("is dropped"),
        RecommendationPart.Proposal.OTHER: "",
    }


def _recommendation(content: PhaseContent, numbers: Mapping[str, str]) -> tuple[elements.Recommendation, ...]:
    words = proposal_words()
    parts = tuple(
        elements.RecommendationPart(
            body=parse_body(part.body).with_numbers(numbers),
            outcome=words[part.proposal],
            owner=part.owner.name if part.owner else "",
            deadline=format_date(part.due) if part.due else "",
        )
        for part in content.parts
    )
    return (elements.Recommendation(parts=parts),) if parts else ()


def ratings_of(content: PhaseContent) -> tuple[elements.Ratings, ...]:
    """The overall rating per perspective; nothing where nobody has rated at all."""
    if not content.ratings:
        return ()
    return (elements.Ratings(rows=tuple(_rating(content, one) for one in PERSPECTIVES)),)


def _rating(content: PhaseContent, perspective: Perspective) -> elements.Rating:
    rating = content.ratings.get(perspective)
    if rating is None or rating.value is None:
        return elements.Rating(
            perspective=perspective,
            word=_("Not rated"),
            reason=rating.why if rating else "",
        )
    word = rating_words()[rating.value]
    return elements.Rating(
        perspective=perspective,
        word=word[:1].upper() + word[1:],
        step=rating.value + 3,
        of=_STEPS,
        reason=rating.why,
    )
