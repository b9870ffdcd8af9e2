"""What a stage came to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """Tests passed and failed; a check that is not made of tests counts as one.

    said     what to show when something failed
    not_run  why the stage did not run at all; empty when it did
    """

    passed: int = 0
    failed: int = 0
    said: str = ""
    not_run: str = ""

    @property
    def ok(self) -> bool:
        """Did it run, and did nothing fail?"""
        return not self.failed and not self.not_run

    @property
    def word(self) -> str:
        """In one or two words."""
        if self.not_run:
            return "NOT RUN"
        return "FAILED" if self.failed else "ok"


def missing(why: str) -> Outcome:
    """A stage that could not run."""
    return Outcome(not_run=why)
