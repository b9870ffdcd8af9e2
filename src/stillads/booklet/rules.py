"""When a booklet may be written in and published; pairs of `check_can_x` and `can_x`."""

from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from stillads.documents.edition import Document
from stillads.kernel.rules import Conflict, RuleError, allowed
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from .permissions import EDIT, PUBLISH

NOTHING_NEW = _("Nothing has changed since the newest edition.")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rules need to know of a booklet.

    chapters   trials with a chapter; unapproved: how many of their evaluations are not approved
    unchanged  it reads as its newest edition does (`compiling.changes` knows)
    """

    chapters: int
    unapproved: int
    has_foreword: bool
    unchanged: bool = False


def check_can_edit(viewer: Viewer) -> None:
    """The foreword and the facts are the consultants'."""
    check_may(viewer, EDIT)


def check_can_publish(standing: Standing, viewer: Viewer) -> None:
    """Every evaluation is approved, there is a foreword, and something to say that was not said before."""
    check_may(viewer, PUBLISH)
    if not standing.chapters:
        raise RuleError(_("The round has no trials that have run, so there is nothing to publish."))
    if standing.unapproved:
        raise RuleError(
            ngettext(
                "One evaluation is not approved yet.",
                "%(n)d evaluations are not approved yet.",
                standing.unapproved,
            )
            % {"n": standing.unapproved}
        )
    if not standing.has_foreword:
        raise RuleError(_("The foreword is not written yet."))
    if standing.unchanged:
        raise Conflict(NOTHING_NEW)


def check_changed(new: Document, last: Document | None) -> None:
    """A new edition says something that the newest one does not."""
    if last is not None and _said(new) == _said(last):
        raise Conflict(NOTHING_NEW)


def _said(document: Document) -> Document:
    """What a reader reads, without the date and the imprint."""
    return document.model_copy(update={"date": None, "colophon": None})


can_edit = partial(allowed, check_can_edit)
can_publish = partial(allowed, check_can_publish)
