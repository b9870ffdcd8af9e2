"""Which version of a playbook a phase runs on, and whether there is a newer one."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound, refusal, type_reason
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.loading import playbook_of
from stillads.playbooks.models import PlaybookVersion

from ..actions.playbook import check_can_choose_playbook
from ..lookup import phase_by, type_ref
from ..permissions import READ


@dataclass(frozen=True, slots=True)
class Offered:
    """A published version that may be run on."""

    id: int
    public_id: str
    number: int
    content: Playbook


@dataclass(frozen=True, slots=True)
class PhasePlaybook:
    """`now` is None where the phase has no playbook; `newer` where it runs on the newest.

    refusal  why the viewer may not choose; None where they may
    """

    phase_id: int
    now: Offered | None
    newer: Offered | None
    refusal: type_reason | None


def phase_playbook(phase: type_ref, *, viewer: Viewer) -> PhasePlaybook:
    """Of one phase. NotFound where there is none."""
    check_may(viewer, READ)
    row = phase_by(phase)
    version = row.playbook_version
    newest = None
    if version is not None:
        newest = (
            PlaybookVersion.objects.filter(
                playbook_id=version.playbook_id, published_at__isnull=False, number__gt=version.number
            )
            .order_by("-number")
            .first()
        )
    return PhasePlaybook(
        phase_id=row.pk,
        now=_offered(version) if version is not None else None,
        newer=_offered(newest) if newest is not None else None,
        refusal=refusal(check_can_choose_playbook, row, viewer),
    )


def offered(version: str, *, viewer: Viewer) -> Offered:
    """A published version by its public id. NotFound where there is none."""
    check_may(viewer, READ)
    row = PlaybookVersion.objects.filter(public_id=version, published_at__isnull=False).first()
    if row is None:
        raise NotFound(_("There is no such version of a playbook."))
    return _offered(row)


def _offered(row: PlaybookVersion) -> Offered:
    return Offered(row.pk, row.public_id, row.number, playbook_of(row))
