"""What a measure stands on, in words: how much, compared with what, and what could not be used."""

from decimal import Decimal

from stillads.charts.figures import said
from stillads.kernel.dates import format_span
from stillads.kernel.language import gettext as _
from stillads.kernel.language import ngettext

from ..measures import Baseline, MeasureResult, Point, Unused, Why
from ..measures.results import SHARES
from ..sentences.words import amount, joined
from .around import Around


def basis(result: MeasureResult) -> str:
    """How many registrations it stands on, and how many of them are from before day 1."""
    since, base = result.whole.whole, result.baseline
    if since.withheld:
        return ""
    mine = base.point if base.kind in {"own", "window"} else None
    before = mine.used if mine is not None and mine.period.part == "baseline" else 0
    if not since.used + before:
        return ""
    many = _things(since.used + before, result)
    if not before:
        return _("It stands on %(many)s.") % {"many": many}
    return _("It stands on %(many)s, %(before)s of them from before day 1.") % {
        "many": many, "before": said(before),
    }  # fmt: skip


def _things(many: int, result: MeasureResult) -> str:
    if result.measure.how == "balance":
        text = ngettext("%(n)s account", "%(n)s accounts", many)
    elif result.measure.how == "answered":
        text = ngettext("%(n)s who was asked", "%(n)s who were asked", many)
    else:
        text = ngettext("%(n)s registration", "%(n)s registrations", many)
    return text % {"n": said(many)}


def compared_with(result: MeasureResult, around: Around) -> str:
    """What it is compared with, as the playbook has it, with the figure and its days."""
    base = result.baseline
    if base.kind == "none":
        return _("The playbook compares it with nothing from before.")
    texts = {
        "own": _("Compared with the time before day 1"),
        "window": _("Compared with “%(name)s”"),
        "series": _("Compared with “%(name)s” from before day 1"),
        "last_year": _("Compared with the same days last year"),
        "comparison_sites": _("Compared with sites that do not try it out"),
    }
    text = texts[base.kind] % {"name": around.titles.get(base.source, base.source)}
    if base.point is None or base.point.value is None:
        return _("%(compared)s, but from there are no figures.") % {"compared": text}
    return f"{text}: {_figure(base, base.point, result)}."


def _figure(base: Baseline, point: Point, result: MeasureResult) -> str:
    unit = base.unit or result.measure.unit
    days = format_span(point.period.first, min(point.period.last, result.until))
    shown = amount(float(point.value or Decimal(0)), unit)
    if result.measure.how in SHARES and point.numerator is not None and point.denominator is not None:
        of = _("%(n)s of %(all)s") % {
            "n": said(float(point.numerator)),
            "all": said(float(point.denominator)),
        }
        shown = f"{shown} ({of})"
    return f"{shown}, {days}"


def so_far(result: MeasureResult) -> str:
    """The figure of the trial's days: `41 % (53 af 130)`; empty where there is none."""
    point = result.whole.whole
    if point.value is None:
        return ""
    shown = amount(float(point.value), result.measure.unit)
    if result.measure.how in SHARES and point.numerator is not None and point.denominator is not None:
        of = _("%(n)s of %(all)s") % {
            "n": said(float(point.numerator)),
            "all": said(float(point.denominator)),
        }
        return f"{shown} ({of})"
    return shown


def not_used(unused: Unused) -> str:
    """What could not be used, and how many; empty where everything could."""
    counted = (
        (unused.missing, _("%(n)s lack the answer")),
        (unused.unended, _("%(n)s have not come to their end")),
        (unused.late, _("%(n)s came in too late")),
        (unused.voided, _("%(n)s were taken back or corrected")),
        (unused.impossible, _("%(n)s end before they begin")),
        (unused.no_exposure, _("%(n)s are from a site where it is not known how many there are")),
    )
    parts = [text % {"n": said(many)} for many, text in counted if many]
    if not parts:
        return ""
    return _("Not used: %(parts)s.") % {"parts": "; ".join(parts)}


def held_back(result: MeasureResult) -> str:
    """Anonymous answers: that something is not shown, and why."""
    if result.whole.whole.withheld:
        return _("The answers are anonymous, and so few have answered that they are not shown.")
    hidden = sum(1 for point in result.whole.points if point.why is Why.TOO_FEW)
    if not hidden:
        return ""
    text = ngettext(
        "%(n)s period is not shown: the answers are anonymous, and there are too few.",
        "%(n)s periods are not shown: the answers are anonymous, and there are too few.",
        hidden,
    )
    return text % {"n": said(hidden)}


def foundation(result: MeasureResult, around: Around) -> str:
    """All of it, one sentence after the other."""
    return joined((basis(result), compared_with(result, around), not_used(result.unused)))
