"""A chart in words: how the figure moved since day 1, whether that is more than chance, and on how much it stands."""

from stillads.analysis.spc import Chart
from stillads.charts.figures import said
from stillads.kernel.language import gettext as _

from .levels import counted, impossible, level, present
from .signals import FEWEST_BEFORE, FEWEST_USEFUL, Judgement, judge
from .topic import Sampling, Topic, Wish, subject
from .words import amount, capital, joined, number_word, periods, rounded

_PERHAPS_THE_SAME = {Sampling.SAME_FEW, Sampling.UNKNOWN}  # limits assume that each counts once
type_levels = tuple[float | None, float | None]


def change(frozen: Chart, topic: Topic, *, before: int, levels: type_levels | None = None) -> str:
    """The sentences for a chart of one phase whose lines come from its first `before` points (`freeze=before`).

    No figures, one, or all of them equal are said as that. Nothing is said about chance from fewer than ten useful
    points, without enough points from before, or from one person's estimate. `levels`: the level before day 1 and
    since, where the measure itself knows it better than its points do (a share of all is not the mean of the weeks'
    shares).
    """
    there = present(frozen.points)
    if not there:
        return _nothing(frozen, topic)
    if wrong := impossible(frozen):
        return _("The numbers do not fit each other in %(periods)s: a part is greater than its whole.") % {
            "periods": periods(wrong, topic.period)
        }
    if len(there) == 1:
        only = amount(there[0].value or 0.0, topic.unit)
        return _("There is only one figure so far: %(value)s.") % {"value": only}
    if len({point.value for point in there}) == 1:
        same = {
            "periods": periods(len(there), topic.period),
            "value": amount(there[0].value or 0.0, topic.unit),
        }
        return joined((_("The figure is the same in %(periods)s: %(value)s.") % same, _base(frozen, topic)))
    earlier, since = levels or (level(frozen, frozen.points[:before]), level(frozen, frozen.points[before:]))
    return joined(
        (_moved(earlier, since, frozen, topic, before), _missing(frozen, topic), _base(frozen, topic))
    )


def _nothing(frozen: Chart, topic: Topic) -> str:
    if not frozen.points:
        return _("Nothing has been registered yet.")
    asked = periods(len(frozen.points), topic.period)
    return _("There are no figures in %(periods)s.") % {"periods": asked}


def _moved(earlier: float | None, since: float | None, frozen: Chart, topic: Topic, before: int) -> str:
    what = subject(topic.what)
    if since is None:
        return _("%(what)s was %(value)s before day 1. There are no figures since.") % {
            "what": what, "value": amount(earlier or 0.0, topic.unit),
        }  # fmt: skip
    if earlier is None:
        now = {"what": what, "value": amount(since, topic.unit)}
        return _("%(what)s is %(value)s. There are no figures from before day 1 to compare with.") % now
    if rounded(earlier, topic.unit) == rounded(since, topic.unit):
        same = {"what": what, "value": amount(since, topic.unit)}
        return _("%(what)s is the same before and since day 1: %(value)s.") % same
    rise = since > earlier
    text = (
        _("%(what)s rose from %(from)s to %(to)s.") if rise else _("%(what)s fell from %(from)s to %(to)s.")
    )
    bare = topic.unit if topic.unit == "%" else ""
    moved = text % {"what": what, "from": amount(earlier, bare), "to": amount(since, topic.unit)}
    return joined((moved, _wrong_way(topic, rise=rise), _chance(frozen, topic, before, rise=rise)))


def _wrong_way(topic: Topic, *, rise: bool) -> str:
    unwished = topic.wish is (Wish.LESS if rise else Wish.MORE)
    return _("That is the opposite of what the trial wants.") if unwished else ""


def _chance(frozen: Chart, topic: Topic, before: int, *, rise: bool) -> str:
    """What may be said about chance."""
    if topic.sampling is Sampling.ESTIMATE:
        return _("The numbers are one person's estimate, and nothing can be said about chance.")
    found = judge(frozen, before, 1 if rise else -1, independent=topic.sampling not in _PERHAPS_THE_SAME)
    if found.useful < FEWEST_USEFUL:
        return _few(found.useful, topic)
    earlier = len(present(frozen.points[:before]))
    if earlier < FEWEST_BEFORE:
        return _(
            "There are figures from only %(periods)s before day 1. That is too little to measure chance by."
        ) % {"periods": periods(earlier, topic.period)}
    return _verdict(found, rise=rise) % {"periods": _preceding(earlier, topic.period)}


def _few(useful: int, topic: Topic) -> str:
    if not useful:
        return _("Too few of the figures can be used to say whether that is more than chance.")
    usable = {"periods": periods(useful, topic.period)}
    return _("Only %(periods)s can be used. That is too few to say whether it is more than chance.") % usable


def _preceding(n: int, period: str) -> str:
    return {
        "day": _("the %(n)s days before"),
        "week": _("the %(n)s weeks before"),
        "month": _("the %(n)s months before"),
    }[period] % {"n": number_word(n)}


def _verdict(found: Judgement, *, rise: bool) -> str:
    if found.drifting:
        return _(
            "The figures had moved before day 1 already, so it cannot be said that the change follows the trial."
        )
    if found.shifted:
        if rise:
            return _("The rise is greater than the chance variation in %(periods)s.")
        return _("The fall is greater than the chance variation in %(periods)s.")
    if found.outside:
        if rise:
            return _("One period lies above what chance explains, but the rest do not show a lasting rise.")
        return _("One period lies below what chance explains, but the rest do not show a lasting fall.")
    if found.other:
        return _("The figures vary more than chance explains, but not so that it follows day 1.")
    if rise:
        return _("The rise may be chance: it is no greater than the variation in %(periods)s.")
    return _("The fall may be chance: it is no greater than the variation in %(periods)s.")


def _missing(frozen: Chart, topic: Topic) -> str:
    gone = sum(1 for point in frozen.points if point.value is None and point.included)
    if not gone:
        return ""
    return capital(_("%(periods)s without figures.") % {"periods": periods(gone, topic.period)})


def _base(frozen: Chart, topic: Topic) -> str:
    if not topic.counted or topic.sampling is Sampling.ESTIMATE:
        return ""
    all_of_them = _("%(n)s %(things)s in all.") % {"n": said(counted(frozen)), "things": topic.counted}
    few = _same_few() if topic.sampling is Sampling.SAME_FEW else ""
    return joined((all_of_them, few))


def _same_few() -> str:
    return _("Many of them come from the same few people, so that one person's change can move the figure.")
