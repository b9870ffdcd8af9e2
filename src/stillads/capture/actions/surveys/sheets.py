"""Typing sheets in: many at once, each saved once by its code; what is wrong is told for each cell."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import local_day
from stillads.kernel.rules import Conflict, Invalid, RuleError, type_reason
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.answers import type_raw
from stillads.playbooks.kinds.survey import Survey

from ...links import stem_of
from ...models import Asked, Wave
from ...permissions import REGISTER
from ...survey_rules import check_can_ask, survey_of, wave_by
from ..entries import Said, write_entry
from .anonymous import FORM, keep_anonymous
from .answering import checked_who, name_of_answer
from .residents import say_yes
from .wish import hear_in_answer


@dataclass(frozen=True, slots=True)
class Sheet:
    """One row of the grid: the code on the sheet, who answered, and what is ticked."""

    code: str
    raw: type_raw
    answered_by: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """What became of a row: saved (`again`: it had been typed in before), or a reason per cell."""

    saved: bool
    again: bool = False
    errors: dict[str, type_reason] = field(default_factory=dict)


def check_can_type(survey: Survey, wave: Wave, at: datetime) -> None:
    """Sheets may be typed in from the first day of the wave, and after its last."""
    if "paper" not in survey.channels:
        raise RuleError(_("The playbook does not offer this way of answering."))
    check_can_ask(survey, wave)
    if local_day(at) < wave.opens_on:
        raise RuleError(_("The round has not begun yet."))


def type_sheets(*, wave: str, sheets: Sequence[Sheet], viewer: Viewer, at: datetime) -> list[Typed]:
    """Saves the rows that are right and says for each of the others what is wrong. The same rows again change nothing.

    Raises Denied, NotFound, RuleError (no paper in this survey, the round has not begun).
    """
    row = wave_by(wave)
    check_may(viewer, REGISTER, unit_id=row.deployment.unit_id)
    survey = survey_of(row.deployment)
    check_can_type(survey, row, at)
    return [_type_one(row, survey, sheet, viewer, at) for sheet in sheets]


def _type_one(wave: Wave, survey: Survey, sheet: Sheet, viewer: Viewer, at: datetime) -> Typed:
    stem = stem_of(wave, sheet.code)
    if stem is None:
        return Typed(
            False, errors={"code": _("The code does not belong to this round. Look at the sheet again.")}
        )
    try:
        with transaction.atomic():
            return Typed(True, again=_keep(wave, survey, stem, sheet, viewer, at))
    except Invalid as refused:
        return Typed(False, errors=refused.errors)
    except Conflict:
        return Typed(False, errors={"code": _("That sheet has been typed in before, with other answers.")})
    except RuleError as refused:
        return Typed(False, errors={"code": refused.reason})


def _keep(wave: Wave, survey: Survey, stem: str, sheet: Sheet, viewer: Viewer, at: datetime) -> bool:
    if survey.anonymous:
        return keep_anonymous(wave.deployment, wave, sheet.raw, key=f"sheet:{stem}", at=at)
    asked = Asked.objects.select_for_update().filter(wave=wave, public_id__startswith=stem).first()
    key = name_of_answer(f"sheet:{wave.public_id}:{stem}")
    if asked is not None and asked.answered and not asked.entry_key:
        raise RuleError(_("It has been answered already."))
    said = Said(
        form=FORM,
        raw=sheet.raw,
        key=key,
        participant=asked.participant.public_id if asked and asked.participant else "",
        answered_by=_who(survey, asked, sheet),
        occurred_at=_moment(wave, at),
        source="paper",
        wave=wave,
    )
    person = asked.participant if asked else None
    say_yes(wave.deployment, survey, person, answered_by=said.answered_by, viewer=viewer, at=at)
    made = write_entry(wave.deployment, said, viewer=viewer, at=at)
    if asked is not None and asked.answered and asked.entry_key != made.entry.public_id:
        raise RuleError(_("It has been answered already."))  # by link or in a conversation: rolled back
    if asked is not None and not asked.answered:
        hear_in_answer(wave.deployment, survey, made.entry, viewer=viewer, at=at)
        asked.answered, asked.entry_key, asked.declined_why = True, made.entry.public_id, ""
        asked.save(update_fields=["answered", "entry_key", "declined_why"])
    return made.again


def _who(survey: Survey, asked: Asked | None, sheet: Sheet) -> str:
    if survey.drawn_from == "employees":
        return "employee"
    return (
        "relative"
        if asked is not None and asked.relative
        else checked_who(survey, sheet.raw, sheet.answered_by)
    )


def _moment(wave: Wave, at: datetime) -> datetime | None:
    """A sheet that is typed in after the wave, or after the playbook was changed, counts on its last day."""
    last = min(wave.closes_on, wave.deployment.valid_to or wave.closes_on)
    late = local_day(at) - last
    return at - late if late > timedelta(0) else None
