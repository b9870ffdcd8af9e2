"""What was read from a booklet."""

from dataclasses import dataclass, field

from .sections import Why


@dataclass(frozen=True, slots=True)
class Perspectives:
    """One text per perspective; "" where the booklet has none. 'Ingen' and 'Intet' stand as written."""

    citizen: str = ""
    employee: str = ""
    economy: str = ""

    def as_json(self) -> dict[str, str]:
        return {"citizen": self.citizen, "employee": self.employee, "economy": self.economy}


@dataclass(frozen=True, slots=True)
class TrialRead:
    """One trial as the booklet tells it.

    `number_is_read`: the number stands in the text; else it was counted.
    """

    number: int
    title: str
    tested_at: str = ""
    description: str = ""
    advantages: Perspectives = field(default_factory=Perspectives)
    barriers: Perspectives = field(default_factory=Perspectives)
    assessment: str = ""
    impression: str = ""
    recommendation: str = ""
    number_is_read: bool = True

    def as_json(self) -> dict[str, object]:
        return {
            "number": self.number,
            "title": self.title,
            "tested_at": self.tested_at,
            "description": self.description,
            "advantages": self.advantages.as_json(),
            "barriers": self.barriers.as_json(),
            "assessment": self.assessment,
            "impression": self.impression,
            "recommendation": self.recommendation,
        }

    def texts(self) -> list[str]:
        """Every text of the trial, in the booklet's order."""
        return [
            self.title,
            self.tested_at,
            self.description,
            *self.advantages.as_json().values(),
            *self.barriers.as_json().values(),
            self.assessment,
            self.impression,
            self.recommendation,
        ]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A line, or what is left of one, that is in no trial and not in the foreword, and why."""

    line: int
    text: str
    why: Why

    def as_json(self) -> dict[str, object]:
        return {"line": self.line, "text": self.text}


@dataclass(frozen=True, slots=True)
class Reading:
    """A booklet that was read: every word of it is in exactly one of these places."""

    foreword: str
    trials: tuple[TrialRead, ...]
    unplaced: tuple[Unplaced, ...]

    def as_json(self) -> dict[str, object]:
        """The shape that `import-booklet --json` prints."""
        return {
            "foreword": self.foreword,
            "trials": [trial.as_json() for trial in self.trials],
            "unplaced": [one.as_json() for one in self.unplaced],
        }

    @property
    def not_placed(self) -> tuple[Unplaced, ...]:
        """The lines that a person should look at: neither a heading, a link back, nor a page number."""
        return tuple(one for one in self.unplaced if one.why is Why.NOT_PLACED)
