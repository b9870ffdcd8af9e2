"""What is kept how long: a registry that rooms fill; a daily job erases what is due.

A room declares its rules in its `retention.py`, imported by its `ready`. The privacy officer's page
lists them as they stand here, so the page cannot say anything else than what is done.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

type_text = str | Promise


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """One kind of data and how long it is kept.

    key    `room.what`
    what   the data, in words
    kept   how long, in words: "12 months after the decision"
    why    what it is kept for
    erase  removes what is due at a moment, and returns how many things that were; None where
           nothing is ever removed, and `why` must say so
    """

    key: str
    what: type_text
    kept: type_text
    why: type_text
    erase: Callable[[datetime], int] | None = None


_rules: dict[str, RetentionRule] = {}


def declare(rule: RetentionRule) -> None:
    """Adds a rule; saying it again with the same key replaces it."""
    _rules[rule.key] = rule


def rules() -> list[RetentionRule]:
    """All rules by key."""
    return [_rules[key] for key in sorted(_rules)]
