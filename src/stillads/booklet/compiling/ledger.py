"""The small economy of a trial as a table."""

from stillads.documents.elements import Table
from stillads.evaluation.models import LedgerLine
from stillads.kernel.language import gettext as _
from stillads.kernel.numbers import format_number

from ..queries.content import PhaseContent


def ledger_of(content: PhaseContent) -> Table | None:
    """Who gains and who pays, line by line; None where the ledger is empty."""
    if not content.ledger:
        return None
    return Table(
        caption=_("Who gains, and who pays"),
        header=(_("What"), _("Amount"), _("How often"), _("Who"), _("How we know")),
        rows=tuple(_row(line) for line in content.ledger),
        numeric=(1,),
    )


def _row(line: LedgerLine) -> tuple[str, ...]:
    units = {LedgerLine.Kind.HOURS: _("hours"), LedgerLine.Kind.KRONER: _("kr.")}
    rhythms = {
        LedgerLine.Rhythm.ONCE: _("once"),
        LedgerLine.Rhythm.WEEKLY: _("every week"),
        LedgerLine.Rhythm.MONTHLY: _("every month"),
        LedgerLine.Rhythm.YEARLY: _("every year"),
    }
    sign = "+" if line.amount > 0 else ""
    amount = f"{sign}{format_number(line.amount)} {units[LedgerLine.Kind(line.kind)]}"
    known = " · ".join(
        part
        for part in (
            line.method,
            _("estimate") if line.estimate else "",
            _("constructed") if line.constructed else "",
        )
        if part
    )
    return line.what, amount, rhythms[LedgerLine.Rhythm(line.rhythm)], line.who, known
