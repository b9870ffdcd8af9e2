"""What importing a reading would make: shown on a dry run, carried out by the action."""

import hashlib
import json
from dataclasses import dataclass

from stillads.documents.blocks import Body
from stillads.documents.plain import from_plain
from stillads.kernel.cpr import check_no_cpr

from ..reading import Reading, TrialRead
from .boxes import BoxPlan, plan_box
from .front import FrontPlan, RoundDates, plan_front, round_dates
from .parts import PartPlan, plan_parts

BOXES = tuple(
    (side, perspective)
    for side in ("advantage", "barrier")
    for perspective in ("citizen", "employee", "economy")
)


@dataclass(frozen=True, slots=True)
class TrialPlan:
    """One trial: texts as bodies, the six boxes by (side, perspective), the recommendation in parts."""

    number: int
    title: str
    tested_at: str
    description: Body
    assessment: Body
    impression: Body
    boxes: dict[tuple[str, str], BoxPlan]
    parts: tuple[PartPlan, ...]

    @property
    def findings(self) -> int:
        return sum(len(box.findings) for box in self.boxes.values())


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """A whole booklet, ready to be stored. `digest` recognises the same booklet when it comes again."""

    digest: str
    front: FrontPlan
    dates: RoundDates
    trials: tuple[TrialPlan, ...]

    def counts(self) -> dict[str, int]:
        """How much there is of each: `trials`, `findings`, and `recommendations` (their parts)."""
        return {
            "trials": len(self.trials),
            "findings": sum(trial.findings for trial in self.trials),
            "recommendations": sum(len(trial.parts) for trial in self.trials),
        }


def plan_import(reading: Reading) -> ImportPlan:
    """The plan for a reading. Raises RuleError where a text seems to hold a CPR number."""
    for text in (reading.foreword, *(text for trial in reading.trials for text in trial.texts())):
        check_no_cpr(text)
    return ImportPlan(
        digest=reading_digest(reading),
        front=plan_front(reading.foreword),
        dates=round_dates(reading.foreword),
        trials=tuple(_trial(trial) for trial in reading.trials),
    )


def reading_digest(reading: Reading) -> str:
    """SHA-256 of what was read: a PDF and a DOCX of the same words are the same booklet."""
    told = {key: value for key, value in reading.as_json().items() if key != "unplaced"}
    words = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()


def _trial(read: TrialRead) -> TrialPlan:
    runs = {"advantage": read.advantages.as_json(), "barrier": read.barriers.as_json()}
    return TrialPlan(
        number=read.number,
        title=read.title,
        tested_at=read.tested_at,
        description=from_plain(read.description),
        assessment=from_plain(read.assessment),
        impression=from_plain(read.impression),
        boxes={(side, perspective): plan_box(runs[side][perspective]) for side, perspective in BOXES},
        parts=plan_parts(read.recommendation),
    )
