"""A photo that stands in a registration: for those who may read the registration."""

from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record_read
from stillads.kernel.rules import NotFound, allowed
from stillads.kernel.viewer import Viewer
from stillads.media.queries import file_on_disk
from stillads.media.queries.files import FileOnDisk
from stillads.organisation.policy import check_may, may
from stillads.trials.rules import check_owns

from ..lookup import deployment_by
from ..models import Case, Entry
from ..permissions import REGISTER
from ..photos import photos_of


def photo_of(*, entry: str, photo: str, viewer: Viewer) -> FileOnDisk:
    """The bytes of one photo of an entry. The look is logged. Raises Denied, NotFound (also when it is gone)."""
    row = Entry.objects.filter(public_id=entry).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    deployment = deployment_by(row.deployment_id)
    if not _near_case(row, viewer) and not _owns(row, viewer):
        check_may(viewer, REGISTER, unit_id=deployment.unit_id)
    held = file_on_disk(photo) if photo in photos_of(deployment, row) else None
    if held is None:
        raise NotFound(_("The photo is not here any more."))
    record_read(viewer=viewer, verb="capture.photo.look", target=f"media:{photo}", data={"entry": entry})
    return held


def _owns(row: Entry, viewer: Viewer) -> bool:
    site = deployment_by(row.deployment_id).phase_site
    return site is not None and allowed(check_owns, site.phase.trial, viewer)


def _near_case(row: Entry, viewer: Viewer) -> bool:
    """A case that was handed on is read where it is now."""
    case = Case.objects.filter(public_id=row.subject).first() if row.subject else None
    return case is not None and may(viewer, REGISTER, unit_id=case.unit_id)
