"""A last day in words: `Forfalden i går`, `Frist i dag`, `Frist 20. maj, om 6 dage`."""

from datetime import date

from django.utils.translation import gettext as _

from stillads.kernel.dates import format_date, relative_day

type_tag = tuple[str, str]
"""Words and the tone of the tag that holds them."""


def due_tag(due: date | None, today: date) -> type_tag | None:
    """None where nothing is due. The tones are those of `{% tag %}`."""
    if due is None:
        return None
    near = relative_day(due, today)
    if due < today:
        return _("Was due %(when)s") % {"when": near}, "bad"
    if due == today:
        return _("Due today"), "warning"
    day = format_date(due, year=due.year != today.year)
    return _("Due %(day)s, %(when)s") % {"day": day, "when": near}, "plain"
