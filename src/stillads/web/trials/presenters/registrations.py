"""What has come in, as sentences."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from stillads.capture.queries.phase_registrations import (
    EntryLine,
    InstrumentLine,
    PhaseRegistrations,
    SiteLine,
)
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.dates import format_date, relative_day
from stillads.kernel.numbers import format_number

_SOURCES = {
    "page": "",
    "phone": gettext_lazy("on a phone"),
    "queue": gettext_lazy("on a phone without coverage"),
    "kiosk": gettext_lazy("on a tablet"),
    "link": gettext_lazy("by a link"),
    "paper": gettext_lazy("from a sheet"),
    "import": gettext_lazy("from a file"),
    "simulation": "",
}


@dataclass(frozen=True, slots=True)
class SiteRow:
    """One line of the table."""

    deployment: str
    unit: str
    total: str
    last_week: str
    newest: str
    closed: str
    may_read: bool


@dataclass(frozen=True, slots=True)
class InstrumentPart:
    """One instrument: the sentence first, then its sites."""

    title: str
    kind: str
    what: str
    sentence: str
    cost: str
    former: bool
    sites: list[SiteRow]


@dataclass(frozen=True, slots=True)
class Shown:
    """The page."""

    answer: str
    playbook: str
    parts: list[InstrumentPart]


def present(found: PhaseRegistrations, today: date) -> Shown:
    """The page's words."""
    name = _("%(title)s, version %(n)d") % {"title": found.playbook, "n": found.version}
    return Shown(
        answer=_answer(found),
        playbook=name if found.playbook else "",
        parts=[_part(line, today) for line in found.instruments],
    )


def so_far(found: PhaseRegistrations) -> str:
    """The sentence for the trial's own page; empty where the trial has no playbook."""
    return _answer(found) if found.instruments else ""


def _answer(found: PhaseRegistrations) -> str:
    if not found.playbook and not found.instruments:
        return _("The trial has no playbook, so nothing is registered. Its figures are written by hand.")
    total = sum(line.total for line in found.instruments)
    week = sum(line.last_week for line in found.instruments)
    if not total:
        return _("Nothing has been registered yet.")
    said = ngettext("%(n)s registration in all", "%(n)s registrations in all", total) % {
        "n": format_number(total)
    }
    return _("%(said)s, %(week)s of them in the last seven days.") % {
        "said": said,
        "week": format_number(week),
    }


def _part(line: InstrumentLine, today: date) -> InstrumentPart:
    return InstrumentPart(
        title=line.title,
        kind=line.kind_word,
        what=line.what,
        sentence=_sentence(line),
        cost=_cost(line.minutes),
        former=line.former,
        sites=[_site(site, today) for site in line.sites],
    )


def _sentence(line: InstrumentLine) -> str:
    if not line.total:
        closed = {site.closed for site in line.sites if site.closed}
        return closed.pop() if len(closed) == 1 else _("Nothing has been registered yet.")
    silent = [site.unit_name for site in line.sites if not site.last_week and not site.closed]
    said = ngettext("%(n)s registration", "%(n)s registrations", line.total) % {
        "n": format_number(line.total)
    }
    if silent:
        return _("%(said)s. Nothing in the last seven days from %(sites)s.") % {
            "said": said,
            "sites": ", ".join(silent),
        }
    return _("%(said)s, %(week)s of them in the last seven days.") % {
        "said": said,
        "week": format_number(line.last_week),
    }


def _cost(minutes: float) -> str:
    if not minutes:
        return ""
    return _("It asks %(n)s minutes a week of each employee.") % {"n": format_number(minutes, 1)}


def _site(site: SiteLine, today: date) -> SiteRow:
    return SiteRow(
        deployment=site.deployment,
        unit=site.unit_name,
        total=format_number(site.total),
        last_week=format_number(site.last_week),
        newest=relative_day(site.newest, today) if site.newest else "–",
        closed=site.closed,
        may_read=site.may_read,
    )


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One registration as a line."""

    public_id: str
    when: str
    who: str
    answers: tuple[tuple[str, str], ...]
    photos: tuple[tuple[str, str], ...]
    taken_back: str
    late: str
    constructed: bool


def entry_row(entry: EntryLine) -> EntryRow:
    """The line: when, by whom and how, what was answered; taken back, and why."""
    moment = entry.occurred_at.astimezone(COPENHAGEN)
    about = [part for part in (entry.participant, entry.by, str(_SOURCES.get(entry.source, ""))) if part]
    taken = ""
    if entry.was_taken_back:
        taken = _("Taken back: %(why)s") % {"why": entry.taken_back} if entry.taken_back else _("Taken back.")
    return EntryRow(
        public_id=entry.public_id,
        when=f"{format_date(moment.date())} kl. {moment:%H.%M}",
        who=", ".join(about),
        answers=entry.answers,
        photos=entry.photos,
        taken_back=taken,
        late=_late(entry),
        constructed=entry.constructed,
    )


def _late(entry: EntryLine) -> str:
    days = (entry.received_at.date() - entry.occurred_at.date()).days
    if days < 1:
        return ""
    return ngettext("Written down a day later.", "Written down %(n)d days later.", days) % {"n": days}
