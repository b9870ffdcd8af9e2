"""From what somebody says to an entry that is sound and not yet written: whatever can be refused is refused here."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import local_day
from stillads.kernel.rules import Conflict, NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.playbooks.format.answers import type_raw
from stillads.playbooks.format.items import kinds_asked
from stillads.playbooks.kinds.register import Register
from stillads.playbooks.loading import playbook_of
from stillads.trials.models import Participant, Window

from ..lookup import definition_of
from ..models import Deployment, Entry, ImportBatch, Wave
from ..openness import Calendar, calendar_of, check_open
from ..participation import participant_for
from ..photos import photos_of
from ..references import check_references

_AHEAD: Final = timedelta(minutes=5)
_DAYS_BACK: Final = 31


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody registers.

    form         which form of the instrument; raw: what was sent, as `read_answers` takes it
    key          the sender's own name for this registration: sent again it is the same one
    participant  public id of the participant it is about
    occurred_at  when it happened (now, where empty); tapped_at: when it was written down, on a phone's queue
    answered_by  key of the standard list `who_answered`
    as_sent      the sender's own words for the moment, where it is our clock that `occurred_at` is told by: sent again
                 a minute later the same words are the same registration
    source       page, queue, temp, kiosk, link, paper, import, simulation
    subject      public id of the wish, case, plan … that it is a step of
    corrects     public id of the entry that it takes the place of, with `reason`
    unasked      a step that is completed without its form (mundtligt overleveret): no answer is required
    ongoing      a step of something that was begun in time: neither the days nor what the citizen has said since
                 are asked again (the action that takes the step has its own rule)
    """

    form: str
    raw: type_raw
    key: str
    participant: str = ""
    occurred_at: datetime | None = None
    tapped_at: datetime | None = None
    as_sent: str = ""
    answered_by: str = ""
    source: str = "page"
    subject: str = ""
    wave: Wave | None = None
    batch: ImportBatch | None = None
    corrects: str = ""
    reason: str = ""
    constructed: bool = False
    unasked: bool = False
    ongoing: bool = False
    more: Mapping[str, Any] = field(
        default_factory=dict
    )  # what the house adds to the answers: dates, numbers


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that only has to be written; its deployment comes from `lookup.deployment_by`.

    old  the one it takes back, or takes the place of
    """

    entry: Entry
    viewer: Viewer
    old: Entry | None = None

    @property
    def written(self) -> bool:
        """Has `writing.write` put it into the table?"""
        return not self.entry._state.adding


class Terms:
    """What registering at a deployment goes by: read once for all that is registered together.

    `row` comes from `lookup.deployment_by`.
    """

    def __init__(self, row: Deployment) -> None:
        self.row, self.definition = row, definition_of(row)
        self.requires = playbook_of(row.instrument.version).participation.requires

    @cached_property
    def takes_photos(self) -> bool:
        """Is a photo asked for in any form? Then what is refused must be rolled back."""
        return any("photo" in kinds_asked(items) for items in self.definition.asked.values())

    @cached_property
    def calendar(self) -> Calendar:
        """When it is open. One query at most."""
        keys, site = self.definition.open.windows, self.row.phase_site
        windows = Window.objects.filter(phase_id=site.phase_id, key__in=keys) if site and keys else ()
        return calendar_of(self.row, self.definition.open, list(windows))


def draft(terms: Terms, said: Said, *, viewer: Viewer, at: datetime) -> Draft:
    """The entry of what was said. Raises RuleError, NotFound, Invalid, Conflict, as `entries.register` tells.

    Nothing is written but that a photo waits no more (`Terms.takes_photos`).
    """
    row, definition = terms.row, terms.definition
    occurred = said.occurred_at or at
    _check_moment(terms, said, occurred, at)
    old = _corrected(row, said) if said.corrects else None
    answers = {**({} if said.unasked else definition.record(said.form, said.raw)), **said.more}
    check_references(definition.asked[said.form], answers, row, photos_of(row, old))
    entry = Entry(
        deployment=row,
        version_id=row.instrument.version_id,
        site_id=row.unit_id,
        form=said.form,
        subject=said.subject,
        wave=said.wave,
        batch=said.batch,
        participant=_participant(terms, said),
        actor_id=viewer.person_id,
        answered_by=said.answered_by,
        occurred_at=occurred,
        local_day=local_day(occurred),
        received_at=at,
        source=said.source,
        idempotency_key=said.key,
        digest=digest_of(row, said),
        answers=answers,
        voids=old,
        void_reason=said.reason.strip()[:200] if old else "",
        constructed=said.constructed,
    )
    return Draft(entry, viewer, old)


def _check_moment(terms: Terms, said: Said, occurred: datetime, at: datetime) -> None:
    if occurred > at + _AHEAD:
        raise RuleError(_("That lies in the future. Is the clock of the phone right?"), field="occurred_at")
    definition = terms.definition
    back = definition.backdate_days if isinstance(definition, Register) else _DAYS_BACK
    written = said.tapped_at or at
    if said.source not in {"import", "simulation", "paper"} and local_day(occurred) < local_day(
        written
    ) - timedelta(days=back):
        raise RuleError(
            _("It can be registered at most %(n)d days afterwards.") % {"n": back}, field="occurred_at"
        )
    if not said.ongoing:
        check_open(terms.calendar, local_day(occurred))


def _participant(terms: Terms, said: Said) -> Participant | None:
    definition = terms.definition
    about = definition.about_whom if isinstance(definition, Register) else "may"
    wanted = definition.about_citizen or about == "must"
    if not said.participant:
        if wanted:
            raise RuleError(_("Choose whom it is about."), field="participant")
        return None
    return participant_for(terms.row, said.participant, None if said.ongoing else terms.requires)


def _corrected(row: Deployment, said: Said) -> Entry:
    old = Entry.objects.filter(public_id=said.corrects, deployment=row).first()
    if old is None:
        raise NotFound(_("There is nothing here by that name."))
    if not said.reason.strip():
        raise RuleError(_("Write why it is corrected."), field="reason")
    if Entry.objects.filter(voids=old).exists():
        raise Conflict(_("That registration has been taken back already."))
    return old


def digest_of(row: Deployment, said: Said) -> str:
    """What makes two registrations of one key the same: everything that was said."""
    parts = [
        row.public_id,
        said.form,
        {name: list(texts) for name, texts in sorted(said.raw.items())},
        said.participant,
        said.as_sent or (said.occurred_at.isoformat() if said.occurred_at else ""),
        said.answered_by,
        said.subject,
        said.corrects,
    ]
    return text_digest(json.dumps(parts, ensure_ascii=False, sort_keys=True))


def text_digest(text: str) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(text.encode()).hexdigest()
