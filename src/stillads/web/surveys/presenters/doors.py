"""What a link says that cannot be answered, each in its own calm words; and the thanks."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from stillads.capture.queries.surveys.doors import DoorView

STATUS: Final = {"used": 200, "early": 200, "expired": 410, "closed": 410}


@dataclass(frozen=True, slots=True)
class ClosedText:
    """Heading, the sentence that answers, and what one can do."""

    title: str
    answer: str
    then: str


def unknown() -> ClosedText:
    """The secret belongs to nothing here."""
    return ClosedText(
        _("We do not know this link"),
        _(
            "Perhaps a piece of the address is missing. Open the link in the e-mail again, or scan the code once more."
        ),
        _("Does it still not work? Say so where you got the link. Nothing is wrong with what you did."),
    )


def closed(door: DoorView, *, lost: bool) -> ClosedText:
    """The door is shut. `lost`: it was sent all the same and is not saved."""
    unit = door.unit_name
    if door.state == "used":
        return ClosedText(
            _("Thank you. This has been answered"),
            _("We have the answer. You need not do more."),
            _after(door),
        )
    if door.state == "early":
        return ClosedText(
            _("It has not opened yet"), door.reason, _("Come back then. The link will be the same.")
        )
    ask = _("Would you still like to tell us something? Say it to somebody at %(unit)s.") % {"unit": unit}
    sorry = _("What you have just written is not saved. We are sorry.") if lost else ""
    title = _("The link has run out") if door.state == "expired" else _("It is closed for answers")
    return ClosedText(title, door.reason, " ".join(part for part in (sorry, ask) if part))


def _after(door: DoorView) -> str:
    if door.survey.anonymous:
        return _("The answers are anonymous. Nobody can find yours again, so it cannot be changed.")
    return _("Would you like to change something? Say it to somebody at %(unit)s.") % {"unit": door.unit_name}


def thanks(door: DoorView) -> list[str]:
    """What follows “Thank you. Your answer is saved.”"""
    said = [door.survey.thanks or door.survey.used_for]
    if door.survey.anonymous:
        said.append(_("Nobody can see that it is yours."))
    return said


def promise(door: DoorView) -> str:
    """What becomes of the answers, before the first question."""
    if door.survey.anonymous:
        return _("Your answers are anonymous. Nobody can see who wrote what.")
    if door.kind == "personal":
        return _("The staff at %(unit)s can see what you answer.") % {"unit": door.unit_name}
    return _("We do not ask for your name.")
