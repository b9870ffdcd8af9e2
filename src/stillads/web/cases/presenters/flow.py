"""The playbook's flow as a picture and as a list: the new way, and the old one beside it."""

from dataclasses import dataclass
from itertools import pairwise

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.charts.flow import FlowStep, FlowWay, draw
from stillads.playbooks.kinds.case import Case, Deadline, OldStep, Step


@dataclass(frozen=True, slots=True)
class Drawn:
    """`new` and `old` as SVG (`old` empty where the playbook says nothing of it), and the same in words."""

    new: SafeString
    old: SafeString | None
    said: list[str]
    old_said: list[str]
    sentence: str


def drawn_flow(flow: Case, here: str = "") -> Drawn:
    """The flow; `here` is the key of the step at which a case is now."""
    places = {step.key: at for at, step in enumerate(flow.steps)}
    ends = {end.key: end.title for end in flow.outcomes}
    steps = [_step(step, places, ends, here) for step in flow.steps]
    old = [FlowStep(step.title, _old_under(step), _onward(at, flow)) for at, step in enumerate(flow.old_way)]
    return Drawn(
        new=_picture(steps, _("The new way: %(title)s") % {"title": flow.title}),
        old=_picture(old, _("The old way")) if old else None,
        said=[_sentence(step) for step in steps],
        old_said=[_sentence(step) for step in old],
        sentence=_compared(flow),
    )


def _step(step: Step, places: dict[str, int], ends: dict[str, str], here: str) -> FlowStep:
    ways = tuple(
        FlowWay(way.text, places[way.to])
        if way.to in places
        else FlowWay(_("ends: %(outcome)s") % {"outcome": ends[way.to]})
        for way in step.ways
    )
    under = " · ".join(filter(None, (step.role, deadline_text(step.deadline))))
    return FlowStep(step.title, under, ways, _("The case is here now") if step.key == here else "")


def deadline_text(deadline: Deadline | None) -> str:
    """`inden for 5 hverdage`; empty where there is none."""
    if deadline is None:
        return ""
    if deadline.days == 0:
        return _("the same day")
    days = {"n": deadline.days}
    if deadline.working:
        return ngettext("within %(n)d working day", "within %(n)d working days", deadline.days) % days
    return ngettext("within %(n)d day", "within %(n)d days", deadline.days) % days


def _old_under(step: OldStep) -> str:
    if step.days is None:
        return step.role
    days = ngettext("%(n)d day", "%(n)d days", step.days) % {"n": step.days}
    return f"{step.role} · {days}"


def _onward(at: int, flow: Case) -> tuple[FlowWay, ...]:
    return (FlowWay("", at + 1),) if at + 1 < len(flow.old_way) else ()


def _picture(steps: list[FlowStep], title: str) -> SafeString:
    said = " ".join(_sentence(step) for step in steps)
    return mark_safe(draw(steps, title=title, description=said))  # noqa: S308  (our own drawing, escaped there)


def _sentence(step: FlowStep) -> str:
    ways = ", ".join(way.text for way in step.ways if way.text)
    return f"{step.title} ({step.under}){': ' + ways if ways else ''}."


def _compared(flow: Case) -> str:
    """How many hands the new way goes through, and the old one did."""
    new = _changes([step.role for step in flow.steps])
    said = ngettext("%(n)d hand-over", "%(n)d hand-overs", new) % {"n": new}
    if not flow.old_way:
        return _("%(steps)d steps, %(handovers)s.") % {"steps": len(flow.steps), "handovers": said}
    old = _changes([step.role for step in flow.old_way])
    return _(
        "The new way has %(steps)d steps and %(handovers)s; the old one had %(old_steps)d and %(old)s."
    ) % {
        "steps": len(flow.steps),
        "handovers": said,
        "old_steps": len(flow.old_way),
        "old": ngettext("%(n)d hand-over", "%(n)d hand-overs", old) % {"n": old},
    }


def _changes(roles: list[str]) -> int:
    return sum(one != other for one, other in pairwise(roles))
