"""A reading kept between two pages, as JSON."""

from typing import Any

from .model import Perspectives, Reading, TrialRead, Unplaced
from .sections import Why


def to_kept(reading: Reading) -> dict[str, Any]:
    """JSON-ready; `from_kept` gives the same reading back."""
    return {
        **reading.as_json(),
        "why": [one.why.value for one in reading.unplaced],
        "read": [trial.number_is_read for trial in reading.trials],
    }


def from_kept(kept: dict[str, Any]) -> Reading:
    """The reading that `to_kept` was given."""
    trials = (
        TrialRead(
            **{
                **trial,
                "advantages": Perspectives(**trial["advantages"]),
                "barriers": Perspectives(**trial["barriers"]),
                "number_is_read": read,
            }
        )
        for trial, read in zip(kept["trials"], kept["read"], strict=True)
    )
    unplaced = (
        Unplaced(one["line"], one["text"], Why(why))
        for one, why in zip(kept["unplaced"], kept["why"], strict=True)
    )
    return Reading(kept["foreword"], tuple(trials), tuple(unplaced))
