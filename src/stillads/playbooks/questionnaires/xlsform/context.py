"""What every row of the survey needs to be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..choices import type_pair
from ..keys import Keys
from ..logic.names import Names
from ..report import Field, FormReport
from .languages import Language
from .sheets import Row


@dataclass(slots=True)
class Context:
    """The file's languages and lists, the keys and names given so far, and the report."""

    language: Language
    lists: Mapping[str, list[type_pair]]
    report: FormReport
    keys: Keys = field(default_factory=Keys)
    names: Names = field(default_factory=Names)
    order: int = 0

    def next_order(self) -> int:
        """The place of the next field among all."""
        self.order += 1
        return self.order


@dataclass(frozen=True, slots=True)
class Asking:
    """One row that asks something. `words` are its type's, `parameters` as `start=0 end=10`."""

    row: Row
    field: Field
    key: str
    text: str
    help: str
    required: bool
    words: tuple[str, ...]
    context: Context

    @property
    def appearance(self) -> frozenset[str]:
        """The words of its appearance."""
        return frozenset(self.row.get("appearance").lower().split())

    def parameters(self) -> Mapping[str, str]:
        """`start=0 end=10 step=1` by name."""
        said = self.row.get("parameters").replace(",", " ").replace(";", " ")
        return dict(part.split("=", 1) for part in said.split() if "=" in part)

    def base(self) -> dict[str, Any]:
        """The fields that every question has."""
        return {"key": self.key, "text": self.text, "help": self.help, "required": self.required}
