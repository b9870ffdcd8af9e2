"""The small economy: lines and honest sums."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from stillads.analysis.words import amount as amount_text

from ..models import LedgerLine
from ..words import KINDS, RHYTHMS
from .types import KeptView, LineView, SumView


def line_view(row: LedgerLine, kept: tuple[KeptView, ...]) -> LineView:
    """One line with its words."""
    return LineView(
        id=row.public_id,
        what=row.what,
        kind=row.kind,
        amount=row.amount,
        amount_text=amount_text(row.amount, str(KINDS[row.kind]), signed=True),
        rhythm=row.rhythm,
        rhythm_word=str(RHYTHMS[row.rhythm]),
        who=row.who,
        method=row.method,
        estimate=row.estimate,
        constructed=row.constructed,
        version=row.version,
        kept=kept,
    )


def sums_of(lines: Sequence[LineView]) -> tuple[SumView, ...]:
    """One sum for each kind and rhythm: hours and kroner, once and running, are never added together.

    A week's hours are not turned into a year's either: nobody has counted whether the year looks alike.
    """
    order = [(kind, rhythm) for kind in KINDS for rhythm in RHYTHMS]
    groups = {place: [line for line in lines if (line.kind, line.rhythm) == place] for place in order}
    return tuple(_sum(kind, rhythm, groups[kind, rhythm]) for kind, rhythm in order if groups[kind, rhythm])


def _sum(kind: str, rhythm: str, lines: Sequence[LineView]) -> SumView:
    gained = _total(line.amount for line in lines if line.amount > 0)
    spent = -_total(line.amount for line in lines if line.amount < 0)
    net = gained - spent
    words = f"{amount_text(net, str(KINDS[kind]), signed=True)} {RHYTHMS[rhythm]}"
    estimate = any(line.estimate for line in lines)
    return SumView(kind, rhythm, gained, spent, net, words, len(lines), estimate)


def _total(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))
