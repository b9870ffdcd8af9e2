"""The therapist's locked mornings, and the ten minutes with their points."""

from datetime import datetime, time, timedelta

from stillads.capture.actions.presence.meetings import add_point, hold_meeting, settle_point
from stillads.capture.actions.presence.planning import plan_presence, tell_presence
from stillads.capture.models import Presence
from stillads.kernel.clock import COPENHAGEN, now

from ..people import person
from .ward import Ward

_WEDNESDAY = 3
_ABOUT = ("walk", "bath", "bed", "", "walk")


def tell_mornings(ward: Ward) -> None:
    """Every Wednesday from the first one on: planned for fourteen weeks, told as far as the story goes."""
    first = ward.start + timedelta(days=(_WEDNESDAY - ward.start.isoweekday()) % 7)
    planned = plan_presence(
        deployment=ward.deployment("therapists"), function="occupational",
        starts_at=datetime.combine(first, time(8), COPENHAGEN), ends_at=datetime.combine(first, time(11), COPENHAGEN),
        person=person("Mads Thorup").public_id, weeks=14, key="demo-mornings", constructed=True,
        viewer=ward.manager, at=ward.at(1, 7),
    )  # fmt: skip
    for row in ward.story["presence"]:
        _tell(ward, planned[row["week"]], row)
    for number, row in enumerate(ward.story["points"]):
        _point(ward, planned, row, f"demo-point-{number}")


def _tell(ward: Ward, morning: Presence, row: dict[str, str]) -> None:
    more = {}
    if "agreed" in row:
        about = _ABOUT[int(row["week"])]
        more = {"visits.0.about": [about], "visits.0.agreed": [row["agreed"]]}
    tell_presence(
        presence=morning.public_id, came=row["came"], minutes=str(row.get("minutes", "")),
        why_not=row.get("why_not", ""), more=more, viewer=ward.manager, at=morning.ends_at,
    )  # fmt: skip


def _point(ward: Ward, planned: list[Presence], row: dict[str, str], key: str) -> None:
    """Written the day before; settled at the meeting, where the story says what came of it."""
    deployment = ward.deployment("therapists")
    if "came" not in row:
        add_point(
            deployment=deployment, text=row["text"], key=key, constructed=True, viewer=ward.employee, at=now()
        )
        return
    morning = planned[int(row["week"])]
    made = add_point(
        deployment=deployment, text=row["text"], key=key, constructed=True, viewer=ward.employee,
        at=morning.starts_at - timedelta(hours=20),
    )  # fmt: skip
    settle_point(
        deployment=deployment,
        point=made.public_id,
        what=row["came"],
        viewer=ward.employee,
        at=morning.ends_at,
    )
    hold_meeting(
        deployment=deployment, day=morning.starts_at.astimezone(COPENHAGEN).date(), minutes="10",
        constructed=True, viewer=ward.employee, at=morning.ends_at,
    )  # fmt: skip
