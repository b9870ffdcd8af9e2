"""Meeting, hearing, committee item and decisions of 2022-2.

That the meeting was held on 5 October and the committee met on 25 October 2022 stands in the booklet. What
was said and decided does not: it is constructed, and marked so.
"""

from datetime import date, datetime, time, timedelta
from random import Random

from stillads.decisions.actions.committee import (
    draft_item,
    record_committee_wording,
    save_texts,
    submit_item,
)
from stillads.decisions.actions.decide import Ruling
from stillads.decisions.actions.feedback import Answer, freeze_meeting, type_paper_feedback
from stillads.decisions.actions.follow_up import add_action, tick_action
from stillads.decisions.actions.hearing import take_hearing_step
from stillads.decisions.actions.meeting import plan_meeting
from stillads.decisions.models import AgendaItem, CommitteeItem, Decision, HearingStep
from stillads.documents.blocks import parse_body
from stillads.documents.plain import from_plain, to_plain
from stillads.kernel.clock import COPENHAGEN
from stillads.organisation.models import Assignment, Unit
from stillads.overview.actions.decide import decide_and_follow
from stillads.rollout.actions.spread import update_line
from stillads.rollout.models import SpreadUnit
from stillads.trials.models import Phase, Round

from .people import consultant, narrator, person

MEETING = datetime(2022, 10, 5, 13, 0, tzinfo=COPENHAGEN)
ITEM = datetime(2022, 10, 12, 9, 0, tzinfo=COPENHAGEN)
COMMITTEE = datetime(2022, 10, 25, 15, 0, tzinfo=COPENHAGEN)

SAID = {
    "velfaerdssamtaler": (
        "council",
        "Godt, at det er de små ting, der tæller. Sørg for, at nye medarbejdere også lærer det.",
    ),
    "telefonopkald": ("union", "Husk frokosten. Det er dér, vi får talt sammen uden telefon."),
    "hjaelpemidler": ("leader", "Vi mangler stadig svar fra ministeriet. Sig det højt til udvalget."),
    "straksvisitation": (
        "employee",
        "Otte borgere er få. Vi vil gerne have flere med, før alle skal gøre det.",
    ),
    "terapeuter": ("employee", "Hos os er der tre gange så mange beboere. Kan det holde?"),
}
SPLIT = {"terapeuter": {"employee": "extend"}, "aktivitetstilbud": {"council": "spread", "leader": "extend"}}
ROLES = (("leader", 9), ("employee", 12), ("union", 3), ("council", 4), ("management", 3))


def tell(phases: dict[str, Phase]) -> None:
    """Tells it all, from the agenda to the last decision."""
    round_ = Round.objects.get(key="2022-2")
    _meeting(round_, phases)
    _hearing(round_)
    item = _item(round_)
    _decide(phases)
    _taken_into_use()
    record_committee_wording(
        item=item,
        wording=from_plain("Konstrueret: Udvalget godkender indstillingen og ser frem til at følge de forlængede prøvehandlinger."),
        follow_up=from_plain("Konstrueret: Forvaltningen vender tilbage i foråret 2023 med en status."),
        viewer=consultant(COMMITTEE), at=COMMITTEE,
    )  # fmt: skip


def _meeting(round_: Round, phases: dict[str, Phase]) -> None:
    who = consultant(MEETING)
    meeting = plan_meeting(
        round_=round_, held_on=date(2022, 10, 5), starts_at=time(13, 0), place="", viewer=who, at=ITEM
    )
    dice = Random(2022)  # noqa: S311  (constructed answers, the same at every load)
    for item in meeting.items.select_related("meeting"):
        key = next(name for name, phase in phases.items() if phase.pk == item.phase_id)
        _answers(item, key, dice)
    freeze_meeting(meeting=meeting, viewer=who, at=MEETING)


def _answers(item: AgendaItem, key: str, dice: Random) -> None:
    for role, count in ROLES:
        for number in range(count):
            said_by, text = SAID.get(key, ("", ""))
            answer = Answer(
                role=role, value=dice.choice((3, 4, 4, 5)), ready=dice.choice((2, 3, 4, 4)),
                wish=_wish(item, key, role, dice), text=text if role == said_by and number == 0 else "",
            )  # fmt: skip
            type_paper_feedback(
                item=item, answer=answer, idempotency_key=f"demo-{key}-{role}-{number}",
                viewer=consultant(MEETING), at=MEETING, constructed=True,
            )  # fmt: skip


def _wish(item: AgendaItem, key: str, role: str, dice: Random) -> str:
    if forced := SPLIT.get(key, {}).get(role):
        return forced
    first = item.phase.evaluation.parts.first() if item.phase else None
    return first.proposal if first and dice.random() < 0.8 else "unsure"


