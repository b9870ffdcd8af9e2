"""Letting numbers out through the gateway, and remembering them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.trials.models import Figure

from ..figures import count_of, figure_text
from ..gateway import release_after
from ..models import PublishedNumber

type_told = tuple[int | None, int | None, Decimal | None]
"""Numerator, denominator and value of a number that was released."""

AUDIENCES = frozenset({"public", "committee", "house"})


def release_figure(
    *, figure: str, audience: str, edition: str, table: str, viewer: Viewer, at: datetime
) -> PublishedNumber:
    """`release_figures` for one figure, by its public id."""
    found = release_figures(
        figures=[figure], audience=audience, edition=edition, table=table, viewer=viewer, at=at
    )
    return found[figure]


@transaction.atomic
def release_figures(
    *, figures: Iterable[str], audience: str, edition: str, table: str, viewer: Viewer, at: datetime
) -> dict[str, PublishedNumber]:
    """Public id → the number as `audience` may see it in `table` of `edition`.

    What was released before for the same place comes back as it was: a released number never changes.
    A withheld one keeps neither value nor counts. Raises NotFound for an unknown figure.
    """
    if audience not in AUDIENCES:
        raise RuleError(_("A number is released to the public, to a committee or in the house."))
    wanted = list(dict.fromkeys(figures))
    place = {"audience": audience, "edition": edition, "table": table}
    known = {
        number.figure_key: number for number in PublishedNumber.objects.filter(**place, figure_key__in=wanted)
    }
    rows = Figure.objects.in_bulk([key for key in wanted if key not in known], field_name="public_id")
    if missing := [key for key in wanted if key not in known and key not in rows]:
        raise NotFound(_("There is no figure “%(key)s”.") % {"key": missing[0]})
    before = _released_before(rows.values(), audience)
    made = [_published(row, place, before.get(row.public_id, []), at) for row in rows.values()]
    PublishedNumber.objects.bulk_create(made)
    if made:
        withheld = [number.figure_key for number in made if number.shown == PublishedNumber.Shown.WITHHELD]
        record(
            viewer=viewer,
            verb="analysis.release",
            target=f"edition:{edition}",
            data={**place, "figures": sorted(rows), "withheld": withheld},
            at=at,
        )
    return {**known, **{number.figure_key: number for number in made}}


def _released_before(figures: Collection[Figure], audience: str) -> dict[str, list[type_told]]:
    """Figure → what this audience has been told of it, and of those that it replaces, in any edition. Two queries."""
    older = _replaced_by(figures)
    rows = PublishedNumber.objects.filter(
        audience=audience, figure_key__in=older, shown=PublishedNumber.Shown.AS_IS
    )
    found: dict[str, list[type_told]] = defaultdict(list)
    for row in rows.order_by("pk"):
        found[older[row.figure_key]].append((row.numerator, row.denominator, row.value))
    return found


def _replaced_by(figures: Collection[Figure]) -> dict[str, str]:
    """Public id of a figure or one that it replaces, however far back → the figure's."""
    wanted = {figure.pk: figure.public_id for figure in figures}
    phases = {figure.phase_id for figure in figures}
    rows = Figure.objects.filter(phase_id__in=phases).values_list("pk", "public_id", "replaces_id")
    known = {pk: (public_id, replaces) for pk, public_id, replaces in rows}
    found: dict[str, str] = {}
    for pk, newest in wanted.items():
        at: int | None = pk
        while at is not None and at in known:
            public_id, at = known[at]
            found[public_id] = newest
    return found


def _published(
    figure: Figure, place: dict[str, str], before: list[type_told], at: datetime
) -> PublishedNumber:
    count = count_of(figure)
    decided = release_after(count, before)
    number = PublishedNumber(
        **place,
        phase_id=figure.phase_id,
        figure_key=figure.public_id,
        exemption=count.exemption[:300],
        released_at=at,
    )
    if decided.withheld:
        number.shown, number.text = PublishedNumber.Shown.WITHHELD, str(decided.instead)
        return number
    number.shown, number.text = PublishedNumber.Shown.AS_IS, figure_text(figure)
    number.value, number.numerator, number.denominator = figure.value, figure.numerator, figure.denominator
    return number
