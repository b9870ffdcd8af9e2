"""How the readers say no: to a whole file, or to one expression."""

from stillads.kernel.rules import RuleError


class Unreadable(RuleError):
    """The file cannot be read as a questionnaire at all; the reason says why and what to do."""


class CannotSay(Exception):
    """Something in the file has no counterpart here; `why` is a sentence for the report."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
