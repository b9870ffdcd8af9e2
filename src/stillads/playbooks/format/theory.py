"""Why it should work: the chain from activity to effect, what must be kept, and what may differ."""

from typing import Literal

from pydantic import Field

from .base import Key, Line, OptionalText, Part, Text

Level = Literal["activity", "output", "short_term", "long_term"]


class Link(Part):
    """One link of the effect chain; `indicator` names the measure that shows it, where there is one."""

    key: Key
    level: Level
    text: Line
    leads_to: tuple[Key, ...] = ()
    indicator: Key | None = None


class Theory(Part):
    """The theory of the trial.

    chain       activity → output → short-term → long-term effect
    core        *virksomt stof*: what must be kept for it to be the same trial
    adaptable   what a unit may do in its own way
    conditions  what must be in place first
    """

    chain: tuple[Link, ...] = Field(min_length=2)
    core: tuple[Line, ...] = Field(min_length=1)
    adaptable: tuple[Line, ...] = ()
    conditions: tuple[Line, ...] = ()


class HouseRule(Part):
    """A short rule or good question for staff (*leveregel*); it stands on the phone."""

    title: Line
    text: OptionalText = ""


class Source(Part):
    """Where the playbook comes from. `title_only`: the source gives the title and nothing else."""

    text: Text
    title_only: bool = False
    href: OptionalText = ""
