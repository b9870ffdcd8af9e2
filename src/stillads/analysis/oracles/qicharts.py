"""Cases of the R package qicharts2."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from stillads.analysis.spc import CannotChart, Chart, Kind, Method, Options, Subgroup, chart, grouped

from .agreement import Answer


def answers(case: Mapping[str, Any]) -> Iterator[Answer]:
    """Every value of every point. Where the reference refuses, so do we, or every number of ours is finite."""
    try:
        places, computed = _computed(case)
    except CannotChart as refusal:
        yield Answer("error", bool(case.get("error")), True)
        if not case.get("error"):
            yield Answer("refused", None, str(refusal))
        return
    if case.get("error"):
        yield Answer("error", True, True)
        return
    expected = case["points"]
    yield Answer("points", len(expected), len(computed.points))
    for index, point in enumerate(expected[: len(computed.points)]):
        ours = _named(computed, index, places[index])
        for name, value in point.items():
            if name != "x" or type(value) is type(places[index]):  # a day is written in many ways
                yield Answer(f"points[{index}].{name}", value, ours.get(name, "not computed"))


def _computed(case: Mapping[str, Any]) -> tuple[list[object], Chart]:
    given = case["input"]
    places, ordered = _places(given.get("x"), len(given["y"]))
    groups: list[tuple[Any, Subgroup]] = grouped(places, given["y"], given.get("n"))
    options = _options(case["params"], places, ordered=ordered)
    computed = chart(Kind(case["chart"]), [group for _, group in groups], options)
    return [place for place, _ in groups], computed


def _places(x: list[Any] | None, rows: int) -> tuple[list[Any], bool]:
    """Where the rows stand, and whether that is an order in time: days are, names are not."""
    if x is None:
        return list(range(1, rows + 1)), True
    if not any(isinstance(place, str) for place in x):
        return x, True
    try:
        return [None if place is None else date.fromisoformat(place[:10]) for place in x], True
    except ValueError:
        return x, False


def _options(params: Mapping[str, Any], places: list[Any], *, ordered: bool) -> Options:
    centre = params.get("cl")
    screened = params.get("screened_mr")
    multiply = params.get("multiply")
    return Options(
        freeze=params.get("freeze"),
        parts=_parts(params.get("part"), places),
        exclude=frozenset(_numbers(params.get("exclude"))),
        centre=centre[0] if isinstance(centre, list) else centre,
        multiply=1 if multiply is None else multiply,
        screened=True if screened is None else screened,
        method=Method(params.get("method") or Method.ANHOEJ),
        ordered=ordered,
    )


def _numbers(value: Any) -> tuple[int, ...]:
    if value is None:
        return ()
    return tuple(int(each) for each in value) if isinstance(value, list) else (int(value),)


def _parts(value: Any, places: list[Any]) -> tuple[int, ...]:
    """Numbers of points, or a name for each row: a phase then begins where its name first stands."""
    if not (isinstance(value, list) and any(isinstance(each, str) for each in value)):
        return _numbers(value)
    seen: dict[Any, str] = {}
    for place, name in zip(places, value, strict=True):
        seen.setdefault(place, name)
    names = list(seen.values())
    return tuple(names.index(name) for name in dict.fromkeys(names))[1:]


def _named(computed: Chart, index: int, place: object) -> dict[str, object]:
    """A point and the runs of its phase by the reference's names."""
    point = computed.points[index]
    runs = computed.runs[point.part - 1]
    return {
        "x": place,
        "part": point.part,
        "baseline": point.baseline,
        "include": point.included,
        "y.sum": point.sum,
        "y.length": point.size,
        "n": point.denominator,
        "y": point.value,
        "cl": point.centre,
        "lcl": point.lower,
        "lcl.95": point.near_lower,
        "ucl.95": point.near_upper,
        "ucl": point.upper,
        "n.obs": runs.observed,
        "n.useful": runs.useful,
        "longest.run": runs.longest,
        "longest.run.max": runs.longest_allowed,
        "n.crossings": runs.crossings,
        "n.crossings.min": runs.crossings_needed,
        "runs.signal": runs.signal,
        "sigma.signal": point.outside,
    }
