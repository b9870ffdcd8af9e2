"""Texts between the questions: a form has none of its own, so they become introduction, help or thanks."""

from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _

from ..format.conditions import Condition
from ..format.items import Scale
from ..questions import Question
from .tree import Told
from .words import paragraphs

_Item = TypeVar("_Item", bound="Question | Scale")


@dataclass(slots=True)
class Place:
    """Where in the form one stands: a section, or outside of all of them (no title)."""

    title: str = ""
    help: str = ""
    when: Condition | None = None
    begun: bool = False


class Texts:
    """Keeps what was told until a question comes that it can stand beside."""

    def __init__(self) -> None:
        self.intro = ""
        self.thanks = ""
        self._waiting: list[tuple[Told, Place, Condition | None]] = []

    def tell(self, told: Told, place: Place, when: Condition | None) -> None:
        """Takes a text: before anything is asked it introduces the whole or the section."""
        if place.begun or when is not None or self._waiting:
            self._waiting.append((told, place, when))
        elif place.title:
            place.help = paragraphs(place.help, told.text)
            told.field.became.append("help")
        else:
            self.intro = paragraphs(self.intro, told.text)
            told.field.became.append("intro")

    def beside(self, item: _Item, place: Place, when: Condition | None) -> _Item:
        """The question with the texts that stood before it as its help."""
        if isinstance(item, Scale) or not self._waiting:
            return item
        said = []
        for told, where, shown in self._waiting:
            if where is place and shown in (None, when):
                said.append(told.text)
                told.field.became.append("help")
            else:
                told.field.lose(_("A text that is only shown sometimes has no counterpart."))
        self._waiting = []
        return item.model_copy(update={"help": paragraphs(*said, item.help)}) if said else item

    def finish_before(self, place: Place) -> None:
        """A section begins: what waited outside all sections before the first of them introduces the whole."""
        if not place.title and not place.begun:
            for told, _place, when in self._waiting:
                self._into_intro(told, when)
            self._waiting = []
        self.lose_waiting()

    def lose_waiting(self) -> None:
        """No question follows here."""
        for told, _place, when in self._waiting:
            told.field.lose(
                _("A text that no question follows has no counterpart.")
                if when is None
                else _("A text that is only shown sometimes has no counterpart.")
            )
        self._waiting = []

    def finish(self) -> None:
        """The form ends: what still waits is its thanks."""
        for told, _place, when in self._waiting:
            if when is None:
                self.thanks = paragraphs(self.thanks, told.text)
                told.field.became.append("thanks")
            else:
                told.field.lose(_("A text that is only shown sometimes has no counterpart."))
        self._waiting = []

    def _into_intro(self, told: Told, when: Condition | None) -> None:
        if when is None:
            self.intro = paragraphs(self.intro, told.text)
            told.field.became.append("intro")
        else:
            told.field.lose(_("A text that is only shown sometimes has no counterpart."))
