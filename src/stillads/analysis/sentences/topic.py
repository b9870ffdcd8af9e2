"""What a sentence speaks of: the figure, its unit, which way is wished, and what the figure stands on."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from stillads.kernel.language import gettext as _


class What(StrEnum):
    """The kind of figure."""

    SHARE = "share"
    NUMBER = "number"
    MEAN = "mean"
    MEDIAN = "median"
    RATE = "rate"
    TIME = "time"


class Wish(StrEnum):
    """Which way the trial wants the figure to go."""

    LESS = "less"
    MORE = "more"
    NONE = "none"


class Sampling(StrEnum):
    """What was counted: each once, the same few again and again, or nothing: one person's estimate.

    `UNKNOWN`: nobody can say whether the same one was counted several times.
    """

    EACH_ONCE = "each_once"
    SAME_FEW = "same_few"
    ESTIMATE = "estimate"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Topic:
    """`unit` is `%` or stands behind the figure; `counted` is the plural of what all is counted (`opkald`)."""

    what: What = What.SHARE
    unit: str = "%"
    counted: str = ""
    wish: Wish = Wish.NONE
    period: Literal["day", "week", "month"] = "week"
    sampling: Sampling = Sampling.EACH_ONCE


def subject(what: What) -> str:
    """The figure as a sentence begins with it."""
    return {
        What.SHARE: _("The share"),
        What.NUMBER: _("The count"),
        What.MEAN: _("The mean"),
        What.MEDIAN: _("The middle value"),
        What.RATE: _("The rate"),
        What.TIME: _("The time"),
    }[what]


def why_no_interval(sampling: Sampling) -> str:
    """Why no uncertainty is computed; empty where it is."""
    return {
        Sampling.EACH_ONCE: "",
        Sampling.SAME_FEW: _(
            "Many of them come from the same few people. That is why no uncertainty is computed."
        ),
        Sampling.ESTIMATE: _(
            "The numbers are one person's estimate. That is why no uncertainty is computed."
        ),
        Sampling.UNKNOWN: _(
            "The same one may have been counted several times. That is why no uncertainty is computed."
        ),
    }[sampling]
