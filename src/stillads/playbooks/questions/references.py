"""Somebody or something of the house: citizen, employee, unit, catalogue item, photo.

The answer is its public id (a catalogue item's key). Whether it exists, and is one that may be named here,
is looked up by `capture` when it records; the format knows no rows.
"""

import re
from collections.abc import Sequence
from typing import Any, ClassVar, Literal

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError

from ..format.base import Key, OptionalText
from .base import FactType, Question, question_kind, single

_NAME = re.compile(r"[0-9A-Za-z_-]{1,64}")


class Reference(Question):
    """Mixed into the kinds that point at a row."""

    fact: ClassVar[FactType] = "reference"
    fhir: ClassVar = "reference"

    def read(self, raw: Sequence[str]) -> Any:
        text = single(raw)
        if not _NAME.fullmatch(text):
            raise RuleError(_("Choose from the list."))
        return text


@question_kind
class CitizenQuestion(Reference):
    """A participant of the trial at the site."""

    kind: Literal["citizen"] = "citizen"
    word: ClassVar = _("Citizen")


@question_kind
class EmployeeQuestion(Reference):
    """A person who works at the site."""

    kind: Literal["employee"] = "employee"
    word: ClassVar = _("Employee")


@question_kind
class UnitQuestion(Reference):
    """A unit, of one kind where `unit_kind` says so."""

    kind: Literal["unit"] = "unit"
    unit_kind: OptionalText = ""
    word: ClassVar = _("Unit")


@question_kind
class CatalogueItemQuestion(Reference):
    """An item of a desk's catalogue."""

    kind: Literal["catalogue_item"] = "catalogue_item"
    desk: Key | None = None
    word: ClassVar = _("Item of the catalogue")


@question_kind
class Photo(Reference):
    """A photo, with the permission of those in it. The answer is the file's public id."""

    kind: Literal["photo"] = "photo"
    word: ClassVar = _("Photo")
    fhir: ClassVar = "attachment"

    def say(self, value: Any) -> str:
        """The picture itself is shown by the page that may."""
        return str(_("taken"))
