"""Measures and criteria in sentences."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from stillads.kernel.numbers import format_number
from stillads.playbooks.format.conditions import Condition
from stillads.playbooks.format.items import questions_in
from stillads.playbooks.format.measures import Criterion, Measure
from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.kinds import InstrumentDefinition
from stillads.playbooks.questions import Question

from .words import DIRECTIONS, HOW, PERIODS, ROW_FACTS


def measure_line(measure: Measure, playbook: Playbook) -> dict[str, Any]:
    """Title, and how the number comes about, in a sentence."""
    made = {each.key: each for each in playbook.instruments}.get(measure.instrument)
    return {
        "title": measure.title,
        "perspective": measure.perspective,
        "how": _sentence(measure, made),
        "direction": str(DIRECTIONS[measure.direction]),
        "note": measure.note,
        "after": measure.sustaining,
    }


def _sentence(measure: Measure, made: InstrumentDefinition | None) -> str:
    asked = questions_of(made) if made else {}
    parts = [str(HOW[measure.how])]
    if measure.field:
        parts.append(_("of “%(question)s”") % {"question": _text(measure.field, asked)})
    parts.append(_("in “%(instrument)s”") % {"instrument": made.title if made else measure.instrument})
    parts += _distinct(measure, asked)
    if measure.where:
        parts.append(_("where %(condition)s") % {"condition": condition_said(measure.where, asked)})
    if measure.among:
        parts.append(
            _("among those where %(condition)s") % {"condition": condition_said(measure.among, asked)}
        )
    return f"{' '.join(parts)}, {PERIODS[measure.period]} ({measure.unit})."


def _distinct(measure: Measure, asked: Mapping[str, Question]) -> list[str]:
    """For whom different ones are counted, over how long, and who is left out."""
    parts = []
    if measure.distinct_per:
        parts.append(_("per “%(question)s”") % {"question": _text(measure.distinct_per, asked)})
    if measure.distinct_days:
        parts.append(_("over %(n)d days") % {"n": measure.distinct_days})
    if measure.distinct_each_day:
        parts.append(_("for those with at least %(n)d every day") % {"n": measure.distinct_each_day})
    return parts


def criterion_line(said: Criterion) -> dict[str, Any]:
    """What is expected, how much, how it is known."""
    size = f"{format_number(said.size)} {said.unit}".strip() if said.size is not None else ""
    return {
        "what": said.what,
        "perspective": said.perspective,
        "direction": str(DIRECTIONS[said.direction]),
        "size": size,
        "how_known": said.how_known,
        "primary": said.primary,
        "guardrail": said.guardrail,
    }


def questions_of(made: InstrumentDefinition) -> dict[str, Question]:
    """All questions of an instrument by their key."""
    return {question.key: question for items in made.forms().values() for question in questions_in(items)}


def condition_said(condition: Condition, asked: Mapping[str, Question]) -> str:
    """`“Kunne det undgås?” is Ja`."""
    for inner, word in ((condition.all_, _("and")), (condition.any_, _("or")), (condition.none_, _("nor"))):
        if inner:
            return f" {word} ".join(condition_said(each, asked) for each in inner)
    key = condition.question or ""
    words = {"question": _text(key, asked), "test": _test(condition, asked.get(key))}
    return _("“%(question)s” %(test)s") % words


def _test(condition: Condition, question: Question | None) -> str:
    if condition.is_:
        return _("is %(values)s") % {"values": _values(condition.is_, question)}
    if condition.is_not:
        return _("is not %(values)s") % {"values": _values(condition.is_not, question)}
    if condition.at_least is not None:
        return _("is at least %(n)s") % {"n": format_number(condition.at_least)}
    if condition.at_most is not None:
        return _("is at most %(n)s") % {"n": format_number(condition.at_most)}
    return _("is answered") if condition.answered else _("is not answered")


def _values(keys: tuple[str, ...], question: Question | None) -> str:
    return f" {_('or')} ".join(value_said(key, question) for key in keys)


def value_said(key: str, question: Question | None) -> str:
    """An answer's key in the words of its question."""
    try:
        return question.say(key) if question else key
    except (ValueError, IndexError):
        return key


def _text(key: str, asked: Mapping[str, Question]) -> str:
    return asked[key].text if key in asked else str(ROW_FACTS.get(key, key))
