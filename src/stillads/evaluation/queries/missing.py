"""What an evaluation still lacks before it can be handed in."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from django.utils.translation import gettext as _

from stillads.documents.blocks import parse_body

from ..models import Box, Finding, Rating, RecommendationPart, TextField
from ..words import PERSPECTIVES, SIDES, TEXTS
from .types import Missing

NEEDED_TEXTS = ("assessment", "impression")


def missing_of(ids: Collection[int]) -> dict[int, tuple[Missing, ...]]:
    """Evaluation (by number) → what it lacks, in the order of the page. Five queries for all of them."""
    filled: dict[int, set[tuple[str, str]]] = defaultdict(set)
    findings = Finding.objects.filter(evaluation_id__in=ids, removed_at__isnull=True)
    for pk, side, perspective in findings.values_list("evaluation_id", "side", "perspective").distinct():
        filled[pk].add((side, perspective))
    boxes: dict[int, list[Box]] = defaultdict(list)
    for box in Box.objects.filter(evaluation_id__in=ids).order_by("pk"):
        boxes[box.evaluation_id].append(box)
    texts: dict[int, list[TextField]] = defaultdict(list)
    for text in TextField.objects.filter(evaluation_id__in=ids, key__in=NEEDED_TEXTS).order_by("pk"):
        texts[text.evaluation_id].append(text)
    ratings: dict[int, list[Rating]] = defaultdict(list)
    for rating in Rating.objects.filter(evaluation_id__in=ids).order_by("pk"):
        ratings[rating.evaluation_id].append(rating)
    parts = RecommendationPart.objects.filter(evaluation_id__in=ids, removed_at__isnull=True)
    having = set(parts.values_list("evaluation_id", flat=True))
    return {pk: missing_in(boxes[pk], filled[pk], texts[pk], ratings[pk], pk in having) for pk in ids}


def missing_in(
    boxes: Iterable[Box],
    filled: Collection[tuple[str, str]],
    texts: Iterable[TextField],
    ratings: Iterable[Rating],
    has_part: bool,
) -> tuple[Missing, ...]:
    """What these rows of one evaluation lack; `filled`: side and perspective of the boxes with findings."""
    found = [*_boxes(boxes, filled), *_texts(texts)]
    if not has_part:
        found.append(Missing("anbefaling", _("Recommendation: there is no part yet.")))
    return (*found, *_ratings(ratings))


def _boxes(boxes: Iterable[Box], filled: Collection[tuple[str, str]]) -> Iterator[Missing]:
    for box in boxes:
        if box.state != Box.State.OPEN or (box.side, box.perspective) in filled:
            continue
        sentence = _("%(side)s, %(perspective)s: write findings, or why there are none.") % {
            "side": SIDES[box.side],
            "perspective": PERSPECTIVES[box.perspective],
        }
        yield Missing(f"felt-{box.side}-{box.perspective}", sentence)


def _texts(texts: Iterable[TextField]) -> Iterator[Missing]:
    for row in texts:
        if row.key in NEEDED_TEXTS and parse_body(row.body).is_empty():
            sentence = _("%(text)s: nothing is written yet.") % {"text": str(TEXTS[row.key]).rstrip("?")}
            yield Missing(f"tekst-{row.key}", sentence)


def _ratings(ratings: Iterable[Rating]) -> Iterator[Missing]:
    for row in ratings:
        if row.saved_at is None:
            sentence = _("Rating, %(perspective)s: choose a step, or “not rated”.") % {
                "perspective": PERSPECTIVES[row.perspective]
            }
            yield Missing(f"vurdering-{row.perspective}", sentence)
