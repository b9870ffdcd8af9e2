"""A playbook of the library becomes one of the house."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from ..library import shelved
from ..models import Playbook, PlaybookVersion
from ..permissions import EDIT
from .versions import publish_playbook


def take_in(*, key: str, viewer: Viewer, at: datetime) -> PlaybookVersion:
    """Publishes the library's newest version of `key` here; taken in again it is the same version."""
    check_may(viewer, EDIT)
    there = shelved(key)
    if there is None:
        raise NotFound(_("There is no such playbook."))
    content = there.read().playbook
    if content is None:
        raise RuleError(_("The playbook in the library cannot be read. Ask whoever runs Stillads."))
    return publish_playbook(content=content, origin=Playbook.Origin.LIBRARY, viewer=viewer, at=at)
