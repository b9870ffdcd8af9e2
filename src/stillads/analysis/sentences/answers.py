"""Answers on a scale in words: how many took which side, how many stand in the middle, how many do not know."""

from stillads.charts.figures import said
from stillads.charts.likert_data import Answers, LikertChart
from stillads.kernel.language import gettext as _

from .words import FEW, amount, joined, part_of


def answers(row: Answers, chart: LikertChart) -> str:
    """The sentences for one question: the positive and the negative half of its scale."""
    n = row.n
    unknown = _unknown(row, chart)
    if not n:
        return joined((_("Nobody has answered yet.") if not unknown else _("Nobody took a stand."), unknown))
    half = len(row.counts) // 2
    positive, negative = (sum(max(0, count) for count in part) for part in _halves(row, half))
    middle = n - positive - negative
    if middle == n:
        sides = (
            _("All %(n)s stand in the middle.") % {"n": said(n)}
            if n > 1
            else _("The one answer is in the middle.")
        )
    else:
        sides = joined((_side(positive, n, chart, top=True), _side(negative, n, chart, top=False)))
        sides = joined((sides, _middle(middle)))
    return joined((sides, unknown, _few(n)))


def _halves(row: Answers, half: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return (row.counts[len(row.counts) - half :], row.counts[:half]) if half else ((), ())


def _side(count: int, n: int, chart: LikertChart, *, top: bool) -> str:
    half = len(chart.steps) // 2
    steps = chart.steps[len(chart.steps) - half :] if top else chart.steps[:half]
    words = {"share": _share(count, n), "steps": _either(steps)}
    return _("%(share)s answered %(steps)s.") % words


def _share(count: int, n: int) -> str:
    if not count:
        return _("Nobody")
    if n < FEW:
        return part_of(count, n)
    return f"{part_of(count, n)} ({amount(100 * count / n, '%')})"


def _either(steps: tuple[str, ...]) -> str:
    """`enig eller meget enig`."""
    names = [_("“%(answer)s”") % {"answer": step} for step in steps]
    if len(names) == 1:
        return names[0]
    return _("%(names)s or %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


def _middle(count: int) -> str:
    return _("%(n)s stand in the middle.") % {"n": said(count)} if count else ""


def _unknown(row: Answers, chart: LikertChart) -> str:
    if row.unknown <= 0 or not chart.unknown:
        return ""
    return _("Besides them %(n)s answered “%(word)s”.") % {"n": said(row.unknown), "word": chart.unknown}


def _few(n: int) -> str:
    return _("So few answers say something about these people only.") if n < FEW else ""
