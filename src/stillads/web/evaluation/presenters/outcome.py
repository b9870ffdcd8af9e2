"""Texts, recommendation, ratings, economy and learning."""

from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse
from django.utils.safestring import SafeString

from stillads.evaluation.queries.types import EvaluationPage, LineView, PartView, RatingView, TextView

from ..prose import prose
from .editing import Editing, form_for
from .kept import KeptItem, kept_items


@dataclass(frozen=True, slots=True)
class TextItem:
    """A running text."""

    view: TextView
    id: str
    html: SafeString
    url: str
    form: Form | None
    kept: list[KeptItem]


@dataclass(frozen=True, slots=True)
class PartItem:
    """One part of the recommendation."""

    view: PartView
    html: SafeString
    url: str
    move_url: str
    remove_url: str
    first: bool
    last: bool
    form: Form | None
    kept: list[KeptItem]


@dataclass(frozen=True, slots=True)
class RatingItem:
    """The rating of one perspective."""

    view: RatingView
    id: str
    url: str
    form: Form | None
    kept: list[KeptItem]


@dataclass(frozen=True, slots=True)
class LineItem:
    """One line of the small economy."""

    view: LineView
    url: str
    remove_url: str
    form: Form | None
    kept: list[KeptItem]


def text_items(page: EvaluationPage, editing: Editing | None) -> dict[str, TextItem]:
    """By key."""
    return {
        key: TextItem(
            view,
            f"tekst-{key}",
            prose(view.body),
            reverse("evaluation:text", args=[page.phase.id, key]),
            form_for(editing, f"text:{key}"),
            kept_items(page.phase.id, view.kept, standing=view.plain, version=view.version),
        )
        for key, view in page.texts.items()
    }


def part_items(page: EvaluationPage, editing: Editing | None) -> list[PartItem]:
    """In order."""
    phase = page.phase.id
    return [
        PartItem(
            view,
            prose(view.body),
            reverse("evaluation:part", args=[phase, view.id]),
            reverse("evaluation:part_move", args=[phase, view.id]),
            reverse("evaluation:part_remove", args=[phase, view.id]),
            n == 0,
            n == len(page.parts) - 1,
            form_for(editing, f"part:{view.id}"),
            kept_items(phase, view.kept, standing=view.plain, version=view.version),
        )
        for n, view in enumerate(page.parts)
    ]


def rating_items(page: EvaluationPage, editing: Editing | None) -> list[RatingItem]:
    """Citizen, employee, economy."""
    return [
        RatingItem(
            view,
            f"vurdering-{view.perspective}",
            reverse("evaluation:rating", args=[page.phase.id, view.perspective]),
            form_for(editing, f"rating:{view.perspective}"),
            kept_items(page.phase.id, view.kept, standing=view.why, version=view.version),
        )
        for view in page.ratings
    ]


def line_items(page: EvaluationPage, editing: Editing | None) -> list[LineItem]:
    """In order."""
    phase = page.phase.id
    return [
        LineItem(
            view,
            reverse("evaluation:line", args=[phase, view.id]),
            reverse("evaluation:line_remove", args=[phase, view.id]),
            form_for(editing, f"ledger:{view.id}"),
            kept_items(phase, view.kept, standing="", version=view.version),
        )
        for view in page.lines
    ]
