"""The demo brought into states it is not in, so that every kind of page can be looked at once.

`tell()` runs inside a server's own data (see `Server.python`), through the same actions as the pages.
"""

import json
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation
from PIL import Image
from tests.harness import rare_instruments, rare_steps
from tests.harness.databases import CHECKOUT
from tests.harness.rare_desks import tell_desks
from tests.harness.rare_surveys import tell_surveys

from stillads.booklet.actions.publish import publish_edition
from stillads.booklet.reading import read_text
from stillads.booklet.reading.kept import to_kept
from stillads.capture.actions.deploy import continue_daily
from stillads.capture.actions.temp_links import make_temp_link
from stillads.capture.links import token_of_link
from stillads.capture.lookup import definition_of
from stillads.capture.models import Deployment
from stillads.decisions.actions.committee import draft_item, submit_item
from stillads.decisions.actions.hearing import take_hearing_step
from stillads.decisions.actions.meeting import meeting_token, open_feedback, plan_meeting
from stillads.decisions.models import CommitteeItem, HearingStep
from stillads.demo.people import acting, consultant
from stillads.documents.blocks import text_body
from stillads.evaluation import actions as evaluating
from stillads.ideas.actions import submit_idea
from stillads.ideas.actions.decide import consider, decline
from stillads.kernel.clock import now, today
from stillads.kernel.viewer import PUBLIC, Viewer
from stillads.media.actions.store import store_photo
from stillads.organisation.actions.codes import give_start_code
from stillads.organisation.actions.devices import claim_device, enrol_device
from stillads.organisation.actions.imports import import_file
from stillads.organisation.actions.logins import invite
from stillads.organisation.actions.residents import add_residents
from stillads.organisation.models import Assignment, Person, SharedDevice, Unit, User
from stillads.playbooks.actions.take_in import take_in
from stillads.playbooks.actions.versions import begin_draft, publish_playbook
from stillads.playbooks.queries.stored import stored
from stillads.trials.actions.logbook import write_log
from stillads.trials.actions.participants import enrol
from stillads.trials.actions.phases import plan_phase
from stillads.trials.actions.prediction import add_criterion
from stillads.trials.actions.sites import SiteInput
from stillads.trials.actions.stages import StageInput, add_stage
from stillads.trials.actions.trial_ends import drop_trial
from stillads.trials.actions.trials import create_trial
from stillads.trials.models import Phase, Round, Trial
from stillads.trials.prediction_rules import CriterionInput
from stillads.web.meeting.answer import ROLE as MEETING_ROLE
from stillads.web.shell.phone import COOKIE, remember

Paths = dict[str, list[str]]
BOOKLET = CHECKOUT / "tests" / "booklet" / "reading" / "short_booklet.txt"
CSV = "nøgle;navn;type;hører under\nelmehaven;Elmehaven;plejecenter;plejecentre\n"


def tell() -> dict[str, Any]:
    """Makes all the states. Returns {"cookies": {role: cookies}, "starts": {role: [paths]}}; roles beyond the
    demo's own are `uploading`, `answering` and `phone`.
    """
    with translation.override("da"), transaction.atomic():
        who = consultant(now())
        starts: Paths = {"consultant": []}
        cookies: dict[str, str] = {}
        _ideas(starts, who)
        _trials(starts, who)
        _running(starts, who)
        _evaluation(starts)
        _decision(starts, who)
        _publication(starts, cookies, who)
        _meeting(starts, cookies, who)
        _organisation(starts, cookies)
        _playbook(starts, who)
        rare_instruments.tell(starts, _live().round, who)
        rare_steps.tell(starts, _live().round, who)
        tell_desks(starts, who)
        starts["consultant"] += tell_surveys(_live(), who).addresses()
        _registering(starts, cookies)
        _daily(starts, who)
    return {"cookies": cookies, "starts": starts}


