"""What every page of a trial shares: its tabs, its answer, its words for who has the ball."""

from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.kernel.dates import relative_day
from stillads.kernel.viewer import Viewer
from stillads.trials.missing import Missing
from stillads.trials.queries.phases import PhaseView
from stillads.trials.queries.trial_page import TrialPage

TONES = {
    "draft": "plain",
    "ready": "info",
    "active": "info",
    "running": "info",
    "evaluating": "warning",
    "evaluated": "good",
    "decided": "good",
    "merged": "plain",
    "stopped": "bad",
    "dropped": "bad",
}
# which page does what is missing
_PAGES = {
    "prediction": "trials:prediction",
    "sites": "trials:places",
    "log": "trials:log",
    "figures": "trials:figures",
    "edit": "trials:edit",
    "legal": "trials:legal",
    "lead": "trials:lead",
}


@dataclass(frozen=True, slots=True)
class TabRow:
    """One tab: label, address, is it this one."""

    label: str
    url: str
    here: bool


def address(name: str, *args: str) -> str:
    """The address of a page, or nothing where that journey is not there."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def tabs(page: TrialPage, here: str) -> list[tuple[str, str, bool]]:
    """The parts of the trial that different people need; one tab while there is no phase."""
    found = [(_("The trial"), reverse("trials:trial", args=[page.public_id]), here == "trial")]
    if page.phase is None:
        return found
    ids = [page.public_id, page.phase.public_id]
    named = [
        (_("Prediction"), "prediction"),
        (_("Registrations"), "registrations"),
        (_("Results"), "results"),
        (_("Figures"), "figures"),
        (_("Logbook"), "log"),
    ]
    if page.may_log:  # those who run the trial and those at its sites; nobody else sees who takes part
        named.append((_("Participants"), "participants"))
    found += [(label, reverse(f"trials:{name}", args=ids), here == name) for label, name in named]
    if evaluation := address("evaluation:page", page.phase.public_id):
        found.append((_("Evaluation"), evaluation, False))
    return found


def trial_answer(page: TrialPage, viewer: Viewer, today: date) -> str:
    """Where the trial is, and who has the ball, in a sentence or two."""
    phase = page.phase
    if page.state in {"merged", "dropped"}:
        return _("The trial is %(state)s.") % {"state": page.state_text}
    if phase is None:
        return _("The trial is a draft. Plan it into a round, and it gets its days.")
    return f"{phase.day_text(today)}. {ball_sentence(phase, viewer)}"


def ball_sentence(phase: PhaseView, viewer: Viewer) -> str:
    """How much is missing, and with whom."""
    count = len(phase.missing)
    if not count:
        return _("Nothing is missing.")
    names = {_("you") if is_mine(item, viewer) else item.who.name for item in phase.missing}
    said = ngettext("One thing is missing", "%(n)d things are missing", count) % {"n": count}
    if len(names) == 1:
        return _("%(missing)s, with %(who)s.") % {"missing": said, "who": names.pop()}
    return f"{said}."


def missing_tasks(page: TrialPage, today: date) -> list[tuple[str, str, str]]:
    """What is missing, for the list of tasks: sentence, address, when."""
    phase = page.phase
    if phase is None:
        return []
    return [
        (item.text, _page_of(item, page, phase), f"{item.who.name}, {relative_day(item.due, today)}")
        for item in phase.missing
    ]


def is_mine(item: Missing, viewer: Viewer) -> bool:
    """Is it the viewer who must do it?"""
    if item.who.person_id is not None:
        return item.who.person_id == viewer.person_id
    return item.who.role in viewer.roles


def _page_of(item: Missing, page: TrialPage, phase: PhaseView) -> str:
    name = _PAGES.get(item.page, "trials:trial")
    in_phase = item.page in {"prediction", "sites", "log", "figures"}
    return reverse(name, args=[page.public_id, phase.public_id] if in_phase else [page.public_id])
