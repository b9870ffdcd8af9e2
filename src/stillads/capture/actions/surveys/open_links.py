"""Open links, posters and kiosks: made, shown again, and closed."""

from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.ids import token_hash
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.kinds.survey import Survey

from ...links import token_of_link
from ...lookup import deployment_by
from ...models import Deployment, OpenLink, Wave
from ...permissions import SET_UP
from ...survey_rules import check_can_ask, survey_of, wave_on

K = OpenLink.Kind
KINDS: Final = (K.OPEN, K.POSTER, K.KIOSK)
_NEEDS: Final = {K.OPEN: "open_link", K.POSTER: "open_link", K.KIOSK: "kiosk"}
_LONGEST: Final = timedelta(days=400)


def check_can_open_link(survey: Survey, wave: Wave | None, kind: str) -> None:
    """The playbook offers that way, and staff are asked only after MED has agreed."""
    if kind not in KINDS or _NEEDS[K(kind)] not in survey.channels:
        raise RuleError(_("The playbook does not offer this way of answering."), field="kind")
    if survey.drawn_from == "employees":
        if wave is None:
            raise RuleError(_("There is no round to answer in yet."))
        check_can_ask(survey, wave)


@transaction.atomic
def open_link(
    *,
    deployment: str,
    kind: str,
    name: str = "",
    expires_on: date | None = None,
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> OpenLink:
    """Makes a link that is not one person's. Good until `expires_on`, or as long as the survey runs."""
    row = deployment_by(deployment)
    check_may(viewer, SET_UP, unit_id=row.unit_id)
    if idempotency_key and (there := OpenLink.objects.filter(idempotency_key=idempotency_key).first()):
        return there
    survey = survey_of(row)
    check_can_open_link(survey, _wave(row, at), kind)
    check_no_cpr(name, field="name")
    last = expires_on or row.valid_to or local_day(at) + _LONGEST
    if not local_day(at) <= last <= local_day(at) + _LONGEST:
        raise RuleError(_("Choose a day from today and at most a year ahead."), field="expires_on")
    link = OpenLink(
        kind=kind, unit_id=row.unit_id, deployment=row, name=name.strip()[:80], made_by_id=viewer.person_id,
        made_at=at, expires_on=last, idempotency_key=idempotency_key or None,
    )  # fmt: skip
    link.token_hash = token_hash(token_of_link(link))
    link.save()
    _log(link, row, survey, "capture.open_link", viewer, at)
    return link


@transaction.atomic
def close_link(*, link: str, viewer: Viewer, at: datetime) -> OpenLink:
    """Nobody can answer through it any more. Closed twice is closed."""
    row = OpenLink.objects.select_for_update().filter(public_id=link, deployment__isnull=False).first()
    if row is None or row.deployment_id is None:
        raise NotFound(_("There is nothing here by that name."))
    deployment = deployment_by(row.deployment_id)
    check_may(viewer, SET_UP, unit_id=row.unit_id)
    if row.revoked_at is None:
        row.revoked_at = at
        row.save(update_fields=["revoked_at"])
        _log(row, deployment, survey_of(deployment), "capture.close_link", viewer, at)
    return row


def _wave(row: Deployment, at: datetime) -> Wave | None:
    """The wave that is open, or the next one."""
    today = local_day(at)
    coming = Wave.objects.filter(deployment=row, closes_on__gte=today).order_by("number")
    return wave_on(row, today) or coming.first()


def _log(link: OpenLink, row: Deployment, survey: Survey, verb: str, viewer: Viewer, at: datetime) -> None:
    record(
        viewer=viewer, verb=verb, target=f"deployment:{row.public_id}", target_name=survey.title,
        unit=row.unit.key, data={"link": link.public_id, "kind": link.kind}, at=at,
    )  # fmt: skip
