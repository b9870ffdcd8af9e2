"""What pydantic says about the shape of the data, as faults with the path that the file has."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Final

from ..checks.base import Fault, Path
from ..format.base import SLUG_PATTERN
from ..questions.scales import SCALES
from ..questions.standard import LIKERT_SCALES, STANDARD_LISTS
from .guesses import as_key
from .models import keys_at

_QUOTED: Final = re.compile(r"'([^']*)'")

_SAME: Final = {
    "int_type": "whole_number", "int_parsing": "whole_number", "int_from_float": "whole_number",
    "int_parsing_size": "whole_number",
    "float_type": "number", "float_parsing": "number", "finite_number": "number",
    "decimal_type": "number", "decimal_parsing": "number",
    "bool_type": "truth", "bool_parsing": "truth",
    "tuple_type": "list", "list_type": "list",
    "model_type": "mapping", "dict_type": "mapping", "model_attributes_type": "mapping",
    "union_tag_not_found": "kind_missing",
    "time_type": "time", "time_parsing": "time",
    "string_too_short": "text_empty",
}  # fmt: skip
"""Types of pydantic that need no more than a sentence of ours."""

_BOUNDS: Final = {
    "greater_than": ("more_than", "gt"),
    "greater_than_equal": ("at_least", "ge"),
    "less_than_equal": ("at_most", "le"),
    "string_too_long": ("text_too_long", "max_length"),
    "too_short": ("list_too_short", "min_length"),
    "too_long": ("list_too_long", "max_length"),
}
"""Type → our code, and the name of the bound in what pydantic says."""

_OF_CODE: Final[Mapping[str, tuple[str, Collection[str]]]] = {
    "unknown_list": ("standard", STANDARD_LISTS),
    "unknown_scale": ("scale", LIKERT_SCALES),
    "unknown_scored_scale": ("scale", SCALES),
}
"""Code of a validator of ours → the field that it is about, and what could have stood there."""


def shape_faults(data: Any, errors: Iterable[Mapping[str, Any]], root: Path = ()) -> list[Fault]:
    """One fault per error. `root` is where the validated part stands in `data`."""
    return [
        _fault(data, error, path_of(data, error["loc"], root)) for error in errors if not _only_follows(error)
    ]


def _only_follows(error: Mapping[str, Any]) -> bool:
    """A list whose members are wrong is called too short by pydantic as well."""
    return bool(error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"])


def path_of(data: Any, loc: Iterable[str | int], root: Path = ()) -> Path:
    """pydantic names the kind it chose behind a list's number; a file does not."""
    path, value = root, _at(data, root)
    for step in loc:
        after_number = bool(path) and isinstance(path[-1], int)
        if after_number and isinstance(value, Mapping) and step == value.get("kind"):
            value = dict(value) | {"kind": None}  # once only
            continue
        path, value = (*path, step), _at(value, (step,))
    return path


def _at(value: Any, path: Path) -> Any:
    for step in path:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list | tuple) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _fault(data: Any, error: Mapping[str, Any], path: Path) -> Fault:
    kind, bounds = str(error["type"]), error.get("ctx", {})
    if special := _SPECIAL.get(kind):
        return special(data, error, path)
    if kind in _SAME:
        return Fault(path, _SAME[kind])
    if kind in _BOUNDS:
        code, name = _BOUNDS[kind]
        return Fault(path, code, {"n": bounds[name]})
    return Fault(path, "does_not_fit")


def _missing(data: Any, error: Mapping[str, Any], path: Path) -> Fault:
    return Fault(path, "missing", {"said": path[-1]})


def _extra(data: Any, error: Mapping[str, Any], path: Path) -> Fault:
    among = keys_at(data, path[:-1])
    if error["input"] is None and " " in str(path[-1]):
        return Fault(path, "comma_splits", {"said": path[-1]}, among=(), at_key=True)
    return Fault(path, "unknown_key", {"said": path[-1]}, among, at_key=True)


def _kind(data: Any, error: Mapping[str, Any], path: Path) -> Fault:
    among = _QUOTED.findall(error["ctx"]["expected_tags"])
    return Fault((*path, "kind"), "one_of", {"said": error["ctx"]["tag"]}, among)


def _literal(data: Any, error: Mapping[str, Any], path: Path) -> Fault:
    among = _QUOTED.findall(error["ctx"]["expected"])
    return Fault(path, "one_of", {"said": str(error["input"])}, among)


def _text(data: Any, error: Mapping[str, Any], path: Path) -> Fault:
    said = error["input"]
    if said is None:
        return Fault(path, "text_empty")
    return Fault(path, "text" if isinstance(said, list | tuple | Mapping) else "text_in_quotes")


def _pattern(data: Any, error: Mapping[str, Any], path: Path) -> Fault:
    slug = error["ctx"]["pattern"] == SLUG_PATTERN
    meant = as_key(error["input"], "-" if slug else "_")
    words = {"said": error["input"]}
    return Fault(path, "slug_shape" if slug else "key_shape", words, (meant,) if meant else ())


def _own(data: Any, error: Mapping[str, Any], path: Path) -> Fault:
    code = str(error["ctx"]["error"])
    if code in _OF_CODE:
        name, among = _OF_CODE[code]
        inner = (*path, name)
        return Fault(inner, code, {"said": _at(data, inner)}, tuple(among))
    return Fault(path, code)


_SPECIAL: Final[Mapping[str, Callable[[Any, Mapping[str, Any], Path], Fault]]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "union_tag_invalid": _kind,
    "literal_error": _literal,
    "string_type": _text,
    "string_pattern_mismatch": _pattern,
    "value_error": _own,
}
