"""A new version of a citizen's plan. The old ones stay; who was second sees both and chooses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import local_day
from stillads.kernel.rules import Conflict, NotFound
from stillads.kernel.viewer import Viewer
from stillads.playbooks.format.answers import read_answers
from stillads.playbooks.kinds.plan import Plan as PlanKind
from stillads.playbooks.loading import playbook_of

from ...lookup import deployment_by
from ...models import Deployment, Plan, PlanReading, PlanVersion
from ...participation import participant_for
from ...plan_links import Link, read_links
from ...plan_rules import check_can_begin, check_can_open, plan_kind
from ..entries import CONFLICT, Said, write_entry


class WrittenMeanwhileError(Conflict):
    """Somebody saved version `newest` while this one was written. Nothing was saved."""

    def __init__(self, newest: PlanVersion) -> None:
        super().__init__(
            _("%(name)s saved version %(n)d while you wrote. Nothing of either is lost: see both below.")
            % {"name": newest.by_name, "n": newest.number}
        )
        self.newest = newest


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote.

    texts     field's key → text
    based_on  the number of the version that was on the screen, 0 for the first
    key       the sender's own name for it: sent again it is the same version
    moved_from what the text was pasted from, where it was moved from elsewhere
    """

    texts: Mapping[str, str]
    links: Sequence[Link]
    based_on: int
    key: str
    moved_from: str = ""


@dataclass(frozen=True, slots=True)
class SavedVersion:
    """The version that holds now; `unchanged` where the same words stood there already."""

    version: PlanVersion
    unchanged: bool = False


@transaction.atomic
def save_version(
    *, deployment: int | str, participant: str, written: Written, viewer: Viewer, at: datetime
) -> SavedVersion:
    """One more version, or the one that was saved with the same key.

    Raises Denied, NotFound, RuleError (closed, no participation, a wrong link), Invalid (a reason per field),
    WrittenMeanwhileError (somebody else saved first).
    """
    row = deployment_by(deployment)
    kind = plan_kind(row)
    plan = _plan(row, participant, viewer, at)
    content, links = _content(kind, written)
    if there := _there(plan, written, content, links):
        return SavedVersion(there)
    newest = PlanVersion.objects.filter(plan=plan, number=plan.newest).first()
    if plan.newest != written.based_on and newest is not None:
        raise WrittenMeanwhileError(newest)
    if newest is not None and (newest.content, newest.links) == (content, links):
        return SavedVersion(newest, unchanged=True)
    made = _add(row, plan, content, links, written, viewer, at)
    return SavedVersion(made)


def _plan(row: Deployment, participant: str, viewer: Viewer, at: datetime) -> Plan:
    there = (
        Plan.objects.select_for_update().filter(deployment=row, participant__public_id=participant).first()
    )
    if there is not None:
        there.deployment = row
        check_can_open(there, viewer, local_day(at))
        return there
    check_can_begin(row, viewer)
    person = participant_for(row, participant, playbook_of(row.instrument.version).participation.requires)
    if person.site_id != row.unit_id:
        raise NotFound(_("Nobody takes part here under that name."))
    invented = bool(row.phase_site and row.phase_site.phase.constructed)
    return Plan.objects.create(deployment=row, participant=person, constructed=invented)


def _content(kind: PlanKind, written: Written) -> tuple[dict[str, str], list[dict[str, str]]]:
    raw = {key: [text] for key, text in written.texts.items()}
    content = read_answers(kind.forms()["version"], raw)
    links = read_links(kind, written.links)
    return content, [{"address": link.address, "text": link.text} for link in links]


def _there(
    plan: Plan, written: Written, content: dict[str, str], links: list[dict[str, str]]
) -> PlanVersion | None:
    row = PlanVersion.objects.filter(idempotency_key=written.key).first()
    if row is not None and (row.plan_id, row.content, row.links) != (plan.pk, content, links):
        raise Conflict(CONFLICT)
    return row


def _add(
    row: Deployment, plan: Plan, content: dict[str, str], links: list[dict[str, str]], written: Written,
    viewer: Viewer, at: datetime,
) -> PlanVersion:  # fmt: skip
    number = plan.newest + 1
    said = Said(
        form="version",
        raw={},  # the words stand in the version alone
        key=f"plan:{plan.public_id}:{number}",
        participant=plan.participant.public_id,
        subject=plan.public_id,
        more={"version": number, "fields_filled": len(content)},
        constructed=plan.constructed,
    )
    entry = write_entry(row, said, viewer=viewer, at=at).entry
    made = PlanVersion.objects.create(
        plan=plan,
        number=number,
        content=content,
        links=links,
        by_id=viewer.person_id,
        by_name=viewer.name,
        at=at,
        entry_key=entry.public_id,
        idempotency_key=written.key,
    )
    plan.newest, plan.version = number, plan.version + 1
    if written.moved_from:
        plan.moved_from = written.moved_from[:120]
    plan.save(update_fields=["newest", "version", "moved_from"])
    if viewer.person_id is not None:
        PlanReading.objects.create(version=made, person_id=viewer.person_id, at=at)
    return made
