"""The versions of a plan, and what is another way between any two."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer

from ...models import PlanVersion
from ...plan_differences import Piece, differences
from ...plan_links import Link
from ...plan_rules import check_can_open, fields_in_order, plan_by, plan_kind
from .sheet import links_of, log_look


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version in the list."""

    number: int
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field that reads another way."""

    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """All versions, the newest first; `fields` are those that differ from version `old` to version `new`."""

    plan: str
    title: str
    pseudonym: str
    unit_name: str
    constructed: bool
    versions: tuple[VersionLine, ...]
    old: int
    new: int
    fields: tuple[FieldDifference, ...]
    links_added: tuple[Link, ...]
    links_removed: tuple[Link, ...]


def versions_page(
    *, plan: str, viewer: Viewer, day: date, old: int | None = None, new: int | None = None
) -> VersionsPage:
    """From `old` (the one before `new`) to `new` (the newest). Raises Denied, NotFound (no such version)."""
    row = plan_by(plan)
    check_can_open(row, viewer, day)
    log_look(row, viewer)
    versions = {version.number: version for version in PlanVersion.objects.filter(plan=row)}
    new = row.newest if new is None else new
    old = max(new - 1, 1) if old is None else old
    if not {old, new} <= set(versions):
        raise NotFound(_("There is no such version of the plan."))
    kind = plan_kind(row.deployment)
    first, last = versions[old], versions[new]
    texts = [
        (f.title, first.content.get(f.key, ""), last.content.get(f.key, "")) for f in fields_in_order(kind)
    ]
    told = [FieldDifference(title, tuple(differences(was, now))) for title, was, now in texts if was != now]
    lines = [VersionLine(version.number, version.at, version.by_name) for version in versions.values()]
    before, after = links_of(first), links_of(last)
    return VersionsPage(
        plan=row.public_id,
        title=kind.title,
        pseudonym=row.participant.pseudonym,
        unit_name=row.deployment.unit.name,
        constructed=row.constructed,
        versions=tuple(sorted(lines, key=lambda line: -line.number)),
        old=old,
        new=new,
        fields=tuple(told),
        links_added=tuple(link for link in after if link not in before),
        links_removed=tuple(link for link in before if link not in after),
    )  # fmt: skip
