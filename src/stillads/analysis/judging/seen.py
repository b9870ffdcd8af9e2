"""What was seen, by what chance works on: weeks, people, or one person's estimate."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Periods:
    """One value for each whole period, before day 1 and in the trial; shares are per cent.

    The period is what chance works on, and not the single registration: a few callers make most of the calls,
    and their calls are not so many independent witnesses. `before` is empty where nothing was measured then.
    """

    before: tuple[float, ...]
    after: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class People:
    """So many of so many different people, each counted once; `before` is None where nobody was asked then.

    The people before and those in the trial are taken to be others.
    """

    before: tuple[int, int] | None
    after: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Estimated:
    """One person has judged it. However many registrations that is, it is one estimate."""


Seen = Periods | People | Estimated
