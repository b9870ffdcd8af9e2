"""What a reader gives back."""

from dataclasses import dataclass

from ..format.items import Items
from .report import FormReport


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire in the playbook's own words. `intro` and `thanks` are texts before and after it."""

    title: str
    intro: str
    thanks: str
    items: Items
    report: FormReport
