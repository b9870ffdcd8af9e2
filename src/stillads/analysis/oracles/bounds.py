"""Rows of bounds for longest run and crossings."""

from collections.abc import Iterator, Mapping

from stillads.analysis.spc.bounds import crossings_needed, longest_allowed

from .agreement import Answer


def answers(case: Mapping[str, object]) -> Iterator[Answer]:
    """Both bounds of one number of useful points."""
    useful = int(str(case["n_useful"]))
    yield Answer("longest_run_max", int(str(case["longest_run_max"])), longest_allowed(useful))
    yield Answer("n_crossings_min", int(str(case["n_crossings_min"])), crossings_needed(useful))
