"""What was found in a booklet that is about to be read in."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.booklet.importing.plan import TrialPlan, plan_import
from stillads.booklet.reading import Reading


@dataclass(frozen=True, slots=True)
class FoundTrial:
    """One trial as it will be stored."""

    number: int
    title: str
    tested_at: str
    findings: int
    parts: int
    not_stated: int


@dataclass(frozen=True, slots=True)
class FoundBooklet:
    """The page's content. `unplaced`: (line, text) of what a person should look at."""

    source: str
    answer: str
    trials: list[FoundTrial]
    foreword_words: int
    unplaced: list[tuple[int, str]]
    routine: str


def present(reading: Reading, source: str) -> FoundBooklet:
    """What the page shows. Raises RuleError where a text seems to hold a CPR number."""
    plan = plan_import(reading)
    routine = len(reading.unplaced) - len(reading.not_placed)
    count = len(plan.trials)
    return FoundBooklet(
        source=source,
        answer=ngettext("One trial was found.", "%(n)d trials were found.", count) % {"n": count},
        trials=[_trial(trial) for trial in plan.trials],
        foreword_words=len(reading.foreword.split()),
        unplaced=[(one.line, one.text) for one in reading.not_placed],
        routine=_("Besides, %(n)d lines are headings, links back and page numbers.") % {"n": routine},
    )


def _trial(trial: TrialPlan) -> FoundTrial:
    return FoundTrial(
        number=trial.number,
        title=trial.title,
        tested_at=trial.tested_at,
        findings=trial.findings,
        parts=len(trial.parts),
        not_stated=sum(not box.findings for box in trial.boxes.values()),
    )