def _daily(starts: Paths, who: Viewer) -> None:
    """A trial whose registrations go on in daily operation at one unit."""
    phase = Phase.objects.get(playbook_version__playbook__key="faldregistrering")
    assert phase.playbook_version is not None
    unit = Unit.objects.get(key="toftegaarden")
    continue_daily(version=phase.playbook_version.public_id, unit=unit.key, viewer=who, at=now())
    starts["consultant"] += [
        _at("trials:daily_stop", phase.trial.public_id, phase.public_id, unit.public_id),
        _at("trials:results", phase.trial.public_id, phase.public_id),
    ]


def _playbook(starts: Paths, who: Viewer) -> None:
    """A draft with every kind of instrument, and two versions to compare."""
    key = "demo-alle-redskaber"
    take_in(key=key, viewer=who, at=now())
    content = stored(key)
    if content is None:
        raise ValueError(f"the library has no playbook {key}")
    changed = content.model_copy(update={"target_group": "Beboere på tre plejecentre"})
    publish_playbook(content=changed, viewer=who, at=now())
    begin_draft(key=key, title=content.title.da, viewer=who, at=now())
    starts["consultant"] += [_at("playbooks:edit", key), _at("playbooks:add", key, "instruments")]


def _live() -> Phase:
    """A running phase that has a phase before it."""
    return Phase.objects.filter(state=Phase.State.RUNNING).exclude(previous=None).order_by("pk")[0]


def _at(name: str, *arguments: Any) -> str:
    return reverse(name, args=arguments)


def _ideas(starts: Paths, who: Viewer) -> None:
    where = Unit.objects.get(key="toftegaarden").public_id
    ways: list[dict[str, Any]] = [
        {"channel": "letter", "name": "Gudrun Pedersen", "address": "Lindevej 4\n8800 Viborg"},
        {"channel": "poster", "poster_unit": where},
        {"channel": "none"},
    ]
    given = [
        submit_idea(
            text=f"Lad os prøve forslag nummer {number} i et par uger.", source="citizen", viewer=PUBLIC,
            idempotency_key=f"rare-{number}", at=now(), **way,
        )
        for number, way in enumerate(ways)
    ]  # fmt: skip
    posted, first = given[1:]
    consider(idea=posted.public_id, viewer=who, at=now())
    decline(idea=posted.public_id, reason="Det gør vi allerede.", viewer=who, at=now())
    starts["consultant"] += [
        _at("ideas:letters"),
        _at("ideas:posters"),
        _at("ideas:given"),
        _at("ideas:status", first.token),
        _at("ideas:thanks", first.token),
        _at("ideas:merge") + "?" + "&".join(f"idea={one.public_id}" for one in given),
        _at("thread:idea", first.public_id),
    ]


def _trials(starts: Paths, who: Viewer) -> None:
    coming = Round.objects.order_by("-start")[0]
    draft, dropped, planned = (_trial(number, who) for number in range(3))
    stage = add_stage(
        trial=draft.public_id, stage=StageInput(title="Aftal med køkkenet"), viewer=who, at=now()
    )
    drop_trial(trial=dropped.public_id, reason="Den lå for tæt på en anden.", viewer=who, at=now())
    phase = plan_phase(
        trial=planned.public_id,
        round_=coming.key,
        sites=[SiteInput(unit="toftegaarden")],
        viewer=who,
        at=now(),
    )
    add_criterion(
        phase=phase.public_id,
        criterion=CriterionInput(
            perspective="citizen", what="Opkald om natten", direction="down", how_known="Kaldeanlægget",
            size=Decimal(10), unit="opkald", primary=True,
        ),
        viewer=who, at=now(),
    )  # fmt: skip
    decided = Phase.objects.filter(state=Phase.State.DECIDED, next_phases=None).order_by("pk")[0]
    starts["consultant"] += [
        _at("trials:plan", draft.public_id),
        _at("trials:stage", draft.public_id, stage.public_id),
        _at("trials:drop", draft.public_id),
        _at("trials:take_up", dropped.public_id),
        _at("trials:lock", planned.public_id, phase.public_id),
        _at("trials:without", planned.public_id, phase.public_id),
        _at("trials:next", decided.trial.public_id, decided.public_id),
    ]


