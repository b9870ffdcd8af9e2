"""Cases of the R package NHSRplotthedots."""

from collections.abc import Iterator, Mapping
from typing import Any

from stillads.analysis.spc import Direction, NhsChart, NhsPoint, SpecialCause, making_data_count

from .agreement import Answer

NAMES = {
    SpecialCause.NONE: "Common Cause",
    SpecialCause.ABOVE_LIMIT: "Above UCL",
    SpecialCause.BELOW_LIMIT: "Below LCL",
    SpecialCause.RISING: "7 Point Trend (Increasing)",
    SpecialCause.FALLING: "7 Point Trend (Decreasing)",
    SpecialCause.NEAR_UPPER: "2 in 3 Above CL",
    SpecialCause.NEAR_LOWER: "2 in 3 Below CL",
    SpecialCause.SHIFT_UP: "7 Points Above CL",
    SpecialCause.SHIFT_DOWN: "7 Points Below CL",
}


def answers(case: Mapping[str, Any]) -> Iterator[Answer]:
    """The assurance and every value of every point. Where the reference refuses, there is nothing to compare."""
    computed = _computed(case)
    if case.get("error"):
        yield Answer("error", True, True)
        return
    expected = case["points"]
    yield Answer("assurance", case.get("assurance"), computed.assurance and computed.assurance.value)
    yield Answer("points", len(expected), len(computed.points))
    for index, (point, ours) in enumerate(zip(expected, map(_named, computed.points), strict=False)):
        for name, value in point.items():
            if name != "x":
                yield Answer(f"points[{index}].{name}", value, ours.get(name, "not computed"))


def _computed(case: Mapping[str, Any]) -> NhsChart:
    """Rows in the order of their days; one without a day comes last. A rebase names a row as it came in."""
    given, params = case["input"], case["params"]
    rows = list(range(len(given["y"])))
    days = given.get("x") or rows
    rows.sort(key=lambda row: (days[row] is None, days[row] or 0, row))
    rebase = params.get("rebase_at_row")
    named = [] if rebase is None else rebase if isinstance(rebase, list) else [rebase]
    screened, fix_after = params.get("screen_outliers"), params.get("fix_after_n_points")
    return making_data_count(
        [given["y"][row] for row in rows],
        rebase_at={rows.index(int(row) - 1) + 1 for row in named if 0 < int(row) <= len(rows)},
        fix_after=None if fix_after is None else int(fix_after),
        direction=Direction(params.get("improvement_direction") or Direction.INCREASE),
        target=params.get("target"),
        screened=True if screened is None else screened,
    )


def _named(point: NhsPoint) -> dict[str, object]:
    return {
        "y": point.value,
        "rebase_group": point.group,
        "mean_col": point.mean,
        "lpl": point.lower,
        "upl": point.upper,
        "outside_limits": point.outside,
        "relative_to_mean": point.side,
        "close_to_limits": point.near,
        "special_cause_type": NAMES[point.cause],
        "special_cause_flag": point.cause is not SpecialCause.NONE,
        "point_type": point.meaning.value,
        "short_group_warning": point.few,
    }
