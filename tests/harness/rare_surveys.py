"""Surveys in a running phase of the demo: open, closed, asked in every way. For the page walk and the browser."""

import json
import sys
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import translation
from tests.harness.playbooks import playbook, playbook_data
from tests.harness.surveying import STAFF, loaded

from stillads.capture.actions.surveys.answering import answer_by_link
from stillads.capture.actions.surveys.drawing import draw_wave
from stillads.capture.actions.surveys.open_links import open_link
from stillads.capture.actions.surveys.sending import choose_channel
from stillads.capture.actions.surveys.waves import agree_with_med, make_waves
from stillads.capture.links import token_of_asked, token_of_link
from stillads.capture.lookup import deployment_by
from stillads.capture.models import Asked, Deployment, OpenLink, Wave
from stillads.capture.survey_rules import wave_by
from stillads.demo.people import consultant
from stillads.kernel.clock import now, today
from stillads.kernel.viewer import Viewer
from stillads.organisation.actions.residents import add_residents
from stillads.playbooks.actions.versions import publish_playbook
from stillads.trials.actions.participants import enrol
from stillads.trials.actions.playbook import choose_playbook
from stillads.trials.models import Phase

WAYS = ["staff", "link", "open_link", "kiosk", "paper"]


@dataclass
class Surveys:
    """Names and secrets: of the talks and of the staff's survey, at one unit."""

    talks: str
    staff: str
    talks_wave: str
    staff_wave: str
    asked: str
    kiosk_link: str
    own: str  # the secret of somebody's own link
    answered: str  # of one who has answered
    closed: str  # of a poster that was taken down
    kiosk: str
    homes: str  # the survey of the unit's residents
    resident: str  # public id of one who has not answered anything yet
    resident_link: str  # the secret of the resident's own link

    def addresses(self) -> list[str]:
        """Where a walk begins: what nothing links to, in each of its states."""
        return [
            reverse("asking:list"),
            reverse("asking:survey", args=[self.talks]),
            reverse("asking:survey", args=[self.staff]),
            reverse("asking:people", args=[self.talks_wave]),
            reverse("asking:letters", args=[self.talks_wave]),
            reverse("asking:answers", args=[self.staff_wave]),
            reverse("asking:type-in", args=[self.talks_wave]),
            reverse("surveys:answer", args=[self.own]),
            reverse("surveys:step", args=[self.own, 1]),
            reverse("surveys:step", args=[self.own, 6]),
            reverse("surveys:thanks", args=[self.own]),
            reverse("surveys:restart", args=[self.kiosk]),
            reverse("surveys:answer", args=[self.answered]),
            reverse("surveys:no-thanks", args=[self.own]),
            reverse("asking:talk", args=[self.homes, self.resident]),
        ]


def tell_surveys(phase: Phase, who: Viewer) -> Surveys:
    """Gives the phase a playbook with two surveys at its first site, and people who are asked."""
    version = publish_playbook(content=playbook(**_content()), viewer=who, at=now())
    choose_playbook(phase=phase.pk, version=version.public_id, viewer=who, at=now())
    site = phase.sites.select_related("unit").order_by("pk")[0]
    rows = {
        row.instrument.key: deployment_by(row.pk)
        for row in Deployment.objects.filter(phase_site=site, instrument__version=version)
    }
    for key in range(3):
        enrol(phase=phase.pk, site=site.unit.public_id, state="participates", viewer=who, at=now(),
              idempotency_key=f"rare-survey-{key}")  # fmt: skip
    at_home = replace(who, superuser=True)  # the names are for those who work there
    add_residents(unit=site.unit.public_id, names="Gudrun Holm\nEgon Bak", viewer=at_home, at=now())
    waves = {key: _wave(rows[key], who) for key in ("talks", "staff", "homes")}
    resident = Asked.objects.filter(wave=waves["homes"])[0]
    first, second, third = Asked.objects.filter(wave=waves["talks"]).order_by("pk")[:3]
    choose_channel(asked=first.public_id, channel="letter", viewer=who, at=now())
    choose_channel(asked=third.public_id, channel="paper", viewer=who, at=now())
    used = token_of_asked(loaded(second))
    answer_by_link(token=used, raw={"mood": ["4"]}, answered_by="self", at=now())
    for number in range(6):
        link = _link(rows["staff"], "open", who)
        answer_by_link(token=token_of_link(link), raw=STAFF, key=f"colleague-{number}", at=now())
    Wave.objects.filter(pk=waves["staff"].pk).update(closes_on=today())
    poster, kiosk = _link(rows["talks"], "poster", who), _link(rows["talks"], "kiosk", who)
    return Surveys(
        talks=rows["talks"].public_id, staff=rows["staff"].public_id, talks_wave=waves["talks"].public_id,
        staff_wave=waves["staff"].public_id, asked=first.public_id, kiosk_link=kiosk.public_id,
        own=token_of_asked(loaded(first)), answered=used, closed=token_of_link(poster),
        kiosk=token_of_link(kiosk), homes=rows["homes"].public_id,
        resident=resident.participant.public_id if resident.participant else "",
        resident_link=token_of_asked(loaded(resident)),
    )  # fmt: skip


def _content() -> dict[str, Any]:
    instruments = playbook_data()["instruments"]
    talks = instruments[1]
    staff = instruments[2] | {"channels": ["link", "open_link", "paper"], "waves": {}}
    told = {
        "kind": "group", "key": "ideas", "title": "Idé", "help": "Skriv kun det vigtigste.", "at_most": 2,
        "items": [
            {"kind": "short_text", "key": "what", "text": "Hvad kunne være anderledes?"},
            {"kind": "likert", "key": "worth", "text": "Det er umagen værd", "scale": "agree"},
        ],
    }  # fmt: skip
    homes = {
        name: said for name, said in talks.items() if name != "wish"
    } | {"key": "homes", "title": "At bo her", "drawn_from": "residents", "channels": WAYS}  # fmt: skip
    staff["items"] = [*staff["items"], told]
    return {
        "key": "spoergsmaal",
        "instruments": [instruments[0], talks | {"channels": WAYS}, staff, homes, *instruments[3:]],
    }


def _wave(row: Deployment, who: Viewer) -> Wave:
    make_waves(row, at=now())
    wave = Wave.objects.get(deployment=row, opens_on__lte=today(), closes_on__gte=today())
    found = wave_by(wave.public_id)
    if row.instrument.key == "staff":
        agree_with_med(wave=found.public_id, day=today(), viewer=who, at=now())
    draw_wave(found, viewer=who, at=now())
    return found


def _link(row: Deployment, kind: str, who: Viewer) -> OpenLink:
    return open_link(
        deployment=row.public_id, kind=kind, name="Ved kaffemaskinen", idempotency_key=f"rare-{row.pk}-{kind}",
        viewer=who, at=now(),
    )  # fmt: skip


def tell_json() -> None:
    """For a running server: makes the surveys and prints their names and secrets."""
    with translation.override("da"), transaction.atomic():
        phase = Phase.objects.filter(state=Phase.State.RUNNING).exclude(previous=None).order_by("pk")[0]
        sys.stdout.write(json.dumps(asdict(tell_surveys(phase, consultant(now())))))
