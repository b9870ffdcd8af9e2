"""Everything that a playbook can say can be written in the pages, and what is shown and saved unchanged stays.

The editor has no list of what it can do: every form of every part of two playbooks that use all there is gets
each of its fields changed in turn, and what then changes in the data is what can be edited.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import pytest
from django import forms
from django.http import QueryDict

from stillads.playbooks.drafting.parts import name_of, rows_at, type_place
from stillads.playbooks.drafting.readable import instrument_of, items_of
from stillads.playbooks.format.base import Part
from stillads.playbooks.format.canonical import data_of
from stillads.playbooks.format.conditions import Condition
from stillads.playbooks.format.items import Group, Scale, Section, questions_in
from stillads.playbooks.format.measures import Criterion
from stillads.playbooks.format.playbook import LegalReference, Playbook
from stillads.playbooks.format.theory import HouseRule, Link
from stillads.playbooks.kinds import instrument_kinds
from stillads.playbooks.kinds.case import OldStep, Step, Way
from stillads.playbooks.kinds.desk import CatalogueLine, OpeningHours
from stillads.playbooks.kinds.plan import PlanField
from stillads.playbooks.kinds.series import Column
from stillads.playbooks.library import shelf, shelved
from stillads.playbooks.questions import question_kinds
from stillads.playbooks.questions.options import Option
from stillads.web.playbooks.forming import form_for
from stillads.web.playbooks.forms.base import EditForm
from stillads.web.playbooks.forms.theory import TheoryForm
from stillads.web.playbooks.forms.whole import PurposeForm, RulesForm
from stillads.web.playbooks.places import BESIDE, LISTS, kind_of, lists_in

pytestmark = pytest.mark.django_db

NOT_EDITED = {
    "format": "the version of the format itself; converters move it",
    "key": "made of the words once and kept, so that measures and registrations find the part again",
    "kind": "chosen when the part is added; another kind is another part",
}
"""Fields of any model."""
_OF_EACH: dict[type[Part], int] = {Criterion: 4}
"""So many parts of a model are looked at, else one: what one can do, the others can too."""
NOT_EDITED_IN = {
    ("UnitQuestion", "unit_kind"): "no page reads it yet",
}
_MODELS: dict[str, type[Part]] = {
    "law": LegalReference, "link": Link, "rule": HouseRule, "step": Step, "way": Way, "old_step": OldStep,
    "hours": OpeningHours, "thing": CatalogueLine, "heading": PlanField, "column": Column, "answer": Option,
}  # fmt: skip


def _model(place: type_place, row: Mapping[str, Any]) -> type[Part]:
    kind = kind_of(place)
    if kind in _MODELS:
        return _MODELS[kind]
    if kind in {"window", "measure", "criterion"}:
        held: type[Part] = _part_in(Playbook.model_fields[place[0]].annotation)
        return held
    own: dict[str, Any] = {"section": Section, "group": Group, "scale": Scale}
    known: dict[str, Any] = {**own, **question_kinds(), **instrument_kinds()}
    found: type[Part] = known[str(row["kind"])]
    return found


def _part_in(annotation: Any) -> Any:
    """The one model that a field of that type holds; None where there is none, or one of many."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    inner = {_part_in(each) for each in get_args(annotation)} - {None}
    return inner.pop() if len(inner) == 1 else None


def _places(data: Mapping[str, Any], place: type_place) -> Iterator[tuple[type_place, Any]]:
    for number, row in enumerate(rows_at(data, place)):
        yield place, row
        for name in lists_in(place, row):
            yield from _places(data, (*place, name_of(row, number), name))


def _all_places(data: Mapping[str, Any]) -> list[tuple[type_place, Any]]:
    own = [*((name,) for name in LISTS.values()), *BESIDE.values()]
    return [found for place in own for found in _places(data, place)]


def _sent(form: EditForm) -> dict[str, Any]:
    shown = {name: form[name].value() for name in form.fields if name not in {"seen", "idempotency_key"}}
    return {name: value for name, value in shown.items() if value not in (None, False)}


