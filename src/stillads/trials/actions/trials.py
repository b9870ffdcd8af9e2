"""Trials: begin one, out of ideas or not, and change what it says of itself."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.ideas.actions.choose import mark_chosen
from stillads.ideas.models import Idea
from stillads.kernel.danish import sort_key
from stillads.kernel.ids import new_token
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.vocabularies.models import LegalBasis

from ..finding import index_trial
from ..lookup import find, person_by, theme_by, trial_by, type_ref, unit_by
from ..models import Trial
from ..permissions import CREATE
from ..rules import check_can_edit, check_given, check_texts, check_version
from .bodies import body_data
from .step import born

_UNSET: Any = object()


@transaction.atomic
def create_trial(
    *,
    title: str,
    question: str = "",
    description: Mapping[str, Any] | str = "",
    theme: type_ref | None = None,
    lead: type_ref | None = None,
    owner_unit: type_ref | None = None,
    ideas: Sequence[type_ref] = (),
    source_note: str = "",
    constructed: bool = False,
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> Trial:
    """A new trial in draft. Its ideas are marked as chosen; what it lacks it takes from the first of them.

    description  a Body as data, or plain text as a person types it
    Sent again with the same idempotency key it gives the trial already made.
    """
    check_may(viewer, CREATE)
    if idempotency_key and (made := Trial.objects.filter(idempotency_key=idempotency_key).first()):
        return made
    check_given(title=title)
    check_texts(title=title, question=question)
    chosen = [find(Idea, ref) for ref in ideas]
    first = chosen[0] if chosen else None
    made = Trial.objects.create(
        title=title.strip(),
        title_sort=sort_key(title),
        question=question.strip(),
        description=body_data(description),
        theme=theme_by(theme) or (first.theme if first else None),
        lead=person_by(lead),
        owner_unit=unit_by(owner_unit) or (first.unit if first else None),
        source_note=source_note,
        constructed=constructed,
        created_at=at,
        idempotency_key=idempotency_key or new_token(),
    )
    made.ideas.set(chosen)
    for idea in chosen:
        mark_chosen(idea=idea, trial_title=made.title, trial_key=made.public_id, viewer=viewer, at=at)
    born(made, viewer=viewer, at=at)
    index_trial(made, at)
    _log("trials.create_trial", made, viewer, at, {"ideas": [idea.public_id for idea in chosen]})
    return made


@transaction.atomic
def edit_trial(
    *,
    trial: type_ref,
    title: str = _UNSET,
    question: str = _UNSET,
    description: Mapping[str, Any] | str = _UNSET,
    theme: type_ref | None = _UNSET,
    owner_unit: type_ref | None = _UNSET,
    version: int | None = None,
    viewer: Viewer,
    at: datetime,
) -> Trial:
    """Changes what is given; what is left out stays. Raises Conflict where `version` is old."""
    row = trial_by(trial, lock=True)
    check_can_edit(row, viewer)
    check_version(row, version)
    if title is not _UNSET:
        check_given(title=title)
        check_texts(title=title)
        row.title, row.title_sort = title.strip(), sort_key(title)
    if question is not _UNSET:
        check_texts(question=question)
        row.question = question.strip()
    if description is not _UNSET:
        row.description = body_data(description)
    if theme is not _UNSET:
        row.theme = theme_by(theme)
    if owner_unit is not _UNSET:
        row.owner_unit = unit_by(owner_unit)
    row.version += 1
    row.save()
    index_trial(row, at)
    _log("trials.edit_trial", row, viewer, at, {"version": row.version})
    return row


@transaction.atomic
def set_legal_bases(
    *,
    trial: type_ref,
    keys: Sequence[str],
    exemption: str,
    exemption_note: str = "",
    version: int | None = None,
    viewer: Viewer,
    at: datetime,
) -> Trial:
    """Which provisions the trial stands on, and whether it needs an exemption from one of them."""
    row = trial_by(trial, lock=True)
    check_can_edit(row, viewer)
    check_version(row, version)
    check_texts(exemption_note=exemption_note)
    bases = list(LegalBasis.objects.filter(key__in=keys))
    if len(bases) != len(set(keys)):
        raise NotFound(_("There is no such provision in the list."))
    if exemption not in Trial.Exemption.values:
        raise RuleError(_("Choose one of the answers."), field="exemption")
    waiting = {Trial.Exemption.NEEDED, Trial.Exemption.APPLIED, Trial.Exemption.REFUSED}
    if exemption in waiting and not exemption_note.strip():
        raise RuleError(_("Write which rule it is about and who decides."), field="exemption_note")
    row.legal_bases.set(bases)
    row.exemption, row.exemption_note, row.version = exemption, exemption_note.strip(), row.version + 1
    row.save(update_fields=["exemption", "exemption_note", "version"])
    _log("trials.set_legal_bases", row, viewer, at, {"keys": sorted(keys), "exemption": exemption})
    return row


def _log(verb: str, row: Trial, viewer: Viewer, at: datetime, data: Mapping[str, object]) -> None:
    record(viewer=viewer, verb=verb, target=f"trial:{row.public_id}", target_name=row.title, data=data, at=at)
