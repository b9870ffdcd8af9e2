"""A running trial with plans, figures and balances in the demo, so that their pages can be looked at."""

from datetime import timedelta
from io import BytesIO

from django.urls import reverse
from PIL import Image
from tests.harness.playbooks import playbook, playbook_data

from stillads.capture.actions.accounts.earning import earn_all
from stillads.capture.actions.entries import Said, register
from stillads.capture.actions.plans.versions import Written, save_version
from stillads.capture.actions.series.uploads import receive, start
from stillads.capture.models import Account, Deployment, Entry
from stillads.capture.plan_links import Link
from stillads.kernel.clock import now
from stillads.kernel.viewer import Viewer, system_viewer
from stillads.media.actions import keep_waiting
from stillads.organisation.models import Person, Unit
from stillads.playbooks.actions.versions import publish_playbook
from stillads.trials.actions.advance import advance_phases
from stillads.trials.actions.participants import enrol
from stillads.trials.actions.phases import plan_phase
from stillads.trials.actions.playbook import choose_playbook
from stillads.trials.actions.prediction import lock_prediction
from stillads.trials.actions.sites import SiteInput
from stillads.trials.actions.trials import create_trial
from stillads.trials.models import Phase, Round

ONLY = ["calls", "rhythm", "clips", "sickness"]
MORNING = (
    "Vil gerne have kaffe på sengen, før hun står op.\nStøttestrømper på, mens hun sidder på sengekanten."
)


def running_ward(round_: Round, who: Viewer) -> Phase:
    """A trial at Toftegården that began with the round, on a playbook with plans, figures and balances."""
    before = now() - timedelta(days=(now().date() - round_.start).days + 20)
    calls, *others = playbook_data(ONLY)["instruments"]
    calls["items"].append({"kind": "photo", "key": "picture", "text": "Foto af telefonen"})
    content = playbook(ONLY, key="planer-og-tal", instruments=[calls, *others])
    version = publish_playbook(content=content, viewer=who, at=before)
    trial = create_trial(
        title="Planer og tal", question="Bliver dagen roligere?", description="Vi prøver det af.",
        lead=Person.objects.get(name="Karen Brogaard").public_id, owner_unit="toftegaarden", constructed=True,
        idempotency_key="rare-instruments", viewer=who, at=before,
    )  # fmt: skip
    phase = plan_phase(
        trial=trial.public_id, round_=round_.key, sites=[SiteInput("toftegaarden", employees=9)], viewer=who, at=before
    )  # fmt: skip
    choose_playbook(phase=phase.pk, version=version.public_id, viewer=who, at=before)
    lock_prediction(phase=phase.pk, viewer=who, at=before)
    advance_phases(at=now())
    return phase


def tell(starts: dict[str, list[str]], round_: Round, who: Viewer) -> None:
    """Makes the trial, its citizens and what is written about them; adds the pages to `starts`."""
    phase = running_ward(round_, who)
    _plans(starts, phase, who)
    _series(starts, phase, who)
    _photo(starts, phase, who)
    earn_all(at=now())
    card = Account.objects.filter(deployment__phase_site__phase=phase).order_by("pk")[0]
    (movement,) = Entry.objects.filter(subject=card.public_id, form="earn")[:1]
    starts["employee"] += [
        reverse("balances:list"),
        reverse("balances:card", args=[card.public_id]),
        reverse("balances:back", args=[card.public_id, movement.public_id]),
    ]


def deployment_of(phase: Phase, instrument: str) -> str:
    """The public id of an instrument at the phase's site."""
    return Deployment.objects.get(phase_site__phase=phase, instrument__key=instrument).public_id


def _plans(starts: dict[str, list[str]], phase: Phase, who: Viewer) -> None:
    site = Unit.objects.get(key="toftegaarden").public_id
    first, second = (
        enrol(phase=phase.public_id, site=site, state="participates", viewer=who, at=now()) for _n in range(2)
    )
    texts = [
        {"morning": MORNING, "approach": "Gå roligt ind, og sig dit navn."},
        {"morning": MORNING, "evening": "Avis."},
    ]
    links = [Link("https://vejledning.example.dk/stroemper", "Støttestrømper")]
    for number, text in enumerate(texts):
        written = Written(text, links, based_on=number, key=f"rare-plan-{number}")
        version = save_version(
            deployment=deployment_of(phase, "rhythm"), participant=first.public_id, written=written,
            viewer=system_viewer("test"), at=now(),
        ).version  # fmt: skip
    starts.setdefault("employee", []).extend(
        [
            reverse("plans:list"),
            reverse("plans:plan", args=[version.plan.public_id]),
            reverse("plans:begin", args=[deployment_of(phase, "rhythm"), second.public_id]),
        ]
    )


FIGURES = "Enhed;Dato;Sygetimer\nToftegården;{day:%d-%m-%Y};7,5\nUkendt enhed;{day:%d-%m-%Y};2\n"


def _series(starts: dict[str, list[str]], phase: Phase, who: Viewer) -> None:
    """A file that was read in, and one that waits for somebody to say which unit a name means."""
    series, made = deployment_of(phase, "sickness"), []
    for text in (FIGURES.partition("Ukendt")[0], FIGURES):
        data = text.format(day=phase.start).encode()
        sent = receive(
            series=series, name="sygefravær.csv", size=len(data), chunks=[data], viewer=who, at=now()
        )
        made.append(sent.key)
    done = start(upload=made[0], what="import", viewer=who, at=now())
    assert done.report is not None, done.failed
    starts.setdefault("consultant", []).extend(
        [
            reverse("series:list"),
            reverse("series:one", args=[series]),
            reverse("series:file", args=[made[1]]),
            reverse("series:progress", args=[made[1]]),
            reverse("series:batch", args=[done.report["batch"]]),
            reverse("series:taking_back", args=[done.report["batch"]]),
        ]
    )


def _photo(starts: dict[str, list[str]], phase: Phase, who: Viewer) -> None:
    """A registration with a photo in it."""
    out = BytesIO()
    Image.new("RGB", (320, 240), "#8aa").save(out, "PNG")
    held = keep_waiting(
        content=out.getvalue(), name="telefon.png", alt_text="Telefonen", permission="no_people", sender="rare",
        viewer=who, at=now(),
    )  # fmt: skip
    calls = Deployment.objects.get(phase_site__phase=phase, instrument__key="calls")
    said = Said("event", {"event": ["citizen"], "picture": [held.public_id]}, "rare-photo")
    entry = register(deployment=calls.pk, said=said, viewer=who, at=now()).entry
    starts["consultant"].append(reverse("register:photo", args=[entry.public_id, held.public_id]))
