"""One register in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from stillads.capture.queries.tapping import Tap, TapPage
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.dates import format_date
from stillads.playbooks.questions import Question

_FEW = 4


@dataclass(frozen=True, slots=True)
class TapView:
    """What the template places beside the form.

    few    at most four buttons: as large as the screen lets them
    day    the day the count is of, for the phone to compare
    mine   entry and words of my last ones
    """

    few: bool
    day: str
    mine: list[tuple[str, str]]
    required: str
    plain: bool


def tap_view(page: TapPage, day: date) -> TapView:
    """`plain`: what is asked can only be asked with the house within reach (a photo)."""
    questions = [item for item in page.items if isinstance(item, Question)]
    return TapView(
        few=len(page.buttons) <= _FEW,
        day=day.isoformat(),
        mine=[(tap.entry, _said(tap, day)) for tap in page.mine],
        required=" ".join(question.key for question in questions if question.required),
        plain=any(getattr(item, "kind", "") == "photo" for item in page.items),
    )


def _said(tap: Tap, day: date) -> str:
    clock = f"{tap.at.astimezone(COPENHAGEN):%H.%M}"
    if tap.day == day:
        return _("%(what)s at %(clock)s") % {"what": tap.text, "clock": clock}
    return _("%(what)s, %(day)s") % {"what": tap.text, "day": format_date(tap.day)}
