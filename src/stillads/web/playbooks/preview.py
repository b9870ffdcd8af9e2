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
    title = form_title(made, key)
    if isinstance(made, Register) and key == EVENT:
        buttons = tuple(option.text for option in made.buttons)
        return Shown(title, _form(made.items, number), made.event, buttons)
    return Shown(title, _form(items, number))


def form_title(made: InstrumentDefinition, key: str) -> str:
    """What a form of the instrument is called; empty for the one that most have."""
    if isinstance(made, Case):
        own = {"start": _("When it begins"), "cancel": _("When it is called off")}
        return own.get(key) or {step.key: step.title for step in made.steps}.get(key, "")
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
        "heard": _("When a wish is heard"),
        "acted": _("When it is acted on"),
        "told": _("When the citizen is told"),
        "closed": _("When it cannot be done"),
        "loan": _("When something is lent"),
        "return": _("When something comes back"),
        "fitting": _("When something is fitted"),
        "version": _("The plan"),
        "read": _("When it is read"),
    }
    return titles.get(key, "")


def _form(items: Items, number: int) -> AnswerForm:
    offered: Any = {
        kind: (("1", _("An example")), ("2", _("Another example")))
        for kind in ("citizen", "employee", "unit", "catalogue_item")
    }
    return AnswerForm(items=items, offered=offered, auto_id=f"vis{number}_%s")
