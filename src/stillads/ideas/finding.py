"""From a name of the outside to a row, and the idea's words as the search index takes them."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from stillads.kernel.danish import fold, sort_key
from stillads.kernel.rules import NotFound
from stillads.organisation.models import Unit
from stillads.search.actions import index_many
from stillads.search.registry import Searchable

from .models import Idea, IdeaTransition, Theme, Workshop
from .states import LABELS

KIND = "idea"


def idea_by(public_id: str, *, lock: bool = True) -> Idea:
    """The idea, held until the transaction ends. Raises NotFound."""
    rows = Idea.objects.select_for_update() if lock else Idea.objects.all()
    idea = rows.filter(public_id=public_id).first()
    if idea is None:
        raise NotFound(_("There is no such idea."))
    return idea


def ideas_by(public_ids: Iterable[str]) -> list[Idea]:
    """The ideas in the order they came in, held. Raises NotFound where one of them is not there."""
    wanted = set(public_ids)
    found = list(Idea.objects.select_for_update().filter(public_id__in=wanted).order_by("received_at", "pk"))
    if len(found) != len(wanted):
        raise NotFound(_("There is no such idea."))
    return found


def theme_by(key: str) -> Theme | None:
    """The theme; None for an empty key. Raises NotFound for an unknown one."""
    if not key:
        return None
    theme = Theme.objects.filter(key=key).first()
    if theme is None:
        raise NotFound(_("There is no such theme."))
    return theme


def unit_by(ref: str) -> Unit | None:
    """The unit by public id or key; None for an empty name. Raises NotFound for an unknown one."""
    if not ref:
        return None
    unit = Unit.objects.filter(public_id=ref).first() or Unit.objects.filter(key=ref).first()
    if unit is None:
        raise NotFound(_("There is no unit by that name."))
    return unit


def workshop_by(public_id: str) -> Workshop | None:
    """The workshop; None for an empty name. Raises NotFound for an unknown one."""
    if not public_id:
        return None
    workshop = Workshop.objects.filter(public_id=public_id).first()
    if workshop is None:
        raise NotFound(_("There is no such workshop."))
    return workshop


def fill_keys(idea: Idea) -> Idea:
    """Sets what follows from the words: the sort key, and the text as it is compared."""
    idea.title_sort = sort_key(idea.title)[:240]
    idea.folded = f"{fold(idea.title)}\n{fold(idea.text)}"
    return idea


def title_of(text: str) -> str:
    """A title out of a text: its first sentence or line, cut at a whole word to at most 100 letters."""
    line = text.strip().splitlines()[0].strip() if text.strip() else ""
    sentence = line.partition(". ")[0].rstrip(".")
    if len(sentence) <= 100:
        return sentence
    return f"{sentence[:99].rpartition(' ')[0] or sentence[:99]}…"


def searchable(idea: Idea, at: datetime) -> Searchable:
    """The idea as it is indexed."""
    theme = idea.theme.name if idea.theme else ""
    unit = idea.unit.name if idea.unit else ""
    context = " · ".join(filter(None, [str(LABELS[idea.state]), theme, unit]))
    return Searchable(key=idea.public_id, title=idea.title, words=idea.text, context=context, at=at)


def index_ideas(ideas: Iterable[Idea], *, at: datetime) -> None:
    """Keeps the index true for these."""
    index_many(kind=KIND, things=[searchable(idea, at) for idea in ideas])


def all_searchable() -> Iterable[Searchable]:
    """Everything of the kind, for `stillads reindex`."""
    ideas = Idea.objects.select_related("theme", "unit").order_by("pk")
    return (searchable(idea, idea.received_at) for idea in ideas.iterator(500))


def first_step(idea: Idea, *, by: str, at: datetime) -> IdeaTransition:
    """The row with which every idea's life begins, not saved yet."""
    return IdeaTransition(idea=idea, from_state="", to_state=idea.state, by=by, at=at)
