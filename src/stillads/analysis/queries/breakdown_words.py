"""What a breakdown and its values are called."""

from django.utils.translation import gettext as _

from stillads.playbooks.format.items import flat
from stillads.playbooks.format.measures import Measure
from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.questions.options import Chosen


def name_of(book: Playbook, measure: Measure, by: str) -> str:
    """By what it is broken down: the question's own words, or what every playbook has."""
    common = {
        "weekday": _("by weekday"),
        "hour": _("by hour"),
        "hours": _("by weekday and hour"),
        "profession": _("by profession"),
        "who_answered": _("by who answered"),
        "form": _("by step"),
    }
    if by in common:
        return common[by]
    return next((str(getattr(each, "text", "")) for each in _questions(book, measure, by)), by)


def labels_of(book: Playbook, measure: Measure, by: str) -> dict[str, str]:
    """Value → words, of the question of the measure's instrument that it is broken down by."""
    if by == "hour":
        return {
            str(hour): _("%(from)d–%(to)d o’clock") % {"from": hour, "to": hour + 1} for hour in range(24)
        }
    found: dict[str, str] = {}
    for question in _questions(book, measure, by):
        found |= question.texts()
    return found


def _questions(book: Playbook, measure: Measure, by: str) -> list[Chosen]:
    forms = book.instrument(measure.instrument).asked.values()
    return [
        item
        for items in forms
        for item, _conditions in flat(items)
        if isinstance(item, Chosen) and getattr(item, "key", "") == by
    ]
