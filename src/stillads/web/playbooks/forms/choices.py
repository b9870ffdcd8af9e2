"""What can be chosen from what stands in the draft already; a choice's value is the part's data as JSON."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from stillads.playbooks.drafting.readable import instrument_of
from stillads.playbooks.format.canonical import canonical
from stillads.playbooks.format.items import flat
from stillads.playbooks.kinds import InstrumentDefinition
from stillads.playbooks.questions import Question

from ..presenters.measures import questions_of, value_said

type_choices = list[tuple[str, str]]
_FEW = 12


def value_of(said: Any) -> str:
    """The data as a choice's value; nothing is the empty one."""
    return canonical(said) if said else ""


def data_in(value: str | None) -> Any:
    """The data of a chosen value."""
    return json.loads(value) if value else None


def with_now(choices: type_choices, now: Any) -> type_choices:
    """What stands there already can be kept, though it is not one of the simple choices."""
    value = value_of(now)
    if not value or any(value == each for each, _text in choices):
        return choices
    return [*choices, (value, _("as it is written now"))]


def _is(question: Question, key: str) -> str:
    return _("“%(question)s” is “%(answer)s”") % {
        "question": question.text,
        "answer": value_said(key, question),
    }


def _answers(question: Question) -> list[str]:
    options = getattr(question, "choices", None)
    if options:
        return [option.key for option in options][:_FEW]
    return sorted(question.values() or ())[:_FEW]


def measurable(data: Mapping[str, Any]) -> type_choices:
    """Everything that can be counted from the instruments of the draft."""
    found: type_choices = []
    for row in data.get("instruments", ()):
        made = instrument_of(row)
        if made is not None:
            found += _of_instrument(made)
    return found


def _of_instrument(made: InstrumentDefinition) -> type_choices:
    name = made.title
    words = {"instrument": name}
    found = [(_how(made, "count"), _("%(instrument)s: how many registrations") % words)]
    if made.kind == "case":
        dates = {"start": "started_on", "stop": "ended_on", "working_days": True}
        found.append(
            (_how(made, "lead_time", **dates), _("%(instrument)s: working days from start to end") % words)
        )
        found.append(
            (_how(made, "mean", field="handovers"), _("%(instrument)s: hand-overs on average") % words)
        )
    asked = questions_of(made)
    for fact, kind in made.observables().items():
        words = {"instrument": name, "question": asked[fact].text if fact in asked else fact}
        if kind == "number" and (fact in asked or fact in _scales(made)):
            found.append(
                (_how(made, "mean", field=fact), _("%(instrument)s: average of “%(question)s”") % words)
            )
        elif kind in {"choice", "choices"} and fact in asked:
            found += [_share(made, asked[fact], key) for key in _answers(asked[fact])]
    return found


def _share(made: InstrumentDefinition, question: Question, key: str) -> tuple[str, str]:
    where = {"question": question.key, "is": [key]}
    words = {"instrument": made.title, "condition": _is(question, key)}
    return _how(made, "share", where=where), _("%(instrument)s: share where %(condition)s") % words


def _scales(made: InstrumentDefinition) -> set[str]:
    return {item.key for items in made.forms().values() for item, _c in flat(items) if item.kind == "scale"}


def _how(made: InstrumentDefinition, how: str, **more: Any) -> str:
    return value_of({"instrument": made.key, "how": how, **more})
