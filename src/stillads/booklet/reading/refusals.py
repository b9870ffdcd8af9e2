"""How the reader says no."""

from stillads.kernel.rules import RuleError


class NotABooklet(RuleError):
    """The text is not in the booklet's form; the reason says what was looked for."""


class Unreadable(RuleError):
    """The file cannot be read at all: too large, broken, locked, without text, or of another kind."""
