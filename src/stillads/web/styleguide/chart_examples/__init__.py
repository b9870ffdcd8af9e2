"""Every picture of figures in every state, from constructed figures through the real rules."""

from functools import cache

from . import answers, counts, levels, runs
from .example import Example

__all__ = ["Example", "examples"]


@cache
def examples() -> dict[str, Example]:
    """All examples by their key, in the order of the page."""
    every = [*runs.examples(), *levels.examples(), *answers.examples(), *counts.examples()]
    return {example.key: example for example in every}