def _hearing(round_: Round) -> None:
    body = HearingStep.Body
    steps = (
        (body.ELDERS_COUNCIL, "sent", date(2022, 10, 6), ""),
        (body.MED, "sent", date(2022, 10, 6), ""),
        (body.MED, "answered", date(2022, 10, 11), "Sektor-MED bakker op og beder om, at tiden til oplæring tænkes med."),
        (body.ELDERS_COUNCIL, "answered", date(2022, 10, 11), "Ældrerådet er glade for at være med på velfærdsmødet og støtter anbefalingerne."),
    )  # fmt: skip
    for who, state, day, text in steps:
        take_hearing_step(
            round_=round_, body=who, state=state, day=day, text=text, viewer=consultant(ITEM), at=ITEM,
            constructed=True,
        )  # fmt: skip


def _item(round_: Round) -> CommitteeItem:
    who = consultant(ITEM)
    item = draft_item(
        round_=round_, title="Evaluering af prøvehandlinger, runde 2022-2", type_="decision",
        committee="Ældre- og Aktivitetsudvalget", meeting_on=date(2022, 10, 25),
        idempotency_key="demo-item", viewer=who, at=ITEM, constructed=True,
    )  # fmt: skip
    sections = {key: parse_body(body) for key, body in item.sections.items()}
    sections["alternatives"] = from_plain("Prøvehandlingerne kan stoppes, eller der kan vælges imellem dem.")
    sections["time"] = from_plain("De forlængede prøvehandlinger evalueres i foråret 2023.")
    item = save_texts(
        item=item, sections=sections,
        management_recommendation=from_plain("at anbefalingerne i hæftet følges, og at de tre forlængede prøvehandlinger kommer tilbage til udvalget."),
        version=item.version, viewer=who, at=ITEM,
    )  # fmt: skip
    return submit_item(item=item, viewer=who, at=ITEM)


def _decide(phases: dict[str, Phase]) -> None:
    who = consultant(COMMITTEE)
    units = tuple(Unit.objects.filter(kind__in=["care_centre", "district"]))
    for key, phase in phases.items():
        for part in phase.evaluation.parts.all():
            outcome = "permanent" if part.proposal == "other" else part.proposal
            decision = decide_and_follow(
                phase=phase, part=part,
                ruling=Ruling(
                    outcome=outcome, wording=to_plain(parse_body(part.body)), owner=phase.trial.lead,
                    deadline=date(2023, 3, 31), spread_to=units if outcome == "spread" else (),
                ),
                decided_on=date(2022, 10, 25), idempotency_key=f"demo-{part.public_id}", viewer=who,
                at=COMMITTEE, constructed=True,
            )  # fmt: skip
            if key == "velfaerdssamtaler" and outcome == "permanent":
                _actions(decision)


def _taken_into_use() -> None:
    """How far the units came, a year on. The booklet does not tell: constructed."""
    at = datetime(2023, 3, 28, 9, 0, tzinfo=COPENHAGEN)
    leaders = {
        row.unit_id: row.person for row in Assignment.objects.filter(role="manager").select_related("person")
    }
    fallback = person("Ellen Overgaard")
    lines = SpreadUnit.objects.select_related("unit", "spread__trial").order_by("pk")
    for number, line in enumerate(lines):
        home_care = line.unit.kind == Unit.Kind.DISTRICT
        foreign = home_care and any(
            word in line.spread.title for word in ("plejecenter", "døgnrytme", "Måltider")
        )
        update_line(
            line=line, state="not_relevant" if foreign else "in_use",
            local_owner=leaders.get(line.unit_id, fallback),
            start_on=date(2023, 1, 9) + timedelta(days=7 * (number % 9)),
            note="Konstrueret: gælder plejecentrene" if foreign else "Konstrueret", version=line.version,
            viewer=narrator(), at=at,
        )  # fmt: skip


def _actions(decision: Decision) -> None:
    for what, name, due in (
        ("Planlæg en temaeftermiddag om den åbne samtale", "Karen Brogaard", date(2023, 1, 31)),
        ("Lav udkast til lommebogen med gode spørgsmål", "Fatima Jensen", date(2023, 2, 28)),
    ):
        action = add_action(
            decision=decision, what=what, owner=person(name), unit=None, due=due,
            viewer=consultant(COMMITTEE), at=COMMITTEE, constructed=True,
        )  # fmt: skip
        done = datetime(2023, 1, 20, 12, 0, tzinfo=COPENHAGEN)
        tick_action(action=action, done=True, viewer=consultant(done), at=done)
