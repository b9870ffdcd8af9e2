"""Flow times in words: how long it takes in the middle, and how much it varies."""

from stillads.charts.figures import drawable, said
from stillads.charts.flow_times import FEWEST, FlowTimes, StepTime
from stillads.kernel.language import gettext as _

from .words import amount, joined


def times(chart: FlowTimes) -> str:
    """The longest of the steps' middles, with its spread where enough went through it."""
    there = [step for step in chart.steps if drawable(step.median) is not None and step.n > 0]
    gone = [step.label for step in chart.steps if step not in there]
    if not there:
        return _("Nobody has been through a step yet.")
    longest = max(there, key=lambda step: step.median or 0.0)
    text = _only(longest, chart) if len(there) == 1 else _longest(longest, chart)
    lacking = _("Nobody has been through %(steps)s yet.") % {"steps": ", ".join(gone)} if gone else ""
    return joined((text, _spread(longest, chart), lacking))


def _only(step: StepTime, chart: FlowTimes) -> str:
    words = {"step": step.label, "time": amount(step.median or 0.0, chart.unit), "n": said(step.n)}
    return _("%(step)s takes %(time)s in the middle (%(n)s times).") % words


def _longest(step: StepTime, chart: FlowTimes) -> str:
    words = {"step": step.label, "time": amount(step.median or 0.0, chart.unit), "n": said(step.n)}
    return _("%(step)s takes longest: %(time)s in the middle (%(n)s times).") % words


def _spread(step: StepTime, chart: FlowTimes) -> str:
    low, high = drawable(step.quarter), drawable(step.three_quarters)
    if step.n < FEWEST:
        return _("So few say nothing about how much it varies.")
    if low is None or high is None:
        return ""
    if low == high:
        return _("Half of them take the same time.")
    words = {"low": amount(low, ""), "high": amount(high, chart.unit)}
    return _("Half of them lie between %(low)s and %(high)s.") % words
