"""The thread in words and addresses."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from stillads.charts import hundred_day_line
from stillads.kernel.dates import format_date
from stillads.overview.queries.thread import Thread, ThreadStep
from stillads.ui.components.marks import constructed

PLACES = {
    "idea": "ideas:idea",
    "trial": "trials:trial",
    "evaluation": "evaluation:page",
    "booklet": "booklet:newest",
    "meeting": "meeting:agenda",
    "decision": "decisions:round",
    "spread": "rollout:spread",
}


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """What the template places. `events` are (when, what, note) for the timeline."""

    answer: str
    question: str
    url: str
    line: SafeString | None
    narrow: SafeString | None
    events: list[tuple[str, SafeString, str]]
    planned: list[tuple[str, SafeString, str]]
    constructed: bool


def thread_page(thread: Thread, on: date) -> ThreadPage:
    """What has happened, and apart from it what is planned."""
    newest = thread.newest
    return ThreadPage(
        answer=newest.day_text(on) + "." if newest else _("No phase has been planned yet."),
        question=thread.question,
        url=reverse("trials:trial", args=[thread.trial_public_id]),
        line=mark_safe(hundred_day_line.draw(newest.line)) if newest else None,  # noqa: S308  (our own drawing)
        narrow=mark_safe(hundred_day_line.draw(newest.line, size="narrow")) if newest else None,  # noqa: S308
        events=[_event(step) for step in thread.steps if step.done],
        planned=[_event(step) for step in thread.steps if not step.done],
        constructed=thread.constructed,
    )


def _event(step: ThreadStep) -> tuple[str, SafeString, str]:
    url = reverse(PLACES[step.place], args=step.names)
    mark = format_html(" {}", constructed()) if step.constructed else ""
    return format_date(step.day), format_html('<a href="{}">{}</a>{}', url, step.text, mark), step.note
