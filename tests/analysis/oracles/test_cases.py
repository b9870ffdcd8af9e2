"""Our figures against reference cases: the shared ones, and a few worked by hand that are always there."""

import json
import math
from pathlib import Path

import pytest
from tests.conftest import SHARED

from stillads.analysis.oracles import compare_directory
from stillads.analysis.oracles.agreement import Answer

RUN_POINT = {
    "n.obs": 10,
    "n.useful": 10,
    "longest.run": 5,
    "longest.run.max": 6,
    "n.crossings": 1,
    "n.crossings.min": 2,
    "runs.signal": True,
    "cl": 5.5,
    "lcl": None,
}
RUN = {
    "id": "rising",
    "tool": "qicharts2",
    "chart": "run",
    "params": {"method": "anhoej", "multiply": 1},
    "input": {"x": list(range(1, 11)), "y": list(range(1, 11))},
    "error": None,
    "points": [RUN_POINT | {"x": place, "y": place} for place in range(1, 11)],
}
# moving ranges 2, 1, 2: their mean is 5/3, and 3·(5/3)/1.128 = 5/1.128; the place without an x is left out
INDIVIDUALS = {
    "id": "four",
    "tool": "qicharts2",
    "chart": "i",
    "params": {"multiply": 10},
    "input": {"x": [1, 2, None, 3, 4], "y": [1, 3, 99, 2, 4]},
    "error": None,
    "points": [
        {"y": value, "cl": 25, "ucl": 10 * (2.5 + 5 / 1.128), "lcl": 10 * (2.5 - 5 / 1.128), "part": 1}
        for value in (10, 30, 20, 40)
    ],
}
TIMES = {
    "id": "no time between",
    "tool": "qicharts2",
    "chart": "t",
    "params": {},
    "input": {"x": [1, 2], "y": [3, 0]},
    "error": "Time between events must be greater than zero",
    "points": None,
}
# seven above the mean from the second stretch's fourth point on: 1·3 and 2·7 have the mean 1.7
NHS = {
    "id": "shift",
    "tool": "NHSRplotthedots",
    "params": {
        "rebase_at_row": 2,
        "improvement_direction": "decrease",
        "target": 9,
        "screen_outliers": False,
    },
    "input": {"x": [f"2026-01-{day:02}" for day in range(1, 12)], "y": [50] + [1] * 3 + [2] * 7},
    "error": None,
    "assurance": "consistent_pass",
    "points": [
        {"rebase_group": 0, "mean_col": 50, "lpl": None, "relative_to_mean": 0, "point_type": "common_cause"}
    ]
    + [
        {"rebase_group": 1, "mean_col": 1.7, "upl": 1.7 + 2.66 / 9, "special_cause_type": "Below LCL"}
        for _ in range(3)
    ]
    + [
        {"rebase_group": 1, "special_cause_type": "Above UCL", "point_type": "special_cause_concern"}
        for _ in range(7)
    ],
}
Z = 1.959963984540054**2
SMALL = [
    {
        "id": "none of ten",
        "test": "clopper_pearson+wilson 95%",
        "input": {"x": 0, "n": 10},
        "result": {"clopper_pearson": [0, 1 - 0.025**0.1], "wilson": [0, Z / (10 + Z)], "p_half": 2 / 1024},
    },
    {
        "id": "all or none",
        "test": "fisher.test",
        "input": {"table": [3, 0, 0, 3]},
        "result": {"p": 0.1, "or_conditional_mle": "Inf", "chisq_p_nocorr": math.erfc(math.sqrt(3))},
    },
    {
        "id": "none",
        "test": "poisson.test",
        "input": {"x1": 0, "t1": 10, "x2": 0, "t2": 10},
        "result": {"rate_ratio": None, "ci": [0, "Inf"], "p": 1, "rate1_ci": [0, -math.log(0.025) / 10]},
    },
    {
        "id": "all above",
        "test": "wilcox.test exact",
        "input": {"a": [5, 6, 7, 8], "b": [1, 2, 3, 4.5]},
        "result": {"W": 16, "p": 2 / 70, "hl": 4},
    },
    {
        "id": "all rose",
        "test": "paired wilcox exact",
        "input": {"a": [1, 1, 1], "b": [2, 3, 4]},
        "result": {"V": 6, "p": 0.25, "hl": 2, "t": 2 * math.sqrt(3), "hl_ci": [1, 3]},
    },
    {
        "id": "six one way",
        "test": "mcnemar",
        "input": {"table": [4, 6, 0, 4]},
        "result": {"exact_p": 2 / 64, "chi2": 25 / 6},
    },
]
BOUNDS = "n_useful,longest_run_max,n_crossings_min\n1,3,0\n10,6,2\n20,7,6\n"


@pytest.mark.shared
def test_every_shared_case_is_reproduced() -> None:
    reports = compare_directory(SHARED / "oracles")
    assert {report.name: report.mismatches for report in reports} == {report.name: () for report in reports}
    assert sum(report.cases for report in reports) >= 847
    assert all(report.values >= 2 * report.cases for report in reports)


def test_cases_worked_by_hand_are_reproduced(tmp_path: Path) -> None:
    _write(tmp_path / "a.jsonl", RUN, INDIVIDUALS, TIMES, NHS, *SMALL)
    (tmp_path / "b.csv").write_text(BOUNDS, "utf-8")
    (tmp_path / "README.md").write_text("no case", "utf-8")
    first, second = compare_directory(tmp_path)
    assert (first.name, first.cases, first.mismatches) == ("a.jsonl", 10, ())
    assert (second.name, second.cases, second.values, second.mismatches) == ("b.csv", 3, 6, ())


def test_what_differs_is_named(tmp_path: Path) -> None:
    wrong = INDIVIDUALS | {"points": [{"y": 10, "cl": 25.0000001, "part": 1}]}
    _write(
        tmp_path / "a.jsonl",
        wrong,
        INDIVIDUALS | {"id": "refused", "error": "no"},
        {"tool": "other"},
        ["no case"],
    )
    (report,) = compare_directory(tmp_path)
    found = [(each.case, each.where, each.expected, each.ours) for each in report.mismatches]
    assert found == [
        ("four", "points", 1, 4),
        ("four", "points[0].cl", 25.0000001, 25.0),
        ("line 3", "form", "a form that is known", "not known"),
        ("line 4", "form", "a form that is known", "not known"),
    ]


def test_a_refusal_that_the_reference_does_not_share_is_a_mismatch(tmp_path: Path) -> None:
    _write(tmp_path / "a.jsonl", TIMES | {"error": None, "points": []})
    (report,) = compare_directory(tmp_path)
    assert [each.where for each in report.mismatches] == ["error", "refused"]


@pytest.mark.parametrize(
    ("expected", "ours", "agrees"),
    [
        (1, 1.0, True),
        (1, 1 + 1e-8, False),
        (0, 1e-13, True),
        (0, 1e-11, False),
        (None, None, True),
        (None, 0.0, False),
        (0, None, False),
        (True, 1, False),
        ("Inf", math.inf, True),
        ("-Inf", math.inf, False),
        ("NaN", None, True),
        ("Above UCL", "Above UCL", True),
        (1, "1", False),
    ],
)
def test_when_two_values_agree(expected: object, ours: object, agrees: bool) -> None:
    assert Answer("here", expected, ours).agrees is agrees


def _write(path: Path, *cases: object) -> None:
    path.write_text("".join(json.dumps(case) + "\n" for case in cases), "utf-8")
