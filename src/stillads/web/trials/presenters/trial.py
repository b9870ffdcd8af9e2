"""The trial page in words: facts, places, windows, stages, links, figures, log, history."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date, format_span, format_week
from stillads.trials.queries.figures import FigureView
from stillads.trials.queries.log import LogView
from stillads.trials.queries.phases import PhaseView, SiteView, WindowView
from stillads.trials.queries.trial_page import StageView, TrialPage
from stillads.trials.words import BLOCKERS, EXEMPTIONS, STAGE_STATES

from .frame import address

_STEP = {"waiting": "next", "running": "now", "tested": "done", "dropped": "skipped"}


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure with what it rests on."""

    label: str
    value: str
    before: str
    share: str
    basis: str
    estimate: bool
    constructed: bool
    withdrawn: bool
    correction: str
    correct_url: str


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry of the log, with photos as (address, words)."""

    day: str
    kind: str
    kind_text: str
    text: str
    by: str
    photos: tuple[tuple[str, str], ...]
    constructed: bool
    remove_url: str


def facts(page: TrialPage) -> list[tuple[str, str]]:
    """What stands beside the page: who, where, on which law."""
    phase = page.phase
    rows = [
        (_("Lead"), page.lead.name if page.lead else _("nobody yet")),
        (_("Unit"), page.unit),
        (_("Theme"), page.theme),
        (_("Round"), phase.round_title if phase else ""),
        (_("Runs"), format_span(phase.start, phase.end) if phase else ""),
        (_("Tried out at"), phase.sites_text if phase else ""),
        (_("Expected"), _expected(phase) if phase else ""),
        (_("Is settled"), format_date(phase.evaluation_date) if phase and phase.evaluation_date else ""),
        (_("Legal basis"), ", ".join(law.text for law in page.legal)),
        (_("Exemption"), _exemption(page)),
        (_("Source"), page.source_note),
    ]
    return [(label, value) for label, value in rows if value]


def earlier_phases(page: TrialPage) -> list[dict[str, str]]:
    """The phases before the one that the page is about, with the way to what each left behind."""
    return [
        {
            "round_title": phase.round_title,
            "state_text": phase.state_text,
            **{
                f"{name}_url": reverse(f"trials:{name}", args=[page.public_id, phase.public_id])
                for name in ("prediction", "figures", "log")
            },
            "evaluation_url": address("evaluation:page", phase.public_id),
        }
        for phase in page.phases[1:]
    ]


def law_warnings(page: TrialPage) -> list[str]:
    """Provisions that no longer held when the trial began, and what may have taken their place."""
    return [
        _("%(old)s no longer held on day 1. %(new)s took its place.")
        % {"old": law.text, "new": law.successor}
        for law in page.legal
        if law.successor
    ]


def idea_links(page: TrialPage) -> list[tuple[str, str]]:
    """The ideas behind the trial: title and address (empty where there is no such page)."""
    return [(title, address("ideas:idea", public_id)) for public_id, title in page.ideas]


def stage_steps(stages: tuple[StageView, ...]) -> list[tuple[str, str, str]]:
    """The stages for the list of steps: state, title, status and what it waits for."""
    return [(_stage_state(s), s.title, _stage_note(s)) for s in stages]


def stage_rows(page: TrialPage) -> list[tuple[StageView, str, str, str]]:
    """The stages with their words and the address that changes them."""
    return [
        (
            s,
            str(STAGE_STATES[s.state]),
            _stage_note(s),
            reverse("trials:stage", args=[page.public_id, s.public_id]),
        )
        for s in page.stages
    ]


def link_lines(page: TrialPage) -> list[tuple[str, str, str, str, str]]:
    """Links: sentence before, title, address, note, and the address that undoes it (not for a merging)."""
    found = []
    for link in page.links:
        words = link.kind_text if link.outgoing else _incoming(link.kind)
        undo = (
            ""
            if link.kind == "merged_into"
            else reverse("trials:unlink", args=[page.public_id, link.public_id])
        )
        url = reverse("trials:trial", args=[link.public_id])
        found.append((words, link.title, url, link.note, undo))
    return found


def history(page: TrialPage) -> list[tuple[str, str, str]]:
    """The steps of trial and phases for a timeline."""
    words = {"trial": _("The trial"), "phase": _("The phase")}
    return [
        (
            format_date(local_day(step.at)),
            f"{words[step.what]}: {step.to_text}",
            f"{step.by}: {step.reason}" if step.reason else step.by,
        )
        for step in page.steps
    ]


def site_line(site: SiteView) -> dict[str, str]:
    """A place: name, days, numbers, and why it left."""
    days = _("from %(day)s") % {"day": format_date(site.valid_from)}
    if site.valid_to:
        days = format_span(site.valid_from, site.valid_to)
    return {
        "id": site.public_id,
        "name": site.name,
        "days": days,
        "contact": site.contact,
        "numbers": _numbers(site.citizens, site.employees),
        "withdrawn": site.withdrawn_reason,
    }


def window_line(window: WindowView) -> dict[str, str]:
    """A window: name, days with week, what is watched."""
    first, last = format_week(window.first_day), window.last_day.isocalendar().week
    weeks = first if window.first_day.isocalendar().week == last else f"{first}–{last}"
    return {
        "id": window.public_id,
        "name": window.name,
        "days": f"{format_span(window.first_day, window.last_day)} ({weeks})",
        "what": window.what,
    }


def figure_line(figure: FigureView, trial: str, phase: str) -> FigureLine:
    """A figure in words."""
    share = ""
    if figure.numerator is not None and figure.denominator is not None:
        share = _("%(n)d of %(total)d") % {"n": figure.numerator, "total": figure.denominator}
    elif figure.denominator is not None:
        share = _("of %(total)d") % {"total": figure.denominator}
    correction = ""
    if figure.earlier:
        correction = _("Corrected from %(value)s: %(why)s") % {
            "value": figure.earlier[0].value_text,
            "why": figure.reason,
        }
    return FigureLine(
        label=figure.label,
        value=figure.value_text,
        before=figure.before_text,
        share=share,
        basis=_basis(figure),
        estimate=figure.estimate,
        constructed=figure.constructed,
        withdrawn=figure.withdrawn,
        correction=correction,
        correct_url=reverse("trials:figure", args=[trial, phase, figure.public_id]),
    )


def log_line(entry: LogView, trial: str, phase: str) -> LogLine:
    """An entry in words."""
    return LogLine(
        day=format_date(entry.day),
        kind=entry.kind,
        kind_text=entry.kind_text,
        text=entry.text,
        by=entry.by,
        photos=tuple(
            (reverse("trials:photo", args=[trial, phase, photo.public_id]), photo.alt_text)
            for photo in entry.photos
        ),
        constructed=entry.constructed,
        remove_url=reverse("trials:log_remove", args=[trial, phase, entry.public_id]),
    )


def _basis(figure: FigureView) -> str:
    parts = [figure.method, figure.source, _("read %(date)s") % {"date": format_date(figure.dated)}]
    if figure.period_first and figure.period_last:
        parts.insert(0, format_span(figure.period_first, figure.period_last))
    if figure.site:
        parts.insert(0, figure.site)
    return " · ".join(parts)


def _expected(phase: PhaseView) -> str:
    return _numbers(phase.expected_citizens, phase.expected_employees) or phase.participants_note


def _numbers(citizens: int | None, employees: int | None) -> str:
    parts = []
    if citizens is not None:
        parts.append(_("%(n)d citizens") % {"n": citizens})
    if employees is not None:
        parts.append(_("%(n)d employees") % {"n": employees})
    return ", ".join(parts)


def _exemption(page: TrialPage) -> str:
    word = str(EXEMPTIONS[page.exemption])
    return f"{word}: {page.exemption_note}" if page.exemption_note else word


def _stage_state(stage: StageView) -> str:
    if stage.blocker != "none" and stage.state == "waiting":
        return "blocked"
    return _STEP[stage.state]


def _stage_note(stage: StageView) -> str:
    parts = [stage.status_text]
    if stage.blocker != "none":
        parts.append(_("Waits for %(what)s.") % {"what": BLOCKERS[stage.blocker]})
    if stage.expected_on:
        parts.append(_("Expected %(date)s.") % {"date": format_date(stage.expected_on)})
    return " ".join(part for part in parts if part)


def _incoming(kind: str) -> str:
    words = {
        "related": _("belongs together with"),
        "may_join": _("may take in"),
        "merged_into": _("has taken in"),
    }
    return words[kind]
