"""The 2 × 3 fields with their findings."""

from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from stillads.evaluation.queries.types import BoxView, EvaluationPage, FindingView

from ..prose import prose
from .editing import Editing, form_for
from .kept import KeptItem, kept_items


@dataclass(frozen=True, slots=True)
class FindingItem:
    """A finding as it stands in its box."""

    view: FindingView
    html: SafeString
    url: str
    move_url: str
    remove_url: str
    first: bool
    last: bool
    links: list["LinkItem"]
    form: Form | None
    kept: list[KeptItem]
    not_printed: str


@dataclass(frozen=True, slots=True)
class LinkItem:
    """What stands behind it, in one line."""

    text: str
    note: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class BoxItem:
    """One of the six fields. `empty_said`: what an empty one says; empty while findings stand in it."""

    view: BoxView
    id: str
    heading: str
    findings: list[FindingItem]
    new_url: str
    new_form: Form | None
    state_url: str
    state_form: Form | None
    empty_said: str
    kept: list[KeptItem]


@dataclass(frozen=True, slots=True)
class Row:
    """One perspective with both its fields."""

    perspective: str
    word: str
    boxes: tuple[BoxItem, BoxItem]


def rows(page: EvaluationPage, editing: Editing | None) -> list[Row]:
    """Three rows, one for each perspective."""
    return [
        Row(
            view,
            page.box("advantage", view).perspective_word,
            (
                box_item(page, page.box("advantage", view), editing),
                box_item(page, page.box("barrier", view), editing),
            ),
        )
        for view in ("citizen", "employee", "economy")
    ]


def box_id(side: str, perspective: str) -> str:
    """The anchor of a field."""
    return f"felt-{side}-{perspective}"


def box_item(page: EvaluationPage, view: BoxView, editing: Editing | None) -> BoxItem:
    """One field."""
    phase = page.phase.id
    place = f"{view.side}:{view.perspective}"
    args = [phase, view.side, view.perspective]
    return BoxItem(
        view=view,
        id=box_id(view.side, view.perspective),
        heading=f"{view.side_word}: {view.perspective_word}",
        findings=[
            _finding(phase, finding, n == 0, n == len(view.findings) - 1, editing)
            for n, finding in enumerate(view.findings)
        ],
        new_url=reverse("evaluation:finding_new", args=args),
        new_form=form_for(editing, f"new:{place}"),
        state_url=reverse("evaluation:box", args=args),
        state_form=form_for(editing, f"box:{place}"),
        empty_said="" if view.findings else _empty(view),
        kept=kept_items(phase, view.kept, standing=view.why, version=view.version),
    )


def _empty(view: BoxView) -> str:
    if view.state == "open":
        return _("Nothing is written yet.")
    if view.state == "not_stated":
        return _("Not stated. The document says: “%(word)s”.") % {"word": view.as_written or "–"}
    return f"{view.state_word}. {view.why}".strip()


def _finding(phase: str, view: FindingView, first: bool, last: bool, editing: Editing | None) -> FindingItem:
    args = [phase, view.id]
    return FindingItem(
        view=view,
        html=prose(view.body),
        url=reverse("evaluation:finding", args=args),
        move_url=reverse("evaluation:finding_move", args=args),
        remove_url=reverse("evaluation:finding_remove", args=args),
        first=first,
        last=last,
        links=[_link(phase, view, n) for n in range(len(view.links))],
        form=form_for(editing, f"finding:{view.id}"),
        kept=kept_items(phase, view.kept, standing=view.plain, version=view.version),
        not_printed="" if view.may_print else _("Is not printed: nobody has agreed to it yet."),
    )


def _link(phase: str, view: FindingView, n: int) -> LinkItem:
    link = view.links[n]
    remove = reverse("evaluation:evidence_remove", args=[phase, link.id])
    if link.figure is not None:
        figure = link.figure
        note = ", ".join(part for part in (figure.n, figure.method, figure.source) if part)
        return LinkItem(f"{figure.label}: {figure.text}", note, remove)
    if link.kind == "quote":
        agreed = _("may be printed") if link.may_be_published else _("must not be printed yet")
        return LinkItem(link.source, agreed, remove)
    return LinkItem(link.source or link.text or link.kind_word, link.kind_word, remove)
