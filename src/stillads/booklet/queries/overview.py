"""A round's booklet on the way to publication: what is there, what is missing, who has the ball."""

from dataclasses import dataclass
from datetime import date

from stillads.documents.blocks import parse_body
from stillads.documents.plain import to_plain
from stillads.evaluation.models import Evaluation
from stillads.evaluation.queries.progress import evaluation_progress
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.trials.models import Phase, Round

from ..models import Booklet
from ..permissions import READ
from ..rules import Standing
from .content import LEFT_OUT
from .editions import EditionView, published_editions


@dataclass(frozen=True, slots=True)
class ChapterState:
    """One trial: its evaluation's state, what is missing (whole sentences), and who has the ball."""

    phase_id: str
    number: int
    title: str
    state: str
    state_word: str
    approved: bool
    missing: tuple[str, ...]
    ball: str


@dataclass(frozen=True, slots=True)
class FrontTexts:
    """The booklet's own texts as a person edits them; `version` counts the saves."""

    title: str = ""
    subtitle: str = ""
    foreword: str = ""
    foreword_by: str = ""
    facts_title: str = ""
    facts: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class BookletOverview:
    """All that the page of a round's booklet shows. `standing` is what `rules.check_can_publish` takes."""

    round_key: str
    round_title: str
    start: date
    end: date
    chapters: tuple[ChapterState, ...]
    front: FrontTexts
    editions: tuple[EditionView, ...]
    standing: Standing

    @property
    def next_number(self) -> int:
        return self.editions[0].number + 1 if self.editions else 1


def booklet_overview(round_key: str, *, viewer: Viewer) -> BookletOverview:
    """The overview. The number of queries is the same, however many trials. Raises Denied, NotFound."""
    check_may(viewer, READ)
    held = _round(round_key)
    chapters = tuple(_chapters(held))
    front = front_texts(round_key)
    editions = tuple(published_editions(round_key))
    standing = Standing(
        chapters=len(chapters),
        unapproved=sum(not chapter.approved for chapter in chapters),
        has_foreword=bool(front.foreword),
    )
    return BookletOverview(held.key, held.title, held.start, held.end, chapters, front, editions, standing)


def front_of(round_key: str, *, viewer: Viewer) -> tuple[str, FrontTexts]:
    """The round's title and its booklet's own texts. Two queries. Raises Denied, NotFound."""
    check_may(viewer, READ)
    return _round(round_key).title, front_texts(round_key)


def front_texts(round_key: str) -> FrontTexts:
    """The booklet's own texts; empty ones where nobody has written yet."""
    booklet = Booklet.objects.filter(round__key=round_key).first()
    if booklet is None:
        return FrontTexts()
    return FrontTexts(
        title=booklet.title,
        subtitle=booklet.subtitle,
        foreword=_plain(booklet.foreword),
        foreword_by=booklet.foreword_by,
        facts_title=booklet.facts_title,
        facts=_plain(booklet.facts),
        version=booklet.version,
    )


def _plain(data: object) -> str:
    return to_plain(parse_body(data))


def _round(round_key: str) -> Round:
    held = Round.objects.filter(key=round_key).first()
    if held is None:
        raise NotFound(f"no round {round_key}")
    return held


def _chapters(held: Round) -> list[ChapterState]:
    phases = list(
        Phase.objects.filter(round=held)
        .exclude(state__in=LEFT_OUT)
        .select_related("trial")
        .order_by("order_in_round", "trial__title_sort", "pk")
    )
    progress = evaluation_progress([phase.public_id for phase in phases])
    return [
        ChapterState(
            phase_id=phase.public_id,
            number=number,
            title=phase.trial.title,
            state=progress[phase.public_id].state,
            state_word=progress[phase.public_id].state_word,
            approved=progress[phase.public_id].state == Evaluation.State.APPROVED,
            missing=tuple(str(one.sentence) for one in progress[phase.public_id].missing),
            ball=progress[phase.public_id].ball_name,
        )
        for number, phase in enumerate(phases, 1)
    ]
