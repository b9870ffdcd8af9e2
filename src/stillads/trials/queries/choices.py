"""What can be chosen in the forms: (name of the outside, words) pairs, in Danish order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from stillads.ideas.models import Idea, Theme
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Assignment, Unit
from stillads.organisation.policy import CONSULTANT, MANAGER, TRIAL_LEAD
from stillads.search.queries import find
from stillads.vocabularies.models import LegalBasis

from ..finding import KIND
from ..models import Trial

type_choices = list[tuple[str, str]]


def _holding(day: date) -> Q:
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


def leads_on(day: date) -> type_choices:
    """People who may lead a trial on `day`: leads, managers and consultants. One query."""
    roles = (TRIAL_LEAD, MANAGER, CONSULTANT)
    held = Assignment.objects.filter(_holding(day), role__in=roles).select_related("person", "unit")
    found = {
        a.person.public_id: f"{a.person.name}, {a.unit.name}" for a in held.order_by("person__name_sort")
    }
    return list(found.items())


def units_on(day: date) -> type_choices:
    """Units that are open on `day`. One query."""
    return list(Unit.objects.filter(_holding(day)).order_by("name_sort").values_list("public_id", "name"))


def themes() -> type_choices:
    """The themes, in their order. One query."""
    return list(Theme.objects.order_by("order").values_list("key", "name"))


@dataclass(frozen=True, slots=True)
class LegalChoice:
    """A provision that may be chosen; `text` says where its row still has to be looked up."""

    key: str
    text: str
    subject: str
    valid_to: date | None


def legal_choices(first: date, last: date, held: Sequence[str] = ()) -> list[LegalChoice]:
    """Provisions that hold on one of the days, and those already `held` whatever their days. One query."""
    holds = Q(valid_from__lte=last) & (Q(valid_to__isnull=True) | Q(valid_to__gte=first))
    rows = LegalBasis.objects.filter(holds | Q(key__in=list(held))).order_by("law", "pk")
    return [LegalChoice(row.key, row.marked, row.subject, row.valid_to) for row in rows]


def find_trials(
    text: str, *, besides: str, named: str = "", viewer: Viewer, limit: int
) -> list[tuple[str, str, str]]:
    """Living trials that hold every word of `text`, best first, and the one called `named`; never `besides`.

    (name of the outside, title, what tells it from others of that title). At most four SQL statements.
    """
    keys = [hit.key for hit in find(text, viewer=viewer, kinds=[KIND], limit=5 * limit)] if text else []
    wanted = dict.fromkeys([named, *keys])
    living = Trial.objects.exclude(state__in=[Trial.State.MERGED, Trial.State.DROPPED])
    rows = living.filter(public_id__in=wanted).exclude(public_id=besides)
    told = {row.public_id: row for row in rows.select_related("lead").prefetch_related("phases__round")}
    found = [told[key] for key in wanted if key in told]
    return [(row.public_id, row.title, _about(row)) for row in found[:limit]]


def _about(trial: Trial) -> str:
    """The rounds that it was tried in, and who leads it."""
    keys = sorted({phase.round.key for phase in trial.phases.all()})
    tried = [_("round %(key)s") % {"key": ", ".join(keys)}] if keys else []
    led = [_("led by %(name)s") % {"name": trial.lead.name}] if trial.lead else []
    return " · ".join(tried + led)


def ideas_for_trial(asked: Sequence[str] = (), *, limit: int = 30) -> type_choices:
    """The ideas `asked` for, and those weighed lately that are in no trial yet. Two queries.

    There may be ten thousand ideas: whoever wants another begins from the idea's own page.
    """
    wanted = Idea.objects.filter(public_id__in=list(asked))
    waiting = Idea.objects.filter(state=Idea.State.CONSIDERED, trials__isnull=True).order_by("-received_at")
    found = dict(wanted.values_list("public_id", "title"))
    found |= dict(waiting.values_list("public_id", "title")[:limit])
    return list(found.items())


def idea_words(public_id: str) -> tuple[str, str] | None:
    """Title and text of one idea, to begin a trial with; None where there is none. One query."""
    return Idea.objects.filter(public_id=public_id).values_list("title", "text").first()
