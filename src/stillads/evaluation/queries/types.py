"""What the queries return: an evaluation as it reads, without a row of the database in it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from stillads.analysis.queries import PhaseComparison
from stillads.documents.blocks import Body

from ..rules import Standing


@dataclass(frozen=True, slots=True)
class KeptView:
    """A save that came second, unsettled. `plain` is its running text for editing, empty if it has none."""

    id: str
    target: str
    fields: dict[str, object]
    body: Body | None
    plain: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TextView:
    """One running text; `body` with the numbers as they are now, `plain` as a person edits it."""

    key: str
    heading: str
    body: Body
    plain: str
    version: int
    saved_by: str
    saved_at: datetime | None
    kept: tuple[KeptView, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure as it is shown: `text` its value with unit, `n` its `14 of 25`, the rest as it was typed."""

    id: str
    label: str
    text: str
    n: str
    before: str
    unit: str
    perspective: str
    method: str
    source: str
    dated: date
    period_first: date | None
    period_last: date | None
    site: str
    estimate: bool
    constructed: bool
    published_by_source: bool
    phase: str
    phase_number: int


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """What stands behind a finding."""

    id: str
    kind: str
    kind_word: str
    figure: FigureView | None
    text: str
    source: str
    key: str
    may_be_published: bool


@dataclass(frozen=True, slots=True)
class FindingView:
    """One advantage or barrier.

    evidence     code; evidence_word what it is called
    may_print    False for a quote whose speaker has not agreed: the booklet leaves it out
    carried      it comes from the phase before; `carried_label` says so in words
    """

    id: str
    side: str
    perspective: str
    part: str
    body: Body
    plain: str
    evidence: str
    evidence_word: str
    links: tuple[EvidenceView, ...]
    may_print: bool
    carried: bool
    carried_label: str
    constructed: bool
    version: int
    saved_by: str
    saved_at: datetime
    kept: tuple[KeptView, ...] = ()


@dataclass(frozen=True, slots=True)
class BoxView:
    """One of the six boxes with its findings. `why`: how it was looked for, or why it was not."""

    side: str
    perspective: str
    side_word: str
    perspective_word: str
    state: str
    state_word: str
    as_written: str
    why: str
    version: int
    findings: tuple[FindingView, ...]
    kept: tuple[KeptView, ...] = ()


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of the recommendation."""

    id: str
    number: int
    proposal: str
    proposal_word: str
    body: Body
    plain: str
    owner: str
    owner_id: str
    due: date | None
    constructed: bool
    version: int
    saved_by: str
    saved_at: datetime
    kept: tuple[KeptView, ...] = ()


@dataclass(frozen=True, slots=True)
class RatingView:
    """The rating of one perspective: −2 … 2, or None. `given` False: nobody has thought of it yet."""

    perspective: str
    perspective_word: str
    value: int | None
    word: str
    why: str
    given: bool
    constructed: bool
    version: int
    kept: tuple[KeptView, ...] = ()


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of the small economy; a positive amount is gained, a negative one spent."""

    id: str
    what: str
    kind: str
    amount: Decimal
    amount_text: str
    rhythm: str
    rhythm_word: str
    who: str
    method: str
    estimate: bool
    constructed: bool
    version: int
    kept: tuple[KeptView, ...] = ()


@dataclass(frozen=True, slots=True)
class SumView:
    """The sum of all lines of one kind and one rhythm; `estimate` where any of them is."""

    kind: str
    rhythm: str
    gained: Decimal
    spent: Decimal
    net: Decimal
    net_text: str
    lines: int
    estimate: bool


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the evaluation's life; `reason` holds a reviewer's wishes."""

    state: str
    state_word: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Missing:
    """Something still to be written: where (anchor on the page) and a whole sentence."""

    anchor: str
    sentence: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """What was learnt."""

    body: Body
    plain: str
    version: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PhaseView:
    """What the page's head says of the trial."""

    id: str
    number: int
    state: str
    chapter: int
    trial: str
    title: str
    question: str
    lead: str
    lead_id: str
    round_key: str
    round_title: str
    tested_at: str
    sites: tuple[str, ...]
    start: date
    end: date
    evaluation_date: date
    deadline: date
    constructed: bool
    previous: str


@dataclass(frozen=True, slots=True)
class EvaluationPage:
    """An evaluation, whole.

    texts       description, assessment, impression (by key)
    boxes       six, advantages before barriers, each citizen, employee, economy
    figures     all of the trial's figures that stand, this phase's first: for `[tal:…]` and the drawer
    comparison  Forudsagt | Målt | Forskel
    orphans     kept saves whose finding or part was removed meanwhile
    standing    what `rules.check_can_…` take
    """

    id: str
    phase: PhaseView
    state: str
    state_word: str
    imported_from: str
    texts: dict[str, TextView]
    boxes: tuple[BoxView, ...]
    parts: tuple[PartView, ...]
    ratings: tuple[RatingView, ...]
    lines: tuple[LineView, ...]
    sums: tuple[SumView, ...]
    figures: tuple[FigureView, ...]
    comparison: PhaseComparison
    steps: tuple[StepView, ...]
    orphans: tuple[KeptView, ...]
    missing: tuple[Missing, ...]
    learning: NoteView | None
    standing: Standing

    def box(self, side: str, perspective: str) -> BoxView:
        """The box at that place; KeyError where there is none."""
        for box in self.boxes:
            if (box.side, box.perspective) == (side, perspective):
                return box
        raise KeyError((side, perspective))
