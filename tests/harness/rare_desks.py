"""Instruments at work in the demo, in states it is not in: what the walk through all pages needs of them."""

from datetime import datetime, timedelta

from django.urls import reverse
from tests.harness.playbooks import playbook

from stillads.capture.actions.desk.days import close_day
from stillads.capture.actions.desk.items import stock_desk
from stillads.capture.actions.desk.loans import lend
from stillads.capture.actions.desk.queue import call_next, walk_in
from stillads.capture.actions.desk.waiting import wait_for
from stillads.capture.actions.interviews import code_passage, note_session
from stillads.capture.actions.presence.meetings import add_point, hold_meeting, settle_point
from stillads.capture.actions.presence.planning import plan_presence, tell_presence
from stillads.capture.models import Deployment, DeskItem, Loan, Visit
from stillads.kernel.clock import now, today
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Unit
from stillads.playbooks.actions.versions import publish_playbook


def tell_desks(starts: dict[str, list[str]], who: Viewer) -> None:
    """Makes them at Toftegården, in daily operation, and adds where the walk begins."""
    version = publish_playbook(content=playbook(key="sjaeldne-redskaber"), viewer=who, at=now())
    unit = Unit.objects.get(key="toftegaarden")
    at_work = {
        instrument.key: Deployment.objects.create(
            instrument=instrument, unit=unit, valid_from=today() - timedelta(days=30)
        ).public_id
        for instrument in version.instruments.all()
    }
    _presence(starts, at_work["therapists"], who)
    _interview(starts, at_work["focus"], who)
    _desk(starts, at_work["desk"], who)


def _presence(starts: dict[str, list[str]], ref: str, who: Viewer) -> None:
    at = now()
    for number, begins in enumerate(
        [at - timedelta(hours=3), at - timedelta(hours=2), at + timedelta(days=2)]
    ):
        row = _plan(ref, f"rare-{number}", begins, who, at)
        if number == 0:
            tell_presence(presence=row, came="yes", viewer=who, at=at)
    settled, _waiting = (
        add_point(deployment=ref, text=text, key=f"rare-{text}"[:40], constructed=True, viewer=who, at=at)
        for text in ("B-01 hoster ved måltiderne", "B-02 vil gerne gå selv til spisestuen")
    )
    settle_point(deployment=ref, point=settled.public_id, what="Ses på torsdag", viewer=who, at=at)
    hold_meeting(deployment=ref, day=today(), minutes="20", constructed=True, viewer=who, at=at)
    starts["consultant"] += [
        reverse("presence:list"),
        reverse("presence:place", args=[ref]),
        reverse("presence:add_point", args=[ref]),
    ]


def _plan(ref: str, key: str, begins: datetime, who: Viewer, at: datetime) -> str:
    made = plan_presence(
        deployment=ref, function="therapist", starts_at=begins, ends_at=begins + timedelta(hours=1), key=key,
        constructed=True, viewer=who, at=at,
    )  # fmt: skip
    return made[0].public_id


def _interview(starts: dict[str, list[str]], ref: str, who: Viewer) -> None:
    notes = "Vi talte om spisestuen.\nDer er mere ro, når fjernsynet er slukket.\nTiden er knap om morgenen."
    held = note_session(
        deployment=ref, raw={"held_on": [today().isoformat()], "people": ["5"], "notes": [notes]}, key="rare-notes",
        constructed=True, viewer=who, at=now(),
    )  # fmt: skip
    raw = {
        "passage": ["Der er mere ro, når fjernsynet er slukket."], "themes": ["calm"], "tone": ["for"],
        "may_quote": ["yes"], "by_whom": ["pårørende"],
    }  # fmt: skip
    code_passage(
        deployment=ref, session=held.entry.public_id, raw=raw, key="rare-passage", constructed=True, viewer=who,
        at=now(),
    )  # fmt: skip
    starts["consultant"] += [reverse("interviews:list"), reverse("interviews:place", args=[ref])]


def _desk(starts: dict[str, list[str]], ref: str, who: Viewer) -> None:
    at = now()
    stock_desk(deployment=ref, viewer=who, at=at)
    for number, called in enumerate(["Grethe", "Poul", "Inger"]):
        came = at - timedelta(minutes=30 - 10 * number)
        walk_in(
            deployment=ref, called=called, hospital=number == 2, key=f"rare-visit-{number}", constructed=True,
            viewer=who, at=came,
        )  # fmt: skip
    call_next(deployment=ref, viewer=who, at=at)
    Visit.objects.create(
        deployment=Deployment.objects.get(public_id=ref), called="Svend", arrived="booked", state="booked",
        errand="try", starts_at=at, constructed=True,
    )  # fmt: skip
    walkers = DeskItem.objects.filter(deployment__public_id=ref, line="walker").order_by("pk")
    for number, item in enumerate(walkers):
        lend(item=item.public_id, key=f"rare-loan-{number}", constructed=True, viewer=who, at=at)
    Loan.objects.filter(item=walkers[0]).update(due_on=today() - timedelta(days=3))
    wait_for(
        deployment=ref, line="walker", called="Karen", key="rare-wait-1", constructed=True, viewer=who, at=at
    )
    wait_for(
        deployment=ref, line="tongs", called="Ellen", key="rare-wait-2", constructed=True, viewer=who, at=at
    )
    close_day(deployment=ref, day=today() + timedelta(days=9), why="Kursus", viewer=who, at=at)
    starts["consultant"] += [
        reverse("desk:list"),
        reverse("desk:queue", args=[ref]),
        *(reverse("desk:item", args=[item.public_id]) for item in walkers),
        reverse("desk:give_back", args=[walkers[0].public_id]),
        reverse("desk:item_state", args=[walkers[0].public_id]),
    ]
