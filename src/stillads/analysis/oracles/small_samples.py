"""Cases of R's tests for small samples, known by what their test is called."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from stillads.analysis.smallsample import (
    Estimate,
    binomial_p,
    clopper_pearson,
    fisher,
    mann_whitney,
    mcnemar,
    paired_t,
    poisson_rate,
    rate_ratio,
    signed_ranks,
    welch_t,
    wilson,
)

from .agreement import PRECISE, ROOT, Answer

Named = dict[str, object]
ROOTED = {"or_conditional_mle", "or_ci"}


def answers(case: Mapping[str, Any]) -> Iterator[Answer]:
    """Every value of the result; a pair gives two."""
    compute = _test_of(case["test"])
    if compute is None:
        yield Answer("test", "a test that is known", case["test"])
        return
    ours = compute(case["input"])
    for name, expected in case["result"].items():
        within = ROOT if name in ROOTED else PRECISE
        got = ours.get(name, "not computed")
        if isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
            for place, (one, other) in enumerate(zip(expected, got, strict=True)):
                yield Answer(f"{name}[{place}]", one, other, within)
        else:
            yield Answer(name, expected, got, within)


def _test_of(name: str) -> Callable[[Mapping[str, Any]], Named] | None:
    return next((compute for begins, compute in TESTS.items() if name.startswith(begins)), None)


def _limits(estimate: Estimate) -> list[float]:
    return [estimate.interval.low, estimate.interval.high]


def _share(given: Mapping[str, Any]) -> Named:
    x, n = given["x"], given["n"]
    return {
        "clopper_pearson": _limits(clopper_pearson(x, n)),
        "wilson": _limits(wilson(x, n)),
        "p_half": binomial_p(x, n),
    }


def _fisher(given: Mapping[str, Any]) -> Named:
    found = fisher(*given["table"])
    return {
        "p": found.p,
        # R says nought where the margins allow one table only
        "or_conditional_mle": 0.0 if found.odds_ratio.value is None else found.odds_ratio.value,
        "or_ci": _limits(found.odds_ratio),
        "chisq_p_nocorr": found.chi_square_p,
    }


def _rates(given: Mapping[str, Any]) -> Named:
    found = rate_ratio((given["x1"], given["t1"]), (given["x2"], given["t2"]))
    named: Named = {"rate_ratio": found.ratio.value, "ci": _limits(found.ratio), "p": found.p}
    for which in ("1", "2"):
        rate = poisson_rate(given[f"x{which}"], given[f"t{which}"])
        named |= {f"rate{which}": rate.value, f"rate{which}_ci": _limits(rate)}
    return named


def _two_groups(given: Mapping[str, Any]) -> Named:
    found, means = mann_whitney(given["a"], given["b"]), welch_t(given["a"], given["b"])
    return {
        "W": found.statistic,
        "p": found.p,
        "hl": found.shift.value,
        "hl_ci": _limits(found.shift),
        "welch_t": means.t,
        "welch_df": means.freedom,
        "welch_p": means.p,
        "welch_ci": _limits(means.difference),
    }


def _paired(given: Mapping[str, Any]) -> Named:
    found, means = signed_ranks(given["a"], given["b"]), paired_t(given["a"], given["b"])
    return {
        "V": found.statistic,
        "p": found.p,
        "hl": found.shift.value,
        "hl_ci": _limits(found.shift),
        "t": means.t,
        "t_p": means.p,
        "t_ci": _limits(means.difference),
    }


def _mcnemar(given: Mapping[str, Any]) -> Named:
    _, lost, gained, _ = given["table"]
    found = mcnemar(lost, gained)
    return {"exact_p": found.p, "chi2": found.chi_square, "chi2_p": found.chi_square_p}


TESTS: Mapping[str, Callable[[Mapping[str, Any]], Named]] = {
    "clopper_pearson": _share,
    "fisher": _fisher,
    "poisson": _rates,
    "wilcox": _two_groups,
    "paired": _paired,
    "mcnemar": _mcnemar,
}
