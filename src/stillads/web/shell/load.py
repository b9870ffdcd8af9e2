"""How much a unit is asked to register, in a sentence."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.capture.queries.load import Load


@dataclass(frozen=True, slots=True)
class LoadLine:
    """The sentence; `warns` where it is above the ceiling; what each trial asks."""

    said: str
    warns: bool
    trials: list[tuple[str, str]]


def load_line(load: Load) -> LoadLine | None:
    """None where nothing is asked for."""
    if not load.trials:
        return None
    minutes = max(1, round(load.minutes))
    said = ngettext(
        "All trials together ask %(n)d minute a week of each employee.",
        "All trials together ask %(n)d minutes a week of each employee.",
        minutes,
    ) % {"n": minutes}
    if load.over:
        said += " " + _("That is above the ceiling of %(ceiling)d. Talk about what can be left out.") % {
            "ceiling": load.ceiling
        }
    else:
        said += " " + _("The ceiling is %(ceiling)d.") % {"ceiling": load.ceiling}
    return LoadLine(said, load.over, [(title, _minutes(each)) for title, each in load.trials])


def _minutes(each: float) -> str:
    rounded = round(each)
    return _("%(n)d min.") % {"n": rounded} if rounded else _("less than a minute")