def _trial(number: int, who: Viewer) -> Trial:
    return create_trial(
        title=f"Sjælden tilstand {number}", question="Bliver natten roligere?", description="Vi prøver det af.",
        lead=Person.objects.get(name="Karen Brogaard").public_id, owner_unit="toftegaarden", constructed=True,
        idempotency_key=f"rare-trial-{number}", viewer=who, at=now(),
    )  # fmt: skip


def _running(starts: Paths, who: Viewer) -> None:
    phase = _live()
    site = phase.sites.select_related("unit")[0].unit
    taking_part = enrol(
        phase=phase.public_id, site=site.public_id, state="participates", viewer=who, at=now()
    )
    picture = BytesIO()
    Image.new("RGB", (320, 240), "#8aa").save(picture, "PNG")
    photo = store_photo(
        content=picture.getvalue(), name="have.png", alt_text="Haven uden mennesker", permission="no_people",
        viewer=who, at=now(),
    )  # fmt: skip
    write_log(phase=phase.public_id, text="Sådan så haven ud.", photos=[photo], viewer=who, at=now())
    key = phase.trial.public_id, phase.public_id
    starts["consultant"] += [
        _at("trials:participant", *key, taking_part.public_id),
        _at("trials:photo", *key, photo.public_id),
        _at("trials:log", *key),
    ]


def _evaluation(starts: Paths) -> None:
    phase = _live()
    key, who = phase.public_id, acting(phase.trial.lead.name, now())  # type: ignore[union-attr]  # the demo's has one
    evaluating.open_evaluation(phase=key, reason="Vi vil skrive undervejs.", viewer=who, at=now())
    body = text_body("Der er mere ro om natten.")
    evaluating.add_finding(
        phase=key,
        side="advantage",
        perspective="citizen",
        evidence="observation",
        text=body,
        viewer=who,
        at=now(),
    )
    evaluating.add_part(phase=key, text=body, proposal="extend", viewer=who, at=now())
    evaluating.add_ledger_line(
        phase=key,
        what="Nattevagternes tid",
        kind="hours",
        amount=Decimal(4),
        rhythm="weekly",
        who="Nattevagten",
        method="Vagtplanen",
        viewer=who,
        at=now(),
    )
    starts["consultant"] += [_at("evaluation:page", key), _at("evaluation:carry", key)]


def _decision(starts: Paths, who: Viewer) -> None:
    round_ = _live().round
    drafted, handed_in = (
        draft_item(
            round_=round_, title=f"Sag {number}", type_="decision", committee="Ældre- og Aktivitetsudvalget",
            meeting_on=today() + timedelta(days=90), idempotency_key=f"rare-item-{number}", viewer=who, at=now(),
            constructed=True,
        )
        for number in range(2)
    )  # fmt: skip
    for body in HearingStep.Body.values:
        take_hearing_step(
            round_=round_, body=body, state="waived", day=today(), text="Sagen er til orientering.", viewer=who,
            at=now(), constructed=True,
        )  # fmt: skip
    submit_item(item=CommitteeItem.objects.get(pk=handed_in.pk), viewer=who, at=now())
    starts["consultant"] += [
        _at("decisions:edit", drafted.public_id),
        _at("decisions:item", handed_in.public_id),
        _at("decisions:take-back", handed_in.public_id),
        _at("decisions:decide", _live().public_id),
    ]


def _publication(starts: Paths, cookies: dict[str, str], who: Viewer) -> None:
    edition = publish_edition(round_key="2022-2", number=1, note="", viewer=who, at=now())
    starts["consultant"] += [
        _at("booklet:files", "2022-2", edition.number),
        _at("booklet:publish", "2022-2"),
        _at("booklet:file", "2022-2", edition.number, "pdf"),
    ]
    reading = read_text(BOOKLET.read_text(encoding="utf-8"))
    kept = {"booklet_import": {"reading": to_kept(reading), "source": BOOKLET.name}}
    cookies["uploading"] = _session(kept, "Ellen Overgaard")
    starts["uploading"] = [_at("booklet:import_confirm")]


