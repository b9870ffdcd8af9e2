"""The evaluation of a short trial of the live round, written and handed in: it waits for its reader."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from stillads.evaluation.actions import (
    add_finding,
    add_ledger_line,
    add_part,
    open_evaluation,
    save_text,
    set_box,
    set_rating,
    submit,
)
from stillads.evaluation.evidence import Evidence
from stillads.kernel.clock import now
from stillads.trials.models import Figure, Phase

from .people import acting


def hand_in(story: dict[str, Any], phase: Phase) -> None:
    """Tells the evaluation from the content file. All of it is constructed, and marked so."""
    said, at = story["evaluation"], now() - timedelta(days=1)
    key, lead = phase.public_id, acting(story["lead"], at)
    open_evaluation(phase=key, viewer=lead, at=at)
    _findings(said, phase, story["lead"], at)
    for box in said["boxes"]:
        set_box(phase=key, **box, viewer=lead, at=at)
    for name in ("assessment", "impression"):
        save_text(phase=key, key=name, text=said[name], viewer=lead, at=at)
    for number, part in enumerate(said["parts"]):
        add_part(
            phase=key, **part, constructed=True, idempotency_key=f"demo-{story['key']}-part-{number}",
            viewer=lead, at=at,
        )  # fmt: skip
    for perspective, (value, why) in said["ratings"].items():
        set_rating(
            phase=key, perspective=perspective, value=value, why=why, constructed=True, viewer=lead, at=at
        )
    for number, line in enumerate(said["ledger"]):
        add_ledger_line(
            phase=key, **{**line, "amount": Decimal(line["amount"])}, constructed=True,
            idempotency_key=f"demo-{story['key']}-line-{number}", viewer=lead, at=at,
        )  # fmt: skip
    submit(phase=key, viewer=lead, at=at)


def _findings(said: dict[str, Any], phase: Phase, lead: str, at: datetime) -> None:
    figures = list(Figure.objects.filter(phase=phase).order_by("pk"))
    for number, row in enumerate(said["findings"]):
        links = [Evidence(kind="figure", figure=figures[place].public_id) for place in row.get("figures", ())]
        add_finding(
            phase=phase.public_id, side=row["side"], perspective=row["perspective"], text=row["text"],
            evidence=row["evidence"], links=links, constructed=True,
            idempotency_key=f"demo-{phase.public_id}-{number}", viewer=acting(lead, at), at=at,
        )  # fmt: skip
