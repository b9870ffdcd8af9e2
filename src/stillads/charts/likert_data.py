"""What stacked answer bars are drawn from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one question: how many at each step of the scale, and how many who do not know."""

    label: str
    counts: tuple[int, ...]
    unknown: int = 0

    @property
    def n(self) -> int:
        """How many took a stand; negative counts are nobody."""
        return sum(max(0, count) for count in self.counts)


@dataclass(frozen=True, slots=True)
class LikertChart:
    """Questions on one scale. `steps` names the scale from its most negative end; every row has as many counts.

    `unknown` is what those are called who took no stand ("ved ikke"); they are counted apart.
    """

    title: str
    steps: tuple[str, ...]
    rows: tuple[Answers, ...]
    unknown: str = ""
    description: str = ""

    def __post_init__(self) -> None:
        if wrong := [row for row in self.rows if len(row.counts) != len(self.steps)]:
            raise ValueError(f"{wrong[0].label}: {len(wrong[0].counts)} counts for {len(self.steps)} steps")
