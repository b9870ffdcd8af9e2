"""Ranked counts in words: how many it takes to reach most of it."""

from stillads.charts.figures import said
from stillads.charts.pareto import Pareto
from stillads.kernel.language import gettext as _
from stillads.kernel.language import ngettext

from .words import amount, joined

MOST = 0.5


def few(chart: Pareto, who: str) -> str:
    """How many of all (`who`: their plural, “borgere”) stand behind at least half of what was counted.

    Those who were counted with nought are among them.
    """
    ranked, things = chart.ranked, chart.unit
    if not ranked:
        return _("Nothing has been counted yet.")
    if len(ranked) == 1:
        return _("All %(n)s %(things)s come from one.") % {"n": said(chart.total), "things": things}
    together, needed = 0.0, 0
    for share in ranked:
        together, needed = together + share.count, needed + 1
        if together >= MOST * chart.total:
            break
    all_of_them = _("%(n)s %(things)s in all.") % {"n": said(chart.total), "things": things}
    return joined((_concentration(chart, needed, together, who), all_of_them))


def _concentration(chart: Pareto, needed: int, together: float, who: str) -> str:
    everybody = len(chart.shares)
    if 3 * needed > everybody:
        return _("It is spread over many: it takes %(n)s of %(all)s %(who)s to reach half.") % {
            "n": said(needed), "all": said(everybody), "who": who,
        }  # fmt: skip
    text = ngettext(
        "%(n)s of %(all)s %(who)s stands behind %(share)s of all %(things)s.",
        "%(n)s of %(all)s %(who)s stand behind %(share)s of all %(things)s.",
        needed,
    )
    share = amount(100 * together / chart.total, "%")
    return text % {
        "n": said(needed),
        "all": said(everybody),
        "who": who,
        "share": share,
        "things": chart.unit,
    }
