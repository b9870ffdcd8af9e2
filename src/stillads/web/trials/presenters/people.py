"""Participants in words."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date
from stillads.trials.queries.participants import AnswerView, ParticipantView


@dataclass(frozen=True, slots=True)
class ParticipantLine:
    """One participant, with what holds now and what was answered earlier."""

    pseudonym: str
    site: str
    now: str
    earlier: tuple[str, ...]
    left: bool
    url: str


def participant_line(person: ParticipantView, trial: str, phase: str) -> ParticipantLine:
    """A participant in words."""
    return ParticipantLine(
        pseudonym=person.pseudonym,
        site=person.site,
        now=_answer(person.now) if person.now else _("has not answered yet"),
        earlier=tuple(_answer(answer) for answer in person.answers[1:]),
        left=person.left_at is not None,
        url=reverse("trials:participant", args=[trial, phase, person.public_id]),
    )


def _answer(answer: AnswerView) -> str:
    said = f"{answer.text}, {format_date(local_day(answer.at))}"
    if answer.spoken_by:
        said += " " + _("(%(who)s speaks for the citizen)") % {"who": answer.spoken_by}
    return f"{said}. {answer.note}" if answer.note else said
