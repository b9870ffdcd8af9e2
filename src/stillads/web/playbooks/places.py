"""Where in a draft one is: lists and their parts, their addresses, and the form that changes each."""

from collections.abc import Mapping
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound
from stillads.playbooks.checks.base import Path
from stillads.playbooks.drafting.parts import name_of, part_at, rows_at, type_place
from stillads.playbooks.drafting.readable import items_of
from stillads.playbooks.format.items import Items

from .forms.base import EditForm
from .forms.instrument import InstrumentForm, fresh
from .forms.measures import CriterionForm, MeasureForm
from .forms.question import QuestionForm
from .forms.step import StepForm

LISTS: Final = {"redskaber": "instruments", "maalinger": "measures", "forventninger": "criteria"}
"""The addresses of the draft's own lists."""
_FORMS: Final = ("items", "start", "visit", "delivery")
_WHOLE: Final = {"theory": "teori", "decision_rule": "regler", "house_rules": "regler"}


def kind_of(place: type_place) -> str:
    """What stands in the list at `place`: instrument, measure, criterion, step or question. NotFound else."""
    if len(place) == 1 and place[0] in LISTS.values():
        return {"instruments": "instrument", "measures": "measure", "criteria": "criterion"}[place[0]]
    if place[:1] == ("instruments",):
        if len(place) == 3 and place[2] == "steps":
            return "step"
        if (len(place) == 3 and place[2] in _FORMS) or (
            len(place) == 5 and place[2::2] == ("steps", "items")
        ):
            return "question"
    raise NotFound(_("There is nothing here by that name."))


def place_in(text: str) -> type_place:
    """`instruments/calls/items` as a place; NotFound where nothing can stand there."""
    place = tuple(text.split("/"))
    kind_of(place)
    return place


def form_for(data: Mapping[str, Any], place: type_place, part: Mapping[str, Any], sent: Any) -> EditForm:
    """The form of a part that stands at `place`, or is to stand there."""
    kind = kind_of(place)
    if kind == "instrument":
        return InstrumentForm(sent, part=part)
    if kind == "measure":
        return MeasureForm(sent, part=part, playbook=data)
    if kind == "criterion":
        return CriterionForm(sent, part=part, playbook=data)
    if kind == "step":
        return StepForm(sent, part=part, targets=_targets(data, place, part), asked=_asked(data, place))
    return QuestionForm(sent, part=part, earlier=_earlier(data, place, part))


def fresh_part(place: type_place, kind: str) -> dict[str, Any]:
    """What a new part begins with."""
    made = kind_of(place)
    if made == "instrument":
        return fresh(kind)
    return {"kind": kind} if made == "question" else {}


def taken_at(data: Mapping[str, Any], place: type_place) -> set[str]:
    """The keys that a new part must not have: those of its list, and of all questions of its instrument."""
    found = {name_of(row, number) for number, row in enumerate(rows_at(data, place))}
    if len(place) > 1:
        whole = part_at(data, ("instruments",), place[1])
        lists = [whole.get(name, ()) for name in (*_FORMS, "steps", "outcomes", "cancel_reasons", "buttons")]
        lists += [step.get("items", ()) for step in whole.get("steps", ())]
        found |= {str(row.get("key")) for rows in lists for row in rows}
    return found


def change_url(key: str, place: type_place, name: str) -> str:
    """Where the part is changed."""
    return reverse("playbooks:change", args=[key, "/".join((*place, name))])


def list_url(key: str, place: type_place) -> str:
    """Where the list is seen: a page of its own, or the page of the part that it belongs to."""
    if len(place) == 1:
        return reverse("playbooks:part", args=[key, {v: k for k, v in LISTS.items()}[place[0]]])
    return change_url(key, place[:-2], place[-2])


def problem_url(key: str, data: Mapping[str, Any], path: Path) -> str:
    """The page on which a problem is mended."""
    names = _names(data, path)
    for end in range(len(names), 1, -1):
        try:
            kind_of(names[: end - 1])
        except NotFound:
            continue
        return change_url(key, names[: end - 1], names[end - 1])
    head = str(path[0]) if path else ""
    named = {value: name for name, value in LISTS.items()} | _WHOLE
    return reverse("playbooks:part", args=[key, named.get(head, "formaal")])


def _names(data: Any, path: Path) -> type_place:
    found: list[str] = []
    for step in path:
        rows = data if isinstance(data, list | tuple) else ()
        if isinstance(step, int):
            if step >= len(rows):
                break
            data = rows[step]
            found.append(name_of(data, step))
        else:
            data = data.get(step) if isinstance(data, Mapping) else None
            found.append(step)
    return tuple(found)


def _targets(data: Mapping[str, Any], place: type_place, part: Mapping[str, Any]) -> list[tuple[str, str]]:
    whole = part_at(data, ("instruments",), place[1])
    steps = [s for s in whole.get("steps", ()) if s["key"] != part.get("key")]
    return [(row["key"], row.get("title") or row["key"]) for row in (*steps, *whole.get("outcomes", ()))]


def _asked(data: Mapping[str, Any], place: type_place) -> Items:
    whole = part_at(data, ("instruments",), place[1])
    rows = [
        *whole.get("start", ()),
        *(row for step in whole.get("steps", ()) for row in step.get("items", ())),
    ]
    return items_of(rows)


def _earlier(data: Mapping[str, Any], place: type_place, part: Mapping[str, Any]) -> Items:
    rows = rows_at(data, place)
    keys = [name_of(row, number) for number, row in enumerate(rows)]
    key = part.get("key")
    return items_of(rows[: keys.index(key)] if key in keys else rows)
