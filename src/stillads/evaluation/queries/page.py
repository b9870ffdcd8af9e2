"""An evaluation as it reads: one typed page for the screen, the booklet and the committee item."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from stillads.analysis.queries import PhaseComparison, comparisons_of
from stillads.documents.blocks import Body, parse_body
from stillads.documents.plain import to_plain
from stillads.kernel.clock import today
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from ..evidence import may_be_printed
from ..models import (
    Box,
    Evaluation,
    EvidenceLink,
    Finding,
    KeptSave,
    LearningNote,
    Rating,
    RecommendationPart,
    TextField,
)
from ..permissions import READ
from ..rules import Standing
from ..standing import submitter, units_of
from ..states import EVALUATION
from ..words import (
    BOX_STATES,
    EVIDENCE,
    LINKS,
    NOT_RATED,
    PERSPECTIVES,
    PROPOSALS,
    RATINGS,
    SIDES,
    TEXTS,
)
from .figures import figure_view, shown_now, standing_figures
from .ledger import line_view, sums_of
from .loading import Rows, load
from .missing import missing_in
from .phases import phase_view
from .types import (
    BoxView,
    EvaluationPage,
    EvidenceView,
    FindingView,
    KeptView,
    NoteView,
    PartView,
    RatingView,
    StepView,
    TextView,
)

type_kept = Mapping[str, tuple[KeptView, ...]]


def evaluation_of(phase_id: str, viewer: Viewer) -> EvaluationPage:
    """The evaluation of the phase with this public id; NotFound where none is opened."""
    found = evaluations_of([phase_id], viewer)
    if phase_id not in found:
        raise NotFound(_("The evaluation is not opened yet."))
    return found[phase_id]


def evaluations_of(phase_ids: Collection[str], viewer: Viewer) -> dict[str, EvaluationPage]:
    """Phase public id → evaluation, in the round's order, for those phases that have one.

    The number of queries is the same for one phase and for forty.
    """
    check_may(viewer, READ)
    rows = load(phase_ids)
    comparisons = comparisons_of(phase_ids, on=today())
    return {
        evaluation.phase.public_id: _page(evaluation, rows, comparisons[evaluation.phase.public_id])
        for evaluation in rows.evaluations
    }


def _page(evaluation: Evaluation, rows: Rows, comparison: PhaseComparison) -> EvaluationPage:
    pk, phase = evaluation.pk, evaluation.phase
    figures = rows.figures.get(phase.trial_id, [])
    shown = shown_now(figures)
    kept = _kept(rows.kept.get(pk, []), shown)
    findings = [_finding(row, shown, kept) for row in rows.findings.get(pk, [])]
    lines = tuple(line_view(row, kept.get(f"ledger:{row.public_id}", ())) for row in rows.lines.get(pk, []))
    parts = tuple(_part(n, row, shown, kept) for n, row in enumerate(rows.parts.get(pk, []), 1))
    missing = missing_in(
        rows.boxes.get(pk, []),
        {(view.side, view.perspective) for view in findings},
        rows.texts.get(pk, []),
        rows.ratings.get(pk, []),
        bool(parts),
    )
    note = rows.notes.get(phase.pk)
    sites = rows.sites.get(phase.pk, [])
    there = {f"finding:{view.id}" for view in findings} | {f"part:{view.id}" for view in parts}
    there |= {f"ledger:{view.id}" for view in lines}
    return EvaluationPage(
        id=evaluation.public_id,
        phase=phase_view(phase, tuple(site.unit.name for site in sites)),
        state=evaluation.state,
        state_word=str(EVALUATION.states[evaluation.state]),
        imported_from=evaluation.imported_from,
        texts={row.key: _text(row, shown, kept) for row in rows.texts.get(pk, [])},
        boxes=tuple(_box(row, findings, kept) for row in rows.boxes.get(pk, [])),
        parts=parts,
        ratings=tuple(_rating(row, kept) for row in rows.ratings.get(pk, [])),
        lines=lines,
        sums=sums_of(lines),
        figures=tuple(figure_view(figure) for figure in standing_figures(figures, phase)),
        comparison=comparison,
        steps=tuple(
            StepView(step.to_state, str(EVALUATION.states[step.to_state]), step.reason, step.by, step.at)
            for step in rows.steps.get(pk, [])
        ),
        orphans=tuple(
            view
            for target, views in kept.items()
            if target.partition(":")[0] in {"finding", "part", "ledger"} and target not in there
            for view in views
        ),
        missing=missing,
        learning=_note(note, shown) if note else None,
        standing=Standing(
            evaluation.state,
            phase.state,
            units_of(phase, [site.unit_id for site in sites]),
            phase.trial.lead_id,
            submitter(rows.steps.get(pk, [])),
            sum(len(views) for views in kept.values()),
            tuple(part.sentence for part in missing),
        ),
    )


def _read(data: object, shown: Mapping[str, str]) -> tuple[Body, str]:
    """A kept text with its figures as they stand, and as somebody types it. Reading one is dear: it is done once."""
    kept = parse_body(data)
    return kept.with_numbers(shown), to_plain(kept)


def _kept(rows: list[KeptSave], shown: Mapping[str, str]) -> type_kept:
    found: dict[str, tuple[KeptView, ...]] = defaultdict(tuple)
    body: Body | None
    for row in rows:
        if "body" in row.fields:
            body, plain = _read(row.fields["body"], shown)
        else:
            body, plain = None, str(row.fields.get("why", ""))
        view = KeptView(row.public_id, row.target, dict(row.fields), body, plain, row.by, row.at)
        found[row.target] = (*found[row.target], view)
    return found


def _text(row: TextField, shown: Mapping[str, str], kept: type_kept) -> TextView:
    body, plain = _read(row.body, shown)
    return TextView(
        key=row.key,
        heading=str(TEXTS[row.key]),
        body=body,
        plain=plain,
        version=row.version,
        saved_by=row.saved_by,
        saved_at=row.saved_at,
        kept=kept.get(f"text:{row.key}", ()),
    )


def _finding(row: Finding, shown: Mapping[str, str], kept: type_kept) -> FindingView:
    links = tuple(_link(link) for link in row.evidence_links.all())
    agreed = [link.may_be_published for link in links if link.kind == EvidenceLink.Kind.QUOTE]
    body, plain = _read(row.body, shown)
    return FindingView(
        id=row.public_id,
        side=row.side,
        perspective=row.perspective,
        part=row.part,
        body=body,
        plain=plain,
        evidence=row.evidence,
        evidence_word=str(EVIDENCE[row.evidence]),
        links=links,
        may_print=may_be_printed(row.evidence, agreed),
        carried=bool(row.carried_from_id or row.carried_label),
        carried_label=row.carried_label,
        constructed=row.constructed,
        version=row.version,
        saved_by=row.saved_by,
        saved_at=row.saved_at,
        kept=kept.get(f"finding:{row.public_id}", ()),
    )


def _link(row: EvidenceLink) -> EvidenceView:
    return EvidenceView(
        id=row.public_id,
        kind=row.kind,
        kind_word=str(LINKS[row.kind]),
        figure=figure_view(row.figure) if row.figure else None,
        text=row.text,
        source=row.source,
        key=row.key,
        may_be_published=row.may_be_published,
    )


def _box(row: Box, findings: list[FindingView], kept: type_kept) -> BoxView:
    place = (row.side, row.perspective)
    return BoxView(
        side=row.side,
        perspective=row.perspective,
        side_word=str(SIDES[row.side]),
        perspective_word=str(PERSPECTIVES[row.perspective]),
        state=row.state,
        state_word=str(BOX_STATES[row.state]),
        as_written=row.as_written,
        why=row.why,
        version=row.version,
        findings=tuple(view for view in findings if (view.side, view.perspective) == place),
        kept=kept.get(f"box:{row.side}:{row.perspective}", ()),
    )


def _part(number: int, row: RecommendationPart, shown: Mapping[str, str], kept: type_kept) -> PartView:
    body, plain = _read(row.body, shown)
    return PartView(
        id=row.public_id,
        number=number,
        proposal=row.proposal,
        proposal_word=str(PROPOSALS[row.proposal]),
        body=body,
        plain=plain,
        owner=row.owner.name if row.owner else "",
        owner_id=row.owner.public_id if row.owner else "",
        due=row.due,
        constructed=row.constructed,
        version=row.version,
        saved_by=row.saved_by,
        saved_at=row.saved_at,
        kept=kept.get(f"part:{row.public_id}", ()),
    )


def _rating(row: Rating, kept: type_kept) -> RatingView:
    return RatingView(
        perspective=row.perspective,
        perspective_word=str(PERSPECTIVES[row.perspective]),
        value=row.value,
        word=str(NOT_RATED if row.value is None else RATINGS[row.value]),
        why=row.why,
        given=row.saved_at is not None,
        constructed=row.constructed,
        version=row.version,
        kept=kept.get(f"rating:{row.perspective}", ()),
    )


def _note(row: LearningNote, shown: Mapping[str, str]) -> NoteView:
    return NoteView(*_read(row.body, shown), row.version, row.by, row.at)
