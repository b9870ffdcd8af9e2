"""What may be done with an idea, by whom, and what an idea must be."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from stillads.kernel.cpr import REASON, finds_cpr
from stillads.kernel.rules import Invalid, RuleError, allowed, type_reason
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from .models import Idea, IdeaGiver
from .permissions import ENTER, TRIAGE
from .states import S, check_step

MOST_LINES = 500
MOST_TEXT = 4000
MOST_AN_HOUR = 60  # from one address: a workshop of sixty people shares one
KEEP_AFTER_LAST_NEWS = timedelta(days=365)
KEEP_WITHOUT_ANSWER = timedelta(days=730)

_LENGTHS = {"title": 160, "text": MOST_TEXT, "lines": MOST_TEXT, "reason": 2000}
_REQUIRED = {"title", "text"}


def check_can_step(viewer: Viewer, idea: Idea, to: str) -> None:
    """May `viewer` bring the idea to the state `to`? Denied or RuleError with the reason."""
    check_may(viewer, TRIAGE)
    check_step(idea.state, to)


def can_step(viewer: Viewer, idea: Idea, to: str) -> bool:
    """The question form of `check_can_step`."""
    return allowed(check_can_step, viewer, idea, to)


def check_can_edit(viewer: Viewer, idea: Idea) -> None:
    """May the words, theme and unit be changed? Not when the idea lives on elsewhere."""
    check_may(viewer, TRIAGE)
    if idea.state in {S.MERGED, S.SPLIT}:
        check_step(idea.state, S.CONSIDERED)


def can_edit(viewer: Viewer, idea: Idea) -> bool:
    """The question form of `check_can_edit`."""
    return allowed(check_can_edit, viewer, idea)


def check_can_merge(viewer: Viewer, ideas: list[Idea], into: Idea | None = None) -> None:
    """Can these become one (a new one, or `into`)? At least two, all of them still open."""
    check_may(viewer, TRIAGE)
    if len(ideas) + bool(into) < 2:
        raise RuleError(_("Choose at least two ideas to merge."))
    for idea in ideas:
        _check_named(idea, S.MERGED)
    if into and into.state in {S.MERGED, S.SPLIT}:
        _check_named(into, S.MERGED)


def can_merge(viewer: Viewer, ideas: list[Idea], into: Idea | None = None) -> bool:
    """The question form of `check_can_merge`."""
    return allowed(check_can_merge, viewer, ideas, into)


def _check_named(idea: Idea, to: str) -> None:
    try:
        check_step(idea.state, to)
    except RuleError as refused:
        raise RuleError(
            _("“%(title)s” cannot be merged. %(reason)s") % {"title": idea.title, "reason": refused.reason}
        ) from refused


def check_can_split(viewer: Viewer, idea: Idea, parts: int = 2) -> None:
    """Can the idea become `parts` ideas? Two at least."""
    check_can_step(viewer, idea, S.SPLIT)
    if parts < 2:
        raise RuleError(_("Write at least two parts."), field="parts")


def can_split(viewer: Viewer, idea: Idea) -> bool:
    """The question form of `check_can_split`."""
    return allowed(check_can_split, viewer, idea)


def check_can_enter(viewer: Viewer, count: int = 1) -> None:
    """May the viewer enter that many workshop ideas at once?"""
    check_may(viewer, ENTER)
    if not count:
        raise RuleError(_("Paste at least one idea, one per line."), field="lines")
    if count > MOST_LINES:
        raise RuleError(
            ngettext_lazy(
                "That is %(count)d idea. Enter at most %(most)d at a time.",
                "That is %(count)d ideas. Enter at most %(most)d at a time.",
                count,
            )
            % {"count": count, "most": MOST_LINES},
            field="lines",
        )


def check_words(**texts: str) -> None:
    """Raises Invalid for words that are missing, too long, or hold something like a CPR number."""
    errors: dict[str, type_reason] = {}
    for field, text in texts.items():
        if finds_cpr(text):
            errors[field] = REASON
        elif field in _REQUIRED and not text.strip():
            errors[field] = _("Write what the idea is.")
        elif len(text) > (most := _LENGTHS.get(field, 200)):
            errors[field] = _("Write it shorter, at most %(most)d characters.") % {"most": most}
    if errors:
        raise Invalid(errors)


def check_reachable(channel: str, address: str, poster_unit_id: int | None) -> None:
    """Can the giver be told in the way they chose? RuleError with field email, address or poster_unit."""
    if channel == IdeaGiver.Channel.EMAIL and "@" not in address:
        raise RuleError(_("Write your e-mail address, so that we can write to you."), field="email")
    if channel == IdeaGiver.Channel.LETTER and len(address.split()) < 3:
        raise RuleError(_("Write road, number, postcode and town."), field="address")
    if channel == IdeaGiver.Channel.POSTER and poster_unit_id is None:
        raise RuleError(_("Choose where the poster shall hang."), field="poster_unit")
