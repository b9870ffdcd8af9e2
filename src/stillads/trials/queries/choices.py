"""What can be chosen in the forms: (name of the outside, words) pairs, in Danish order."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from stillads.ideas.models import Idea, Theme
from stillads.organisation.models import Assignment, Unit
from stillads.organisation.policy import CONSULTANT, MANAGER, TRIAL_LEAD
from stillads.vocabularies.models import LegalBasis

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


def legal_bases_on(day: date) -> list[tuple[str, str, str]]:
    """Provisions that hold on `day` or later: key, law and paragraph, what it is about. One query."""
    rows = LegalBasis.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day)).order_by("law", "pk")
    return [(row.key, str(row), row.subject) for row in rows]


def other_trials(public_id: str) -> type_choices:
    """Every living trial but one. One query."""
    living = Trial.objects.exclude(state__in=[Trial.State.MERGED, Trial.State.DROPPED])
    rows = living.exclude(public_id=public_id).order_by("title_sort")
    return list(rows.values_list("public_id", "title"))


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