def _posted(sent: Mapping[str, Any]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in sent.items():
        data.setlist(name, [str(each) for each in value] if isinstance(value, list) else [str(value)])
    return data


def _others(field: forms.Field, value: Any) -> list[Any]:
    """Other things that the field could be given; None leaves it out."""
    if isinstance(field, forms.BooleanField):
        return [None if value else "on"]
    if isinstance(field, forms.MultipleChoiceField):
        keys = [str(key) for key, _words in _flat(field)]
        return [keys[:1], keys]
    if isinstance(field, forms.ChoiceField):
        keys = [str(key) for key, _words in _flat(field) if str(key) != str(value or "")]
        return [*keys[:2], *keys[2:][-2:]]
    if field.widget.attrs.get("type") == "time" or isinstance(field, forms.TimeField):
        return ["09:15"]
    return [f"{value}\nNoget andet" if value else "Noget andet", "3", "12", "1, 2"]


def _flat(field: Any) -> list[tuple[Any, Any]]:
    return [choice for choice in field.choices if not isinstance(choice[1], list | tuple)]


def _changed(model: Any, before: Any, after: Any) -> Iterator[tuple[str, str]]:
    """(model, field) of everything that is another way."""
    if isinstance(after, list) and isinstance(before, list | None):
        for number, row in enumerate(after):
            yield from _changed(model, before[number] if before and number < len(before) else {}, row)
        return
    if model is None or not isinstance(after, Mapping):
        return
    old = before if isinstance(before, Mapping) else {}
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    for key in {*after, *old} & set(names):
        if old.get(key) != after.get(key):
            yield _owner(model, names[key]), names[key]
            yield from _changed(
                _part_in(model.model_fields[names[key]].annotation), old.get(key), after.get(key)
            )


def _owner(model: type[Part], name: str) -> str:
    """The model that says it: what all questions have is edited in one way."""
    return next(
        each.__name__ for each in reversed(model.__mro__) if name in getattr(each, "model_fields", {})
    )


def _edits(model: type[Part], make: Any, part: dict[str, Any]) -> Iterator[tuple[str, str]]:
    shown = make(None)
    sent = _sent(shown)
    for name, field in shown.fields.items():
        for other in _others(field, sent.get(name)):
            form = make(_posted({**sent, name: other} if other is not None else _less(sent, name)))
            form.full_clean()
            yield from _changed(model, part, form.write(dict(part), form.cleaned_data))


def _less(sent: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in sent.items() if key != name}


def _editable(data: dict[str, Any]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for whole in (PurposeForm, TheoryForm, RulesForm):
        found |= set(_edits(Playbook, lambda sent, whole=whole: whole(sent, part=data), data))
    for name in LISTS.values():
        found.add(("Playbook", name))
    looked_at: Counter[type[Part]] = Counter()
    for place, row in [*_all_places(data), *_conditioned(data)]:
        model = _model(place, row)
        looked_at[model] += 1
        if looked_at[model] > _OF_EACH.get(model, 1) and row.get("key") != "last":
            continue
        found |= set(_edits(model, lambda sent, p=place, r=row: form_for(data, p, r, sent), row))
        found |= {(_owner(model, name), name) for name in lists_in(place, row)}
    return found


def _conditioned(data: dict[str, Any]) -> Iterator[tuple[type_place, Any]]:
    """What could stand last in a form: with points of its own, conditions of every shape that the fields show."""
    survey = next(row for row in data["instruments"] if row["kind"] == "survey" and len(row["items"]) > 1)
    first = next(questions_in(items_of(survey["items"]))).key
    one, other = {"question": first, "is": ["4"]}, {"question": first, "answered": True}
    place = ("instruments", survey["key"], "items")
    yield place, {"kind": "likert", "key": "last", "text": "Sidst", "points": ["Lidt", "Meget"]}
    yield place, {"kind": "section", "key": "last", "title": "Sidst", "items": []}
    for condition in ({"question": first, "at_least": "2", "at_most": "4"}, {"any": [one, other]}, one):
        yield place, {"kind": "short_text", "key": "last", "text": "Sidst", "show_if": condition}


def _models(model: type[Part]) -> Iterator[type[Part]]:
    """Every model that a playbook is made of."""
    waiting, seen = [model], {model}
    while waiting:
        yield (one := waiting.pop())
        fresh = {each for field in one.model_fields.values() for each in _parts_of(field.annotation)} - seen
        seen |= fresh
        waiting += sorted(fresh, key=lambda each: each.__name__)


def _parts_of(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts_of(inner)


def _demo() -> dict[str, Any]:
    found = shelved("demo-alle-redskaber")
    assert found is not None
    playbook = found.read().playbook
    assert playbook is not None
    return data_of(playbook)


def test_every_field_of_the_format_can_be_edited_in_the_pages() -> None:
    wanted = {
        (_owner(model, name), name)
        for model in _models(Playbook)
        for name in model.model_fields
        if name not in NOT_EDITED and (model.__name__, name) not in NOT_EDITED_IN
    }
    assert len(wanted) > 200
    done = _editable(_demo())
    assert not wanted - done, sorted(wanted - done)


def test_the_exceptions_are_fields_that_there_are() -> None:
    models = {model.__name__: model for model in _models(Playbook)}
    assert all(name in models[model].model_fields for model, name in NOT_EDITED_IN)
    assert set(NOT_EDITED) <= {name for model in models.values() for name in model.model_fields}
    assert all(field.alias or name for name, field in Condition.model_fields.items())


@pytest.mark.parametrize("key", sorted({each.key for each in shelf()}))
def test_every_part_of_the_library_shown_and_saved_unchanged_is_the_same(key: str) -> None:
    """No second truth: what a form does not know stays as it is."""
    content = next(each for each in shelf() if each.key == key).read().playbook
    assert content is not None
    data = data_of(content)
    for whole in (PurposeForm, TheoryForm, RulesForm):
        page: EditForm = whole(_posted(_sent(whole(None, part=data))), part=data)
        assert page.is_valid(), page.errors
        assert Playbook.model_validate(page.write(dict(data), page.cleaned_data)) == content
    for place, row in _all_places(data):
        shown = form_for(data, place, row, None)
        form = form_for(data, place, row, _posted(_sent(shown)))
        assert form.is_valid(), (place, row, form.errors)
        assert _same(form.write(dict(row), form.cleaned_data)) == _same(row), (place, row)


def _same(part: Any) -> Any:
    """Without what stands at its default, whichever way it is written."""
    if part.get("kind") and (made := instrument_of(part)) is not None:
        return made
    return {k: v for k, v in part.items() if v not in ({"kind": "own"}, "none", "week", "up", "citizen")}
