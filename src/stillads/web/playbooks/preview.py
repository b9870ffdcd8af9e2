"""Forms of an instrument as the phone shows them; nothing that is written in them is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from stillads.playbooks.format.items import Items
from stillads.playbooks.kinds import InstrumentDefinition
from stillads.playbooks.kinds.case import Case
from stillads.playbooks.kinds.register import EVENT, Register
from stillads.web.shell.answering import AnswerForm


@dataclass(frozen=True, slots=True)
class Shown:
    """One form. `buttons` are the thumb-sized ones of a tally, with the sentence over them."""

    title: str
    form: AnswerForm
    question: str = ""
    buttons: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Is there nothing to fill in?"""
        return not self.form.asked and not self.buttons


def previews(made: InstrumentDefinition) -> list[Shown]:
    """Each form of the instrument that asks anything, in its order."""
    shown = [_shown(made, key, items, number) for number, (key, items) in enumerate(made.forms().items())]
    return [each for each in shown if not each.empty]


def preview_of(items: Items) -> Shown:
    """A few questions by themselves."""
    return Shown("", _form(items, 0))


def _shown(made: InstrumentDefinition, key: str, items: Items, number: int) -> Shown:
    title = _title(made, key)
    if isinstance(made, Register) and key == EVENT:
        buttons = tuple(option.text for option in made.buttons)
        return Shown(title, _form(made.items, number), made.event, buttons)
    return Shown(title, _form(items, number))


def _title(made: InstrumentDefinition, key: str) -> str:
    if isinstance(made, Case):
        return {step.key: step.title for step in made.steps}.get(key, _("When it begins"))
    titles: Mapping[str, str] = {
        "spend": _("When it is used"),
        "earn": _("When something is added"),
        "visit": _("At the desk"),
        "delivery": _("At delivery"),
        "session": _("The conversation"),
        "passage": _("What was said"),
        "present": _("Presence"),
        "point": _("For the agenda"),
        "met": _("After the meeting"),
    }
    return titles.get(key, "")


def _form(items: Items, number: int) -> AnswerForm:
    offered: Any = {
        kind: (("1", _("An example")), ("2", _("Another example")))
        for kind in ("citizen", "employee", "unit", "catalogue_item")
    }
    return AnswerForm(items=items, offered=offered, auto_id=f"vis{number}_%s")
