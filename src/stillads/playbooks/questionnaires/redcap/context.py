"""What every row of the dictionary needs to be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ..choices import type_pair
from ..keys import Keys
from ..logic.comparisons import number_or_none
from ..logic.names import Names
from ..report import Field, FormReport
from .annotations import tags_of
from .table import Row


@dataclass(slots=True)
class Context:
    """The keys and names given so far, and the report."""

    report: FormReport
    keys: Keys = field(default_factory=Keys)
    names: Names = field(default_factory=Names)


@dataclass(frozen=True, slots=True)
class Asking:
    """One field that asks something."""

    row: Row
    field: Field
    key: str
    text: str
    help: str
    context: Context

    @property
    def tags(self) -> Mapping[str, str]:
        """Its action tags."""
        return tags_of(self.row.get("annotation"))

    @property
    def validation(self) -> str:
        """What its text must be."""
        return self.row.get("validation").lower()

    def base(self) -> dict[str, Any]:
        """The fields that every question has."""
        return {"key": self.key, "text": self.text, "help": self.help, "required": self.row.says("required")}

    def bound(self, name: str) -> Decimal | None:
        """The number in `low` or `high`."""
        return number_or_none(said) if (said := self.row.get(name)) else None

    def pairs(self) -> list[type_pair]:
        """Its answers as (code, label), without those that a tag hides."""
        hidden = {code.strip() for code in self.tags.get("HIDECHOICE", "").split(",")}
        return [pair for pair in _pairs(self.row.get("choices")) if pair[0] not in hidden]


def _pairs(text: str) -> list[type_pair]:
    """`1, Ja | 2, Nej`; in old exports a line each, with a literal backslash-n between them."""
    text = text.replace("\\n", "|")
    if "|" not in text:
        text = text.replace("\n", "|")
    pairs = []
    for part in text.split("|"):
        code, comma, label = part.partition(",")
        if code.strip():
            pairs.append((code.strip(), label.strip() if comma and label.strip() else code.strip()))
    return pairs
