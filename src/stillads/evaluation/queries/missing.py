"""What an evaluation still lacks before it can be handed in."""

from collections import defaultdict
from collections.abc import Collection

from django.utils.translation import gettext as _

from stillads.documents.blocks import parse_body

from ..models import Box, Finding, Rating, RecommendationPart, TextField
from ..words import PERSPECTIVES, SIDES, TEXTS
from .types import Missing

NEEDED_TEXTS = ("assessment", "impression")


def missing_of(ids: Collection[int]) -> dict[int, tuple[Missing, ...]]:
    """Evaluation (by number) → what it lacks, in the order of the page. Five queries for all of them."""
    found: dict[int, list[Missing]] = {pk: [] for pk in ids}
    _boxes(found)
    _texts(found)
    _parts(found)
    _ratings(found)
    return {pk: tuple(parts) for pk, parts in found.items()}


def _boxes(found: dict[int, list[Missing]]) -> None:
    filled: dict[int, set[tuple[str, str]]] = defaultdict(set)
    rows = Finding.objects.filter(evaluation_id__in=found, removed_at__isnull=True)
    for pk, side, perspective in rows.values_list("evaluation_id", "side", "perspective").distinct():
        filled[pk].add((side, perspective))
    empty = Box.objects.filter(evaluation_id__in=found, state=Box.State.OPEN).order_by("pk")
    for box in empty:
        if (box.side, box.perspective) in filled[box.evaluation_id]:
            continue
        sentence = _("%(side)s, %(perspective)s: write findings, or why there are none.") % {
            "side": SIDES[box.side],
            "perspective": PERSPECTIVES[box.perspective],
        }
        found[box.evaluation_id].append(Missing(f"felt-{box.side}-{box.perspective}", sentence))


def _texts(found: dict[int, list[Missing]]) -> None:
    rows = TextField.objects.filter(evaluation_id__in=found, key__in=NEEDED_TEXTS).order_by("pk")
    for row in rows:
        if parse_body(row.body).is_empty():
            sentence = _("%(text)s: nothing is written yet.") % {"text": str(TEXTS[row.key]).rstrip("?")}
            found[row.evaluation_id].append(Missing(f"tekst-{row.key}", sentence))


def _parts(found: dict[int, list[Missing]]) -> None:
    having = RecommendationPart.objects.filter(evaluation_id__in=found, removed_at__isnull=True)
    for pk in set(found) - set(having.values_list("evaluation_id", flat=True)):
        found[pk].append(Missing("anbefaling", _("Recommendation: there is no part yet.")))


def _ratings(found: dict[int, list[Missing]]) -> None:
    rows = Rating.objects.filter(evaluation_id__in=found, saved_at__isnull=True).order_by("pk")
    for row in rows:
        sentence = _("Rating, %(perspective)s: choose a step, or “not rated”.") % {
            "perspective": PERSPECTIVES[row.perspective]
        }
        found[row.evaluation_id].append(Missing(f"vurdering-{row.perspective}", sentence))
