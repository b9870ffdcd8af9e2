"""When two values are the same."""

import math
from dataclasses import dataclass

PRECISE = 1e-9
ROOT = 0.02  # what R's root finder leaves of an odds ratio and its interval

_WORDS = {"Inf": math.inf, "-Inf": -math.inf, "NaN": None, "NA": None}


@dataclass(frozen=True, slots=True)
class Answer:
    """One value of a case: where it stands, what the reference says, what we say, how near it has to be."""

    where: str
    expected: object
    ours: object
    within: float = PRECISE

    @property
    def agrees(self) -> bool:
        """Whether both say the same: numbers within the relative tolerance, everything else exactly.

        Missing agrees with missing alone. Beside nought, where nothing is relative, 1e-12 is nought.
        """
        expected, ours = _plain(self.expected), _plain(self.ours)
        if _is_number(expected) and _is_number(ours):
            return math.isclose(float(expected), float(ours), rel_tol=self.within, abs_tol=1e-12)  # type: ignore[arg-type]
        return type(expected) is type(ours) and expected == ours


def spoken(value: object) -> object:
    """A value as a report shows it: what JSON has no number for by R's word."""
    if isinstance(value, float) and math.isinf(value):
        return "Inf" if value > 0 else "-Inf"
    return value


def _plain(value: object) -> object:
    """R's words for what JSON has no number for."""
    return _WORDS.get(value, value) if isinstance(value, str) else value


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
