"""The posters of a unit for temps; and who somebody is who came by one."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from stillads.kernel.ids import token_hash
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Unit
from stillads.organisation.policy import check_may

from ..links import token_of_link
from ..models import OpenLink
from ..permissions import SET_UP
from ..temps import viewer_of_link


@dataclass(frozen=True, slots=True)
class Poster:
    """One poster as its unit's list shows it."""

    link: str
    name: str
    expires_on: date
    made_on: date
    revoked: bool
    over: bool


def posters_of_unit(*, unit: str, viewer: Viewer, day: date) -> list[Poster]:
    """Those in use first. Raises Denied."""
    place = Unit.objects.get(public_id=unit)
    check_may(viewer, SET_UP, unit_id=place.pk)
    rows = OpenLink.objects.filter(unit=place, kind=OpenLink.Kind.TEMP).order_by("-made_at", "-pk")
    found = [
        Poster(
            r.public_id, r.name, r.expires_on, r.made_at.date(), r.revoked_at is not None, r.expires_on < day
        )
        for r in rows
    ]
    return sorted(found, key=lambda poster: poster.revoked or poster.over)


def poster_secret(*, link: str, viewer: Viewer, day: date) -> tuple[str, str, date] | None:
    """The secret to print, the unit's name, the last day; None where the poster is no longer good. Raises Denied."""
    row = _good(day).filter(public_id=link).first()
    if row is None:
        return None
    check_may(viewer, SET_UP, unit_id=row.unit_id)
    return token_of_link(row), row.unit.name, row.expires_on


def link_by_secret(token: str, *, day: date) -> str | None:
    """Public id of the poster that the secret belongs to, while it is good."""
    return _good(day).filter(token_hash=token_hash(token)).values_list("public_id", flat=True).first()


def viewer_by_link(link: str, *, day: date, purpose: str) -> Viewer | None:
    """Whoever came by the poster, asked anew at every request so that a closed one stops at once."""
    row = _good(day).filter(public_id=link).first()
    return viewer_of_link(row, purpose) if row else None


def _good(day: date) -> QuerySet[OpenLink]:
    rows = OpenLink.objects.filter(kind=OpenLink.Kind.TEMP, revoked_at__isnull=True, expires_on__gte=day)
    return rows.select_related("unit")
