"""From what queries give to what templates show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.ideas.entry import PreviewLine, Verdict
from stillads.ideas.queries import IdeaDetail, IdeaPage, IdeaRow, IdeaStatus, Relative
from stillads.ideas.states import LABELS, OPEN
from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date

from .forms.staff import ALL_SOURCES

TONES = {
    "new": "info", "considered": "info", "chosen": "good", "parked": "warning", "declined": "plain",
    "merged": "plain", "split": "plain",
}  # fmt: skip


@dataclass(frozen=True)
class ShownIdea:
    """A row of a list."""

    public_id: str
    title: str
    url: str
    state: str
    tone: str
    source: str
    theme: str
    unit: str
    workshop: str
    day: str
    constructed: bool


def day_of(moment: datetime | None) -> str:
    """`23. august 2022`, or nothing."""
    return format_date(local_day(moment)) if moment else ""


def source_label(source: str) -> str:
    """Who an idea came from, in a word."""
    return str(dict(ALL_SOURCES)[source])


def shown_row(row: IdeaRow) -> ShownIdea:
    """One idea as lists show it."""
    return ShownIdea(
        row.public_id, row.title, reverse("ideas:idea", args=[row.public_id]), row.state_label,
        TONES[row.state], source_label(row.source), row.theme, row.unit, row.workshop,
        day_of(row.received_at), row.constructed,
    )  # fmt: skip


def list_answer(page: IdeaPage, filtered: bool) -> str:
    """What the list says first."""
    everything = sum(page.counts.values())
    waiting = sum(page.counts.get(state, 0) for state in OPEN)
    if filtered:
        return ngettext("%(n)d idea fits.", "%(n)d ideas fit.", page.total) % {"n": page.total}
    if not everything:
        return _("No ideas have been given yet.")
    if not waiting:
        return _("All ideas have been answered.")
    return ngettext(
        "%(n)d idea waits for an answer, of %(all)d.", "%(n)d ideas wait for an answer, of %(all)d.", waiting
    ) % {"n": waiting, "all": everything}


def counts(page: IdeaPage, chosen: str) -> list[tuple[str, int, str, bool]]:
    """(state, ideas, address, is this one) for the states that there are."""
    base = reverse("ideas:list")
    rows = [
        (str(label), page.counts[state], f"{base}?status={state}", state == chosen)
        for state, label in LABELS.items()
        if state in page.counts
    ]
    return [(_("All"), sum(page.counts.values()), base, not chosen), *rows]


def idea_answer(idea: IdeaDetail) -> str:
    """What became of it, in one sentence."""
    last = idea.steps[-1]
    day = day_of(last.at)
    sentences = {
        "new": _("Nobody has looked at it yet. It came on %(day)s."),
        "considered": _("It is being considered since %(day)s."),
        "chosen": _("It was chosen for the trial “%(trial)s” on %(day)s."),
        "parked": _("It waits, since %(day)s."),
        "declined": _("It was declined on %(day)s."),
        "merged": _("It was merged into another idea on %(day)s."),
        "split": _("It was split into several ideas on %(day)s."),
    }
    return sentences[idea.row.state] % {"day": day, "trial": idea.trial_title}


def life(idea: IdeaDetail) -> list[tuple[str, str, str]]:
    """The timeline: (day, what, why and who)."""
    return [
        (day_of(step.at), step.to_label, " – ".join(filter(None, [step.reason, step.by])))
        for step in idea.steps
    ]


def told(idea: IdeaDetail) -> list[str]:
    """How those who gave it hear of it, without who they are."""
    n = idea.channels
    ways = {
        "email": ngettext("%(n)d hears by e-mail.", "%(n)d hear by e-mail.", n.get("email", 0)),
        "letter": ngettext("%(n)d hears by letter.", "%(n)d hear by letter.", n.get("letter", 0)),
        "poster": ngettext("%(n)d reads it on a poster.", "%(n)d read it on a poster.", n.get("poster", 0)),
        "none": ngettext(
            "%(n)d looks at a private page.", "%(n)d look at their private pages.", n.get("none", 0)
        ),
    }
    sentences = [sentence % {"n": n[channel]} for channel, sentence in ways.items() if n.get(channel)]
    return sentences or [_("Nobody is told: the idea was given without a way back.")]


def generations(family: Iterable[Relative]) -> list[tuple[str, list[tuple[Relative, str, str]]]]:
    """The family drawn: (how it came out of the row above, members as (relative, address, tone))."""
    drawn = []
    for _depth, members in groupby(family, key=lambda relative: relative.generation):
        row = list(members)
        kinds = {member.kind for member in row if member.kind}
        word = {frozenset({"merge"}): _("became one"), frozenset({"split"}): _("became several")}.get(
            frozenset(kinds), _("became") if kinds else ""
        )
        drawn.append((word, [(m, reverse("ideas:idea", args=[m.public_id]), TONES[m.state]) for m in row]))
    return drawn


def status_answer(status: IdeaStatus) -> str:
    """What the giver reads first."""
    chosen = {
        "": _("Your idea has been chosen for a trial. We tell you when it begins."),
        "begun": _("Your idea is being tried out in practice."),
        "learned": _("Your idea has been tried out. Below you can read what happens now."),
        "stopped": _("The trial of your idea has been stopped. Below you can read why."),
        "decided": _("Your idea has been tried out, and a decision has been made. Below you can read which."),
    }
    sentences = {
        "new": _("Your idea is saved, and will be read by a person."),
        "considered": _("Your idea is being considered."),
        "chosen": chosen[status.progress],
        "parked": _("Your idea waits. Below you can read why."),
        "declined": _("We are not going on with your idea. Below you can read why."),
    }
    return sentences[status.state]


def status_steps(status: IdeaStatus) -> list[tuple[str, str, str]]:
    """The way of an idea, for the giver: what is done, what is now, what is to come."""
    given, looked = (_("You gave us the idea"), day_of(status.given_at)), (_("We consider it"), "")
    if status.state in {"parked", "declined"}:
        last = _("It waits") if status.state == "parked" else _("We are not going on with it")
        return _way([given, looked, (last, "")], at=2)
    tried = (_("It is tried out in practice"), status.trial_title)
    if status.state == "chosen" and status.progress == "stopped":
        return _way([given, looked, tried, (_("The trial was stopped"), "")], at=3)
    rest = [
        (_("It is chosen for a trial"), ""),
        tried,
        (_("We tell you what we learnt"), ""),
        (
            _("A decision has been made")
            if status.progress == "decided"
            else _("It is decided what happens"),
            "",
        ),
    ]
    reached = {"": 2, "begun": 3, "learned": 4, "decided": 5}
    at = reached[status.progress] if status.state == "chosen" else ["new", "considered"].index(status.state)
    return _way([given, looked, *rest], at=at)


def _way(rows: list[tuple[str, str]], *, at: int) -> list[tuple[str, str, str]]:
    """Rows before `at` are done, the one at it is now, the others are to come."""
    places = ["done" if n < at else "now" if n == at else "next" for n in range(len(rows))]
    return [(place, text, note) for place, (text, note) in zip(places, rows, strict=True)]


def status_news(status: IdeaStatus) -> list[tuple[str, str, list[str]]]:
    """(day, headline, paragraphs), the newest first."""
    return [
        (day_of(step.at), step.headline, [part for part in step.text.split("\n\n") if part.strip()])
        for step in reversed(status.steps)
    ]


@dataclass(frozen=True)
class ShownLine:
    """One line of the preview."""

    number: int
    text: str
    word: str
    tone: str
    match: str
    url: str
    ticked: bool
    blocked: bool


def shown_line(line: PreviewLine) -> ShownLine:
    """What the preview says of a line; what is there already is left out unless it is ticked."""
    words = {
        Verdict.NEW: (_("New"), "good"),
        Verdict.SAME: (_("Is there already"), "warning"),
        Verdict.ALIKE: (_("Looks like one that is there"), "warning"),
        Verdict.CPR: (_("Holds something like a CPR number"), "bad"),
        Verdict.LONG: (_("Too long"), "bad"),
    }
    word, tone = words[line.verdict]
    url = reverse("ideas:idea", args=[line.match_id]) if line.match_id else ""
    ticked = line.verdict in {Verdict.NEW, Verdict.ALIKE}
    return ShownLine(line.number, line.text, word, tone, line.match, url, ticked, tone == "bad")
