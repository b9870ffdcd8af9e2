"""Which model stands at a path of the data: what a misspelt key is compared with."""

from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from ..checks.base import Path
from ..format.base import Part
from ..format.playbook import Playbook


def keys_at(data: Any, path: Path) -> tuple[str, ...]:
    """The keys that the model at `path` knows, in its order; empty where there is no model."""
    annotation, value = Playbook, data
    for step in path:
        annotation = _into(_model(annotation, value) or annotation, step)
        value = _value(value, step)
    model = _model(annotation, value)
    return tuple(info.alias or name for name, info in model.model_fields.items()) if model else ()


def _value(value: Any, step: str | int) -> Any:
    if isinstance(value, Mapping):
        return value.get(step)
    return value[step] if isinstance(value, list | tuple) and isinstance(step, int) else None


def _model(annotation: Any, value: Any) -> type[Part] | None:
    """The one model that the annotation allows for `value`: a union is decided by its `kind`."""
    models = list(_models(annotation))
    if len(models) == 1:
        return models[0]
    kind = value.get("kind") if isinstance(value, Mapping) else None
    return next((model for model in models if model.model_fields["kind"].default == kind), None)


def _models(annotation: Any) -> Iterator[type[Part]]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _models(get_args(annotation)[0])
    elif origin in {Union, UnionType}:
        for each in get_args(annotation):
            yield from _models(each)
    elif isinstance(annotation, type) and annotation is not NoneType and issubclass(annotation, Part):
        yield annotation


def _into(annotation: Any, step: str | int) -> Any:
    """The annotation one step further in."""
    if isinstance(step, int):
        return _each(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Part):
        for name, info in annotation.model_fields.items():
            if step == (info.alias or name):
                return info.annotation
    return NoneType


def _each(annotation: Any) -> Any:
    if get_origin(annotation) is Annotated:
        return _each(get_args(annotation)[0])
    return get_args(annotation)[0] if get_origin(annotation) is tuple else NoneType
