"""A running trial with wishes and cases in the demo, in every state that their pages can show."""

import json
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import translation
from tests.harness.playbooks import playbook

from stillads.capture.actions.cases.starting import start_case
from stillads.capture.actions.cases.stepping import cancel_case, hand_over_spoken, take_step
from stillads.capture.actions.wishes import act_on_wish, close_wish, hear_wish, tell_back
from stillads.capture.models import Case, Deployment, Wish
from stillads.demo.people import consultant
from stillads.kernel.clock import now
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Person
from stillads.playbooks.actions.versions import publish_playbook
from stillads.trials.actions.advance import advance_phases
from stillads.trials.actions.participants import enrol, set_participation
from stillads.trials.actions.phases import plan_phase
from stillads.trials.actions.playbook import choose_playbook
from stillads.trials.actions.prediction import lock_prediction
from stillads.trials.actions.sites import SiteInput
from stillads.trials.actions.trials import create_trial
from stillads.trials.models import Participant, Phase, Round

ONLY = ["calls", "wishes", "flow"]


def running_ward(round_: Round, who: Viewer) -> Phase:
    """A trial at Toftegården that began with the round, on a playbook with wishes and a flow."""
    before = now() - timedelta(days=(now().date() - round_.start).days + 20)
    version = publish_playbook(content=playbook(ONLY, key="oensker-og-forloeb"), viewer=who, at=before)
    trial = create_trial(
        title="Ønsker og forløb", question="Bliver der handlet på det?", description="Vi prøver det af.",
        lead=Person.objects.get(name="Karen Brogaard").public_id, owner_unit="toftegaarden", constructed=True,
        idempotency_key="rare-steps", viewer=who, at=before,
    )  # fmt: skip
    phase = plan_phase(
        trial=trial.public_id, round_=round_.key, sites=[SiteInput("toftegaarden", employees=9)],
        constructed=True, viewer=who, at=before,
    )  # fmt: skip
    choose_playbook(phase=phase.pk, version=version.public_id, viewer=who, at=before)
    lock_prediction(phase=phase.pk, viewer=who, at=before)
    advance_phases(at=now())
    return phase


class _Teller:
    """Tells wishes and cases of one phase, each with a key of its own."""

    def __init__(self, phase: Phase, who: Viewer) -> None:
        self.phase, self.who, self.number = phase, who, 0

    def deployment(self, instrument: str) -> str:
        found = Deployment.objects.get(phase_site__phase=self.phase, instrument__key=instrument)
        return str(found.public_id)

    def somebody(self) -> Participant:
        return enrol(
            phase=self.phase.pk, site="toftegaarden", state="participates", viewer=self.who, at=now()
        )

    def words(self) -> dict[str, Any]:
        self.number += 1
        return {"idempotency_key": f"rare-steps-{self.number}", "viewer": self.who, "at": now()}

    def wish(self, who: Participant, text: str, area: str, behalf: str = "self", days: int = 0) -> Wish:
        made = hear_wish(
            deployment=self.deployment("wishes"), participant=who.public_id, text=text, area=area,
            on_behalf=behalf, **self.words(),
        )  # fmt: skip
        if days:
            Wish.objects.filter(pk=made.pk).update(due_on=made.due_on - timedelta(days=days))
        return made

    def case(self, need: str, days: int = 0) -> Case:
        made = start_case(
            deployment=self.deployment("flow"), participant=self.somebody().public_id, raw={"need": [need]},
            **self.words(),
        )  # fmt: skip
        if days:
            Case.objects.filter(pk=made.pk).update(
                started_on=made.started_on - timedelta(days=days), due_on=now().date() - timedelta(days=1)
            )
        return made

    def step(self, case: Case, **more: Any) -> Case:
        return take_step(case=case.public_id, version=case.version, **more, **self.words())


def tell(starts: dict[str, list[str]], round_: Round, who: Viewer) -> None:
    """Makes the trial with its wishes and cases; adds their pages to `starts` of the employee."""
    teller = _Teller(running_ward(round_, who), who)
    wishes, cases = _wishes(teller), _cases(teller)
    flow = teller.deployment("flow")
    starts.setdefault("employee", []).extend(
        [
            reverse("wishes:list"),
            reverse("wishes:places"),
            reverse("wishes:hear", args=[teller.deployment("wishes")]),
            *(reverse("wishes:wish", args=[wish.public_id]) for wish in wishes),
            reverse("cases:list"),
            reverse("cases:places"),
            reverse("cases:start", args=[flow]),
            reverse("cases:drawing", args=[flow]),
            *(reverse("cases:case", args=[case.public_id]) for case in cases),
        ]
    )


def _wishes(teller: _Teller) -> list[Wish]:
    first, second = teller.somebody(), teller.somebody()
    late = teller.wish(first, "Kaffe på sengen kl. 6, før hun står op", "meals", days=15)
    told = teller.wish(first, "Bad om aftenen i stedet for om morgenen", "bath", "relative")
    acted = teller.wish(second, "Fisk om fredagen", "meals", "staff")
    closed = teller.wish(second, "Bad hver nat", "bath")
    for wish in (told, acted):
        act_on_wish(wish=wish.public_id, did="Aftalt med aftenvagten", version=1, **teller.words())
    tell_back(wish=told.public_id, answer="Tak, det er dejligt.", version=2, **teller.words())
    close_wish(wish=closed.public_id, why="Der er for få på arbejde om natten", version=1, **teller.words())
    return [late, acted, closed]


def _cases(teller: _Teller) -> list[Case]:
    fresh = teller.case("Rengøring og tøjvask", days=9)
    training = teller.step(
        teller.case("Rengøring"), raw={"starts": ["yes"], "minutes_occupational_therapist": ["45"]}
    )
    choosing = teller.step(teller.case("Tøjvask"), raw={"starts": ["yes"]})
    hand_over_spoken(case=choosing.public_id, version=2, **teller.words())
    ended = teller.step(teller.case("Støvsugning"), raw={"starts": ["no"]})
    off = cancel_case(case=teller.case("Vinduer").public_id, reason="moved", version=1, **teller.words())
    left = teller.case("Indkøb")
    set_participation(participant=left.participant.public_id, state="withdrawn", viewer=teller.who, at=now())
    return [fresh, training, choosing, ended, off, left]


def tell_json() -> None:
    """For a server's own data: tells it in the live round and prints where the pages are."""
    starts: dict[str, list[str]] = {}
    with translation.override("da"), transaction.atomic():
        phase = Phase.objects.filter(state=Phase.State.RUNNING).exclude(previous=None).order_by("pk")[0]
        tell(starts, phase.round, consultant(now()))
    print(json.dumps(starts))  # noqa: T201
