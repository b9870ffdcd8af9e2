"""Where in a draft one is: lists and their parts, what each list holds, their addresses."""

from collections.abc import Mapping
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound
from stillads.playbooks.checks.base import Path
from stillads.playbooks.drafting.parts import name_of, part_at, rows_at, type_place

LISTS: Final = {
    "redskaber": "instruments", "vinduer": "windows", "maalinger": "measures", "forventninger": "criteria",
}  # fmt: skip
"""The addresses of the draft's own lists that are pages of their own."""
BESIDE: Final = {"formaal": ("legal_basis",), "teori": ("theory", "chain"), "regler": ("house_rules",)}
"""Lists that stand below a form, whose lines they have been written as."""
KINDS: Final[Mapping[str, str]] = {
    "instruments": "instrument", "windows": "window", "measures": "measure", "criteria": "criterion",
    "legal_basis": "law", "chain": "link", "house_rules": "rule", "steps": "step", "ways": "way",
    "old_way": "old_step", "items": "question", "start": "question", "visit": "question", "delivery": "question",
    "hours": "hours", "catalogue": "thing", "fields": "heading", "columns": "column",
    **dict.fromkeys(("options", "buttons", "areas", "uses", "functions", "themes", "errands"), "answer"),
}  # fmt: skip
"""What stands in a list of that name."""
_OF_INSTRUMENT: Final[Mapping[str, tuple[str, ...]]] = {
    "register": ("items", "buttons"), "survey": ("items",), "account": ("items", "uses"),
    "presence": ("items", "functions"), "case": ("start", "steps", "old_way"), "plan": ("fields",),
    "desk": ("visit", "delivery", "hours", "catalogue", "errands"), "series": ("columns",),
    "wishes": ("areas",), "interview": ("themes",),
}  # fmt: skip
_OF_QUESTION: Final[Mapping[str, tuple[str, ...]]] = {
    "section": ("items",), "group": ("items",), "single_choice": ("options",), "multiple_choice": ("options",),
}  # fmt: skip
_WHOLE: Final = {"theory": "teori", "decision_rule": "regler", "house_rules": "regler", "one_page": "regler"}
_DEEPEST: Final = 11


def kind_of(place: type_place) -> str:
    """What stands in the list at `place`: instrument, measure, step, question, hours … NotFound else."""
    own = {*((name,) for name in LISTS.values()), *BESIDE.values()}
    if place in own:
        return KINDS[place[-1]]
    if place[:1] == ("instruments",) and len(place) % 2 and len(place) <= _DEEPEST:
        names = place[2::2]
        if all(_may_stand(name, before) for name, before in zip(names, place[0::2], strict=False)):
            return KINDS[names[-1]]
    raise NotFound(_("There is nothing here by that name."))


def _may_stand(name: str, before: str) -> bool:
    within = {
        "instrument": {each for names in _OF_INSTRUMENT.values() for each in names},
        "step": {"items", "ways"},
        "question": {"items", "options"},
    }
    return name in within.get(KINDS.get(before, ""), ())


def lists_in(place: type_place, part: Mapping[str, Any]) -> tuple[str, ...]:
    """The lists of the part that stands at `place`."""
    kind, own = kind_of(place), str(part.get("kind"))
    if kind == "step":
        return ("items", "ways")
    if kind == "instrument":
        return _OF_INSTRUMENT.get(own, ())
    return _OF_QUESTION.get(own, ()) if kind == "question" else ()


def place_in(text: str) -> type_place:
    """`instruments/calls/items` as a place; NotFound where nothing can stand there."""
    place = tuple(text.split("/"))
    kind_of(place)
    return place


def check_holds(data: Mapping[str, Any], place: type_place) -> None:
    """NotFound where the part above has no such list."""
    if place[:1] == ("instruments",) and len(place) > 2:
        above = part_at(data, place[:-2], place[-2])
        if place[-1] not in lists_in(place[:-2], above):
            raise NotFound(_("There is nothing here by that name."))


def taken_at(data: Mapping[str, Any], place: type_place) -> set[str]:
    """The keys that a new part must not have: those of its list, and of all questions of its instrument."""
    found = {name_of(row, number) for number, row in enumerate(rows_at(data, place))}
    if len(place) > 1 and place[0] == "instruments":
        found |= set(_keys_in(part_at(data, ("instruments",), place[1])))
    return found


def _keys_in(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        own = [str(value["key"])] if "key" in value else []
        return own + [key for each in value.values() for key in _keys_in(each)]
    return [key for each in value for key in _keys_in(each)] if isinstance(value, list | tuple) else []


def change_url(key: str, place: type_place, name: str) -> str:
    """Where the part is changed."""
    return reverse("playbooks:change", args=[key, "/".join((*place, name))])


def list_url(key: str, place: type_place) -> str:
    """Where the list is seen: a page of its own, or the page of the part that it belongs to."""
    pages = {(name,): part for part, name in LISTS.items()} | {list_: part for part, list_ in BESIDE.items()}
    if place in pages:
        return reverse("playbooks:part", args=[key, pages[place]])
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
