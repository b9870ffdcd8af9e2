"""The forms of case that are known, each by what is written in it."""

from collections.abc import Callable, Iterator, Mapping

from . import bounds, plot_the_dots, qicharts, small_samples
from .agreement import Answer

Case = Mapping[str, object]
Form = Callable[[Case], Iterator[Answer]]


def form_of(case: Case) -> Form | None:
    """What compares a case; None where the form is not known."""
    if case.get("tool") == "qicharts2":
        return qicharts.answers
    if case.get("tool") == "NHSRplotthedots":
        return plot_the_dots.answers
    if "test" in case and "result" in case:
        return small_samples.answers
    if {"n_useful", "longest_run_max", "n_crossings_min"} <= set(case):
        return bounds.answers
    return None
