"""What a move of a round would move, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.kernel.dates import format_span
from stillads.trials.queries.round_move import MovePreview, PhaseMoveView

from .rounds import calendar_warnings, change_text, day_text


@dataclass(frozen=True, slots=True)
class MovedTrial:
    """A trial that goes along, with what changes for it."""

    title: str
    span: str
    evaluation: str
    windows: tuple[str, ...]
    amends: bool


@dataclass(frozen=True, slots=True)
class PreviewText:
    """The whole preview. `needs_reason`: the form's reason must be filled in."""

    answer: str
    changes: tuple[str, ...]
    trials: tuple[MovedTrial, ...]
    staying: tuple[str, ...]
    milestones: tuple[str, ...]
    warnings: tuple[str, ...]
    needs_reason: bool


def preview_text(preview: MovePreview) -> PreviewText:
    """A preview in words."""
    return PreviewText(
        answer=_answer(preview),
        changes=tuple(change_text(name, *days) for name, days in preview.changes.items()),
        trials=tuple(_trial(moved) for moved in preview.phases),
        staying=preview.staying,
        milestones=tuple(
            f"{title}: {day_text(was)} → {day_text(becomes)}" for title, was, becomes in preview.milestones
        ),
        warnings=tuple(calendar_warnings(preview.summer_days, preview.off_days)),
        needs_reason=preview.needs_reason,
    )


def _answer(preview: MovePreview) -> str:
    if not preview.changes:
        return _("These are the days the round has already.")
    count = len(preview.phases)
    moved = ngettext("One trial moves along.", "%(n)d trials move along.", count) % {"n": count}
    amended = sum(phase.amends for phase in preview.phases)
    if not amended:
        return moved
    return (
        moved
        + " "
        + ngettext(
            "One of them has a locked prediction: write why, and it will stand beside it.",
            "%(n)d of them have a locked prediction: write why, and it will stand beside it.",
            amended,
        )
        % {"n": amended}
    )


def _trial(moved: PhaseMoveView) -> MovedTrial:
    evaluation = ""
    if moved.evaluation_date[0] != moved.evaluation_date[1]:
        was, becomes = moved.evaluation_date
        evaluation = f"{day_text(was)} → {day_text(becomes)}"
    return MovedTrial(
        title=moved.trial_title,
        span=format_span(*moved.span),
        evaluation=evaluation,
        windows=tuple(f"{name}: {format_span(first, last)}" for name, first, last in moved.windows),
        amends=moved.amends,
    )