def _meeting(starts: Paths, cookies: dict[str, str], who: Viewer) -> None:
    round_ = _live().round
    meeting = plan_meeting(round_=round_, held_on=today(), starts_at=None, place="", viewer=who, at=now())
    open_feedback(meeting=meeting, until=now() + timedelta(hours=8), viewer=who, at=now())
    item, token = meeting.items.all()[0], meeting_token(meeting)
    starts["consultant"] += [_at("meeting:item", round_.key, item.public_id), _at("meeting:open", round_.key)]
    cookies["answering"] = _session({MEETING_ROLE: "employee"})
    starts["answering"] = [
        _at("meeting:answer", token),
        _at("meeting:give", token, item.public_id),
        _at("meeting:thanks", token),
    ]


def _organisation(starts: Paths, cookies: dict[str, str]) -> None:
    manager, admin = acting("Anne-Mette Kjærsgaard", now()), acting("Signe Hvid", now())
    unit = Unit.objects.get(key="toftegaarden").public_id
    kept, waiting = (
        enrol_device(unit=unit, name=f"Vagttelefon {n}", viewer=manager, at=now()) for n in (1, 2)
    )
    secret = claim_device(token=kept.token, at=now())
    person = Person.objects.get(name="Ole Winther").public_id
    give_start_code(person=person, viewer=manager, at=now())
    device = SharedDevice.objects.get(public_id=kept.device).public_id
    hand = {"phone": device, "person": person, "seen": now().isoformat(), "must_choose": True}
    answer = HttpResponse()
    remember(answer, secret)
    cookies["phone"] = f"{_session({'shared_phone': hand})}; {COOKIE}={answer.cookies[COOKIE].value}"
    starts["phone"] = [
        _at("account:phone_code_new"),
        _at("account:phone_code", person),
        _at("account:phone_claim", waiting.token),
    ]
    newcomer = Person.objects.create(name="Ny Medarbejder", email="ny@example.dk")
    Assignment.objects.create(
        person=newcomer, role="employee", unit=Unit.objects.get(key="toftegaarden"), valid_from=today()
    )
    invited = invite(person=newcomer.public_id, viewer=admin, at=now())
    report = import_file(
        kind="units", data=CSV.encode(), file_name="enheder.csv", dry_run=False, viewer=admin, at=now()
    )
    starts["administrator"] = [_at("organisation:import", report.stored_as)]
    starts["stranger"] = [_at("account:invitation", invited.token)]
    cookies["stranger"] = _session({})


def _registering(starts: Paths, cookies: dict[str, str]) -> None:
    """The register of the live round, a poster for temps, and a temp who came by it."""
    falls = Deployment.objects.get(instrument__key="falls", unit__key="toftegaarden", valid_to__gte=today())
    manager = acting("Anne-Mette Kjærsgaard", now())
    link = make_temp_link(
        unit=falls.unit.public_id, name="Personalestuen", expires_on=today() + timedelta(days=7),
        viewer=manager, at=now(),
    )  # fmt: skip
    starts["employee"] += [
        _at("register:more", falls.public_id) + f"?event={falls_button(falls)}",
        _at("register:now", falls.public_id),
        _at("register:worker"),
    ]
    add_residents(unit=falls.unit.public_id, names="Gudrun Holm", viewer=manager, at=now())
    starts["manager"] = [
        _at("register:posters", falls.unit.public_id),
        _at("organisation:residents", falls.unit.public_id),
    ]
    starts["stranger"].append(_at("register:temp", token_of_link(link)))
    cookies["temp"] = _session({"temp_link": {"link": link.public_id, "day": today().isoformat()}})
    starts["temp"] = [_at("register:start")]


def falls_button(falls: Deployment) -> str:
    """The first button of a register."""
    return next(iter(definition_of(falls).forms()["event"][0].values() or ()))  # type: ignore[union-attr]  # a question


def _session(content: dict[str, Any], name: str = "") -> str:
    """A session with this content, of the person with this name or of nobody; returns its cookie."""
    client = Client()
    if name:
        client.force_login(User.objects.get(person__name=name))
    session = client.session
    session.update(content)
    session.save()
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def tell_json() -> None:
    """Prints what `tell` returns."""
    print(json.dumps(tell()))  # noqa: T201
