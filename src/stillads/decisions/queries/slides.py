"""One trial on the projector: its question, its line, one sentence."""

from dataclasses import dataclass

from stillads.charts.hundred_day_line import HundredDayLine, Mark, Window
from stillads.documents.blocks import parse_body
from stillads.evaluation.models import TextField
from stillads.evaluation.words import TEXTS
from stillads.trials.models import Phase
from stillads.trials.tested_at import places_in


@dataclass(frozen=True, slots=True)
class Slide:
    """What stands on the wall. `sentence` is the evaluation's own, or empty; `label` its heading."""

    phase_public_id: str
    question: str
    sentence: str
    label: str
    tested_at: str
    line: HundredDayLine
    constructed: bool


def slide_of(phase_id: int) -> Slide:
    """The slide of a phase. Five queries."""
    phase = Phase.objects.select_related("trial").get(pk=phase_id)
    windows = tuple(Window(w.name, w.first_day, w.last_day) for w in phase.windows.all())
    notes = phase.log_entries.filter(removed_at__isnull=True).order_by("day", "pk")
    marks = tuple(Mark(entry.day, "note", "") for entry in notes)
    line = HundredDayLine(
        start=phase.start, end=phase.end, baseline_start=phase.baseline_start,
        evaluation=phase.evaluation_date, windows=windows, marks=marks,
    )  # fmt: skip
    sites = places_in(phase.tested_at_text) or ", ".join(
        phase.sites.order_by("unit__name_sort").values_list("unit__name", flat=True)
    )
    sentence, label = _sentence(phase.pk)
    return Slide(phase.public_id, phase.trial.question, sentence, label, sites, line, phase.trial.constructed)


def _sentence(phase_id: int) -> tuple[str, str]:
    """The first paragraph, and its heading, of what made the greatest impression, or else of the assessment."""
    rows = TextField.objects.filter(
        evaluation__phase_id=phase_id, key__in=[TextField.Key.IMPRESSION, TextField.Key.ASSESSMENT]
    )
    texts = {row.key: parse_body(row.body).plain_text().strip() for row in rows}
    for key in (TextField.Key.IMPRESSION, TextField.Key.ASSESSMENT):
        if texts.get(key):
            heading = str(TEXTS[key])
            return texts[key].split("\n")[0], heading if heading.endswith("?") else f"{heading}:"
    return "", ""
