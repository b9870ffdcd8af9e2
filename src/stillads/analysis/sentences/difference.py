"""A share before and after, in words, with the uncertainty where one may be computed."""

from stillads.analysis.smallsample import Interval, newcombe
from stillads.charts.figures import said
from stillads.kernel.language import gettext as _

from .topic import Sampling, Topic, Wish, subject, why_no_interval
from .words import FEW, amount, joined, part_of

type_part = tuple[int, int]


def share_difference(before: type_part | None, after: type_part | None, topic: Topic) -> str:
    """The sentences for so many of so many, before and after. None: nobody has counted."""
    for part in (before, after):
        if part is not None and not 0 <= part[0] <= part[1]:
            wrong = {"n": said(part[0]), "all": said(part[1])}
            return _("The numbers do not fit each other: %(n)s of %(all)s. Look at what was counted.") % wrong
    if after is None or not after[1]:
        return joined((_("Nobody has answered or been counted since day 1."), _only(before, topic)))
    if before is None or not before[1]:
        return joined((_now(after, topic), _("There are no figures from before day 1 to compare with.")))
    return joined((_moved(before, after, topic), _uncertain(before, after, topic)))


def level(part: type_part) -> str:
    """`62 % (31 af 50)`, and `3 af 5` where few stand behind it."""
    if part[1] < FEW:
        return part_of(*part)
    return f"{amount(100 * part[0] / part[1], '%')} ({part_of(*part)})"


def _only(before: type_part | None, topic: Topic) -> str:
    if before is None or not before[1]:
        return ""
    was = {"what": subject(topic.what), "value": level(before)}
    return _("%(what)s was %(value)s before day 1.") % was


def _now(after: type_part, topic: Topic) -> str:
    return _("%(what)s is %(value)s.") % {"what": subject(topic.what), "value": level(after)}


def _moved(before: type_part, after: type_part, topic: Topic) -> str:
    # compared as whole numbers, so that equal shares are equal
    side = after[0] * before[1] - before[0] * after[1]
    words = {"what": subject(topic.what), "from": level(before), "to": level(after)}
    if not side:
        return _("%(what)s is the same: %(from)s before and %(to)s since.") % words
    text = (
        _("%(what)s rose from %(from)s to %(to)s.")
        if side > 0
        else _("%(what)s fell from %(from)s to %(to)s.")
    )
    unwished = topic.wish is (Wish.LESS if side > 0 else Wish.MORE)
    return joined((text % words, _("That is the opposite of what the trial wants.") if unwished else ""))


def _uncertain(before: type_part, after: type_part, topic: Topic) -> str:
    if topic.sampling is not Sampling.EACH_ONCE:
        return why_no_interval(topic.sampling)
    found = newcombe(before, after).interval
    between = _("With the uncertainty of so few, the change lies between %(low)s and %(high)s.") % {
        "low": _points(found.low), "high": _points(found.high),
    }  # fmt: skip
    return joined((between, _meaning(found)))


def _points(change: float) -> str:
    size = round(abs(change) * 100)
    if not size:
        return _("no change")
    text = _("a fall of %(n)s percentage points") if change < 0 else _("a rise of %(n)s percentage points")
    return text % {"n": said(size)}


def _meaning(found: Interval) -> str:
    if found.low <= 0 <= found.high:
        return _("It may be chance.")
    return ""
