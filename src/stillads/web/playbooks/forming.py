"""The form of a part by the place it stands at, with what it can choose among elsewhere in the draft."""

from collections.abc import Mapping
from typing import Any, Final

from stillads.playbooks.drafting.parts import name_of, part_at, rows_at, type_place
from stillads.playbooks.drafting.readable import instrument_of, items_of
from stillads.playbooks.format.items import Items

from .forms.base import EditForm
from .forms.instrument import InstrumentForm, fresh
from .forms.measures import CriterionForm, MeasureForm
from .forms.question import QuestionForm
from .forms.rows import row_spots
from .forms.step import StepForm, WayForm
from .places import kind_of

_WHOLE: Final[Mapping[str, Any]] = {
    "instrument": InstrumentForm, "measure": MeasureForm, "criterion": CriterionForm,
}  # fmt: skip


def form_for(data: Mapping[str, Any], place: type_place, part: Mapping[str, Any], sent: Any) -> EditForm:
    """The form of a part that stands at `place`, or is to stand there."""
    kind = kind_of(place)
    if kind in _WHOLE:
        form: EditForm = _WHOLE[kind](sent, part=part, playbook=data)
        return form
    if kind == "step":
        return StepForm(sent, part=part, targets=_targets(data, place, part), asked=_asked(data, place))
    if kind == "way":
        step = part_at(data, place[:-2], place[-2])
        return WayForm(sent, part=part, targets=_targets(data, place, step), asked=_asked(data, place))
    if kind == "question":
        return QuestionForm(sent, part=part, earlier=_earlier(data, place, part), desks=_desks(data))
    return EditForm(sent, part=part, places=row_spots(kind, part, data))


def fresh_part(place: type_place, kind: str) -> dict[str, Any]:
    """What a new part begins with."""
    made = kind_of(place)
    if made == "instrument":
        return fresh(kind)
    return {"kind": kind} if made == "question" else {}


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
    """What was asked before it in its form: in its own list, and before each part that it stands in."""
    found: list[Any] = []
    name = part.get("key")
    fixed = _fixed(data, place)
    while kind_of(place) == "question":
        rows = rows_at(data, place)
        names = [name_of(row, number) for number, row in enumerate(rows)]
        at = next((n for n, row in enumerate(rows) if row == part), None)
        before = rows[: names.index(name)] if name in names else rows if at is None else rows[:at]
        found = [*before, *found]
        place, name = place[:-2], place[-2]
        part = {}
    return (*fixed, *items_of(found))


def _fixed(data: Mapping[str, Any], place: type_place) -> Items:
    """What the kind of instrument asks by itself before the questions of that list: which button, for what."""
    whole = part_at(data, ("instruments",), place[1])
    made = instrument_of({**whole, place[2]: []})
    if made is None or place[2] == "steps":
        return ()
    forms = made.forms()
    return forms.get(place[2]) or next(iter(forms.values()))


def _desks(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        (str(row.get("key")), row.get("title") or row.get("key"))
        for row in data.get("instruments", ())
        if row.get("kind") == "desk"
    ]
