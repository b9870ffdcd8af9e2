"""What the 100-day line says in words: a title and what there is beside it."""

from datetime import date

from stillads.kernel.dates import day_number, format_date, format_span, format_week, format_weekday
from stillads.kernel.language import gettext as _
from stillads.kernel.language import ngettext

from .line_data import HundredDayLine


def sentence(line: HundredDayLine) -> tuple[str, str]:
    """Title (“Dag 40 af 120.”) and description (span, windows, evaluation, marks)."""
    return _title(line), " ".join(part for part in _parts(line) if part)


def _title(line: HundredDayLine) -> str:
    today = line.today
    if today is None:
        return ngettext("%(n)d day, %(span)s", "%(n)d days, %(span)s", line.days) % {
            "n": line.days,
            "span": format_span(line.start, line.end),
        }
    if today < line.start:
        return _before(line, today)
    if today <= line.end:
        return _("Day %(day)d of %(days)d") % {"day": day_number(line.start, today), "days": line.days}
    return _("All %(days)d days are over") % {"days": line.days}


def _before(line: HundredDayLine, today: date) -> str:
    left = (line.start - today).days
    said = ngettext("Begins tomorrow, %(day)s", "Begins in %(n)d days, %(day)s", left)
    return said % {"n": left, "day": format_weekday(line.start)}


def _parts(line: HundredDayLine) -> list[str]:
    parts = [_("Runs %(span)s.") % {"span": format_span(line.start, line.end)}]
    if line.baseline_start and line.baseline_start < line.start:
        parts.append(_("Measured before from %(date)s.") % {"date": format_date(line.baseline_start)})
    parts.extend(f"{window.label}: {format_week(window.first)}." for window in line.windows)
    if line.evaluation:
        parts.append(_("Evaluated on %(date)s.") % {"date": format_date(line.evaluation)})
    parts.extend(f"{format_date(mark.day, year=False)}: {mark.label}." for mark in line.marks)
    return parts
