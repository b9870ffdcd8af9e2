"""Copies rows with everything that hangs on them, whatever their columns are."""

import secrets
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeAlias

from django.db import models

Row: TypeAlias = models.Model
Rows: TypeAlias = dict[type[models.Model], list[models.Model]]


def hanging_on(root: Row, apps: set[str]) -> Rows:
    """`root` and every row of the rooms `apps` that points at it, directly or not."""
    found: Rows = defaultdict(list)
    waiting, seen = [root], {(type(root), root.pk)}
    while waiting:
        row = waiting.pop()
        found[type(row)].append(row)
        for relation in row._meta.related_objects:
            if relation.many_to_many or relation.related_model._meta.app_label not in apps:
                continue
            for other in relation.related_model._base_manager.filter(**{relation.field.name: row}):
                if (type(other), other.pk) not in seen:
                    seen.add((type(other), other.pk))
                    waiting.append(other)
    return found


def clones(rows: Rows, replaced: dict[Row, Row]) -> list[Row]:
    """New, unsaved copies of `rows` that point at each other and at the values of `replaced`."""
    made: dict[tuple[type[Row], Any], Row] = {(type(old), old.pk): new for old, new in replaced.items()}
    copies = []
    for model, originals in rows.items():
        for original in originals:
            copy = model(**{field.attname: getattr(original, field.attname) for field in _columns(model)})
            made[model, original.pk] = copy
            copies.append(copy)
    for copy in copies:
        _point(copy, made)
        _be_unique(copy)
    return copies


def store(copies: Iterable[Row]) -> None:
    """Writes copies, those that are pointed at first."""
    waiting: dict[type[Row], list[Row]] = defaultdict(list)
    for copy in copies:
        waiting[type(copy)].append(copy)
    while waiting:
        ready = [model for model in waiting if not _needs(model) & (waiting.keys() - {model})]
        for model in ready or list(waiting)[:1]:
            batch = waiting.pop(model)
            for copy in batch:
                _follow(copy)
            model._base_manager.bulk_create(batch, batch_size=500)


def _columns(model: type[Row]) -> list[models.Field[Any, Any]]:
    return [field for field in model._meta.concrete_fields if not field.primary_key]


def _links(model: type[Row]) -> list[models.ForeignKey[Any, Any]]:
    return [field for field in _columns(model) if isinstance(field, models.ForeignKey)]


def _needs(model: type[Row]) -> set[type[Row]]:
    return {field.related_model for field in _links(model)}


def _point(copy: Row, made: dict[tuple[type[Row], Any], Row]) -> None:
    for field in _links(type(copy)):
        target = made.get((field.related_model, getattr(copy, field.attname)))
        if field.related_model is type(copy):
            setattr(copy, field.attname, None)  # of the same batch: cannot be pointed at yet
        elif target is not None:
            setattr(copy, field.name, target)


def _follow(copy: Row) -> None:
    """The numbers of rows that were written meanwhile."""
    for field in _links(type(copy)):
        if field.is_cached(copy):
            setattr(copy, field.name, getattr(copy, field.name))


def _be_unique(copy: Row) -> None:
    for field in _columns(type(copy)):
        value = getattr(copy, field.attname)
        if field.name == "public_id":
            setattr(copy, field.name, field.get_default())
        elif field.unique and isinstance(field, models.CharField) and value:
            setattr(copy, field.name, secrets.token_hex(8))
