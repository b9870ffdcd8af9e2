"""Pictures in a page: SVG from `charts`, drawn in the municipality's colour by the stylesheet."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from stillads.charts import forecast as forecasts
from stillads.charts import hundred_day_line as lines
from stillads.charts import rating as ratings

from .marks import perspective_word
from .markup import EMPTY


def hundred_day_line(line: lines.HundredDayLine, *, size: str = "page") -> SafeString:
    """The 100-day line. A phone gets its own drawing of the `page` size."""
    if size != "page":
        return _safe(lines.draw(line, size=size))
    return format_html(
        '<div class="line-picture"><div class="only-wide">{}</div><div class="only-narrow">{}</div></div>',
        _safe(lines.draw(line, size="page")),
        _safe(lines.draw(line, size="narrow")),
    )


def rating(perspective: str, value: int | None, *, label: str = "") -> SafeString:
    """How one perspective is rated: -2 … 2, or None where nobody has rated."""
    return _safe(ratings.draw(perspective, value, label=label or perspective_word(perspective)))


def forecast(comparison: forecasts.Forecast) -> SafeString:
    """Before, predicted and measured as bars."""
    return _safe(forecasts.draw(comparison))


def picture(content: str, *, caption: str = "", source: str = "") -> SafeString:
    """A figure with the sentence that the picture says, and where its numbers come from."""
    said = format_html("{}", caption)
    if source:
        said = format_html('{} <span class="source">{}</span>', caption, source)
    under = format_html("<figcaption>{}</figcaption>", said) if said else EMPTY
    return format_html('<figure class="picture">{}{}</figure>', content, under)


def timer(minutes: int) -> SafeString:
    """The meeting's clock: counts down, then counts what is over; only where scripts run."""
    if minutes < 1:
        raise ValueError(f"timer: {minutes} minutes")
    return format_html(
        '<div class="timer needs-script" data-timer="{}">'
        '<span class="timer-face" role="timer" data-timer-face>{}:00</span>'
        '<button type="button" class="button button-secondary" data-timer-toggle aria-pressed="false">'
        "{}</button></div>",
        minutes * 60,
        minutes,
        _("Start or pause"),
    )


def _safe(drawn: str) -> SafeString:
    return mark_safe(drawn)  # noqa: S308  (charts escape every text they are given)
