"""What came of reading a questionnaire: every field that was read, what it became, what was lost and why."""

from dataclasses import asdict, dataclass, field
from typing import Final, Literal

BY_ITSELF: Final = "registration"
"""What a field becomes that a registration notes by itself."""

type_source = Literal["xlsform", "redcap", "fhir"]


@dataclass(slots=True)
class Field:
    """One field of the file.

    place    where it stands: a row, a line, a linkId
    became   kinds of the questions it became, `keys` their keys; empty where it was lost
    why      why the whole of it was lost
    notes    what of it was lost or changed though it was mapped, one sentence each
    """

    place: str
    name: str
    type: str
    became: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    why: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def mapped(self) -> bool:
        """Did it become anything?"""
        return not self.why

    def note(self, *sentences: str) -> None:
        """Adds what was lost or changed, each sentence once."""
        self.notes += [said for said in dict.fromkeys(sentences) if said not in self.notes]

    def lose(self, why: str) -> None:
        """The whole field has no counterpart."""
        self.why, self.became, self.keys = why, [], []


@dataclass(slots=True)
class FormReport:
    """The whole reading. `warnings` are about the file as a whole; `language` is the one that was read."""

    source: type_source
    title: str = ""
    language: str = ""
    fields: list[Field] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def field(self, place: str, name: str, type: str) -> Field:
        """A new field, counted as read."""
        made = Field(place, name, type)
        self.fields.append(made)
        return made

    def warn(self, sentence: str) -> None:
        """Adds a warning, once."""
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    @property
    def read(self) -> int:
        """How many fields there were."""
        return len(self.fields)

    @property
    def mapped(self) -> int:
        """How many of them became something."""
        return sum(each.mapped for each in self.fields)

    @property
    def lost(self) -> list[Field]:
        """Those that became nothing."""
        return [each for each in self.fields if not each.mapped]

    def as_json(self) -> dict[str, object]:
        """Plain values for `--json`."""
        return {
            "source": self.source,
            "title": self.title,
            "language": self.language,
            "read": self.read,
            "mapped": self.mapped,
            "lost": len(self.lost),
            "fields": [{"mapped": each.mapped, **asdict(each)} for each in self.fields],
            "warnings": list(self.warnings),
        }
