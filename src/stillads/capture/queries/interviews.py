"""Sessions and their passages; what was said by theme; the quotes that may be published."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from stillads.audit.actions.record import record_read
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.kinds.interview import Interview
from stillads.trials.permissions import READ as READ_TRIALS

from ..interview_rules import PASSAGE, SESSION, interview_of, living, root_of
from ..lookup import definition_of, deployment_by
from ..models import Deployment, Entry
from ..permissions import REGISTER


@dataclass(frozen=True, slots=True)
class Passage:
    """Something said or seen. `themes` are keys of the playbook, `tone` for, against, neither or empty."""

    public_id: str
    session: str
    text: str
    themes: tuple[str, ...]
    tone: str
    may_quote: bool
    by_whom: str
    constructed: bool


@dataclass(frozen=True, slots=True)
class Session:
    """One focus group, interview or observation. `ref` stays when its notes are corrected."""

    ref: str
    held_on: date
    people: int | None
    notes: str
    by: str
    passages: tuple[Passage, ...]
    constructed: bool


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme with its passages: how many sessions spoke of it, and how many passages for and against."""

    key: str
    title: str
    passages: tuple[Passage, ...]
    sessions: int
    tones: dict[str, int]


@dataclass(frozen=True, slots=True)
class InterviewPage:
    """All that was noted at one place."""

    deployment: str
    definition: Interview
    unit_name: str
    trial: str
    trial_title: str
    constructed: bool
    sessions: tuple[Session, ...]

    def session(self, ref: str) -> Session:
        """One of them. Raises NotFound."""
        found = next((one for one in self.sessions if one.ref == ref), None)
        if found is None:
            raise NotFound("no such session")
        return found

    def themes(self) -> list[ThemeView]:
        """In the playbook's order, those that nobody spoke of too."""
        passages = [passage for session in self.sessions for passage in session.passages]
        return [_theme(option.key, option.text, passages) for option in self.definition.themes]


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage that may be published, with the role of who said it; `entry` leads back to it."""

    entry: str
    text: str
    by_whom: str
    themes: tuple[str, ...]
    tone: str
    unit_name: str
    said_on: date
    constructed: bool


def interview_page(*, deployment: str, viewer: Viewer) -> InterviewPage:
    """Sessions, the newest first, each with its passages. The look is in the log."""
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    definition = interview_of(row)
    record_read(viewer=viewer, verb="capture.interview.read", target=f"deployment:{row.public_id}")
    passages: dict[str, list[Passage]] = {}
    for entry in living(row, PASSAGE):
        passages.setdefault(entry.subject, []).append(_passage(entry))
    phase = row.phase_site.phase if row.phase_site else None
    sessions = [_session(entry, passages.get(root_of(entry), [])) for entry in living(row, SESSION)]
    return InterviewPage(
        deployment=row.public_id,
        definition=definition,
        unit_name=row.unit.name,
        trial=phase.trial.public_id if phase else "",
        trial_title=phase.trial.title if phase else row.instrument.version.playbook.title,
        constructed=bool(phase and phase.constructed),
        sessions=tuple(reversed(sessions)),
    )


def publishable_quotes(*, phase: str, viewer: Viewer) -> list[Quote]:
    """The passages of a phase's interviews that may be quoted, at all its sites; for evaluations. Two queries.

    They were said to be published, under a role: whoever may read the trial may read them.
    """
    check_may(viewer, READ_TRIALS)
    rows = Deployment.objects.filter(phase_site__phase__public_id=phase, instrument__kind="interview")
    at_work = {
        row.pk: row
        for row in rows.select_related("instrument__version__playbook", "unit").defer(
            "instrument__version__content"
        )
    }
    entries = Entry.objects.filter(deployment_id__in=at_work, form=PASSAGE, voided_by__isnull=True)
    return [
        _quote(entry, at_work[entry.deployment_id])
        for entry in entries.order_by("occurred_at", "pk")
        if entry.answers.get("may_quote") == "yes" and entry.answers.get("by_whom")
    ]


def _quote(entry: Entry, row: Deployment) -> Quote:
    definition = definition_of(row)
    words = {o.key: o.text for o in definition.themes} if isinstance(definition, Interview) else {}
    return Quote(
        entry=entry.public_id,
        text=entry.answers["passage"],
        by_whom=entry.answers["by_whom"],
        themes=tuple(words.get(key, key) for key in entry.answers.get("themes", ())),
        tone=entry.answers.get("tone", ""),
        unit_name=row.unit.name,
        said_on=entry.local_day,
        constructed=entry.constructed,
    )


def _theme(key: str, title: str, passages: list[Passage]) -> ThemeView:
    mine = tuple(passage for passage in passages if key in passage.themes)
    tones = Counter(passage.tone for passage in mine)
    return ThemeView(key, title, mine, len({p.session for p in mine}), dict(tones))


def _session(entry: Entry, passages: list[Passage]) -> Session:
    people = entry.answers.get("people")
    return Session(
        ref=root_of(entry),
        held_on=entry.local_day,
        people=int(people) if people is not None else None,
        notes=entry.answers["notes"],
        by=entry.actor.name if entry.actor else "",
        passages=tuple(passages),
        constructed=entry.constructed,
    )


def _passage(entry: Entry) -> Passage:
    said = entry.answers
    return Passage(
        public_id=entry.public_id,
        session=entry.subject,
        text=said["passage"],
        themes=tuple(said.get("themes", ())),
        tone=said.get("tone", ""),
        may_quote=said.get("may_quote") == "yes",
        by_whom=said.get("by_whom", ""),
        constructed=entry.constructed,
    )
