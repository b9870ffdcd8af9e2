"""The surveys at the units a viewer reaches, and one of them with its waves and links."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from stillads.kernel.rules import NotFound, refusal, type_reason
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may, may, permission
from stillads.playbooks.kinds.survey import Survey

from ...actions.surveys.open_links import KINDS, check_can_open_link
from ...links import address_of, token_of_link
from ...lookup import deployment_by
from ...models import Deployment, OpenLink, Wave
from ...permissions import REGISTER, SET_UP
from ...survey_rules import check_can_ask, reminder_days, survey_of
from .counts import WaveCounts, counts_of


@dataclass(frozen=True, slots=True)
class WaveView:
    """One wave. `asked` people were asked and `answered` of them have; `answers` came in all, links and sheets too.

    who        how many each of `WHO_ANSWERED` gave, by its key; nothing where the answers are anonymous
    reminders  the days on which those who are missing are reminded
    """

    public_id: str
    number: int
    opens_on: date
    closes_on: date
    med_agreed_on: date | None
    drawn: bool
    asked: int
    answered: int
    declined: int
    answers: int
    who: tuple[tuple[str, int], ...]
    reminders: tuple[date, ...]
    cannot_ask: type_reason | None

    def is_open(self, day: date) -> bool:
        """Can it be answered on a day?"""
        return self.opens_on <= day <= self.closes_on


@dataclass(frozen=True, slots=True)
class LinkView:
    """An open link, a poster or a kiosk; `address` with its secret, for those who may see to links."""

    public_id: str
    kind: str
    name: str
    address: str
    made_by: str
    expires_on: date
    open: bool


@dataclass(frozen=True, slots=True)
class SurveyLine:
    """One survey at one unit; `wave` is the one that is open, or the next."""

    deployment: str
    title: str
    what: str
    unit_name: str
    trial: str
    trial_title: str
    pulse: bool
    wave: WaveView | None
    constructed: bool


@dataclass(frozen=True, slots=True)
class SurveyPage:
    """A survey at a unit.

    earlier      (public id, version) of the same survey before the playbook was changed, where anybody was asked
    cannot_link  for each kind of link why it cannot be made now
    """

    deployment: str
    survey: Survey
    unit_name: str
    trial: str
    trial_title: str
    constructed: bool
    waves: tuple[WaveView, ...]
    links: tuple[LinkView, ...]
    may_set_up: bool
    earlier: tuple[tuple[str, int], ...]
    cannot_link: dict[str, type_reason | None]

    def wave_of(self, day: date) -> WaveView | None:
        """The wave that is open, else the next, else the last."""
        open_now = [wave for wave in self.waves if wave.is_open(day)]
        coming = [wave for wave in self.waves if wave.opens_on > day]
        return next(iter(open_now[::-1] or coming or self.waves[-1:]), None)


def surveys(*, viewer: Viewer, day: date) -> list[SurveyLine]:
    """Those that run on a day or soon will, by unit and title. Five queries, however many there are."""
    rows = Deployment.objects.filter(instrument__kind="survey").select_related(
        "instrument__version__playbook", "unit", "phase_site__phase__trial"
    )
    if not viewer.superuser:
        rows = rows.filter(unit_id__in=viewer.units_for(*permission(REGISTER).roles))
    rows = rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day))
    found = list(rows.defer("instrument__version__content").order_by("unit__name_sort", "pk"))
    waves: dict[int, list[Wave]] = {}
    for wave in Wave.objects.filter(deployment__in=found, closes_on__gte=day).order_by("number"):
        waves.setdefault(wave.deployment_id, []).append(wave)
    counts = counts_of([those[0].pk for those in waves.values()])
    return [_line(row, waves.get(row.pk, []), counts) for row in found]


def _line(row: Deployment, waves: list[Wave], counts: dict[int, WaveCounts]) -> SurveyLine:
    survey = survey_of(row)
    phase = row.phase_site.phase if row.phase_site else None
    return SurveyLine(
        deployment=row.public_id,
        title=survey.title,
        what=survey.what,
        unit_name=row.unit.name,
        trial=phase.trial.public_id if phase else "",
        trial_title=phase.trial.title if phase else row.instrument.version.playbook.title,
        pulse=survey.pulse,
        wave=view_of(waves[0], survey, counts[waves[0].pk]) if waves else None,
        constructed=bool(phase and phase.constructed),
    )


def survey_page(*, deployment: str, viewer: Viewer, day: date) -> SurveyPage:
    """One survey with waves (the newest last) and links. Six queries and the viewer's own."""
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    survey = survey_of(row)
    phase = row.phase_site.phase if row.phase_site else None
    rows = list(Wave.objects.filter(deployment=row).order_by("number"))
    counts = counts_of([wave.pk for wave in rows])
    sets_up = may(viewer, SET_UP, unit_id=row.unit_id)
    links = OpenLink.objects.filter(deployment=row, kind__in=KINDS).select_related("made_by").order_by("-pk")
    current = next((w for w in rows if w.opens_on <= day <= w.closes_on), None)
    coming = current or next((w for w in rows if w.opens_on > day), None)
    return SurveyPage(
        deployment=row.public_id,
        survey=survey,
        unit_name=row.unit.name,
        trial=phase.trial.public_id if phase else "",
        trial_title=phase.trial.title if phase else row.instrument.version.playbook.title,
        constructed=bool(phase and phase.constructed),
        waves=tuple(view_of(wave, survey, counts[wave.pk]) for wave in rows),
        links=tuple(_link(link, day) for link in links) if sets_up else (),
        may_set_up=sets_up,
        earlier=_earlier(row),
        cannot_link={str(kind): refusal(check_can_open_link, survey, coming, kind) for kind in KINDS},
    )


def _earlier(row: Deployment) -> tuple[tuple[str, int], ...]:
    if row.phase_site_id is None:
        return ()
    older = Deployment.objects.filter(
        phase_site_id=row.phase_site_id, instrument__key=row.instrument.key, waves__isnull=False
    ).exclude(pk=row.pk)
    return tuple(
        older.order_by("instrument__version__number")
        .values_list("public_id", "instrument__version__number")
        .distinct()
    )


def view_of(wave: Wave, survey: Survey, counts: WaveCounts) -> WaveView:
    """A wave with what `counts_of` has counted."""
    return WaveView(
        public_id=wave.public_id,
        number=wave.number,
        opens_on=wave.opens_on,
        closes_on=wave.closes_on,
        med_agreed_on=wave.med_agreed_on,
        drawn=wave.drawn_at is not None,
        asked=counts.asked,
        answered=counts.answered,
        declined=counts.declined,
        answers=counts.answers,
        who=counts.who,
        reminders=reminder_days(survey, wave),
        cannot_ask=refusal(check_can_ask, survey, wave),
    )


def _link(link: OpenLink, day: date) -> LinkView:
    return LinkView(
        public_id=link.public_id,
        kind=link.kind,
        name=link.name,
        address=address_of(token_of_link(link)),
        made_by=link.made_by.name if link.made_by else "",
        expires_on=link.expires_on,
        open=link.revoked_at is None and link.expires_on >= day,
    )


@dataclass(frozen=True, slots=True)
class PosterView:
    """An open link as it is hung up: what is asked, where, and the address with its secret."""

    link: LinkView
    survey: Survey
    deployment: str
    unit_name: str
    constructed: bool


def poster(*, link: str, viewer: Viewer, day: date) -> PosterView:
    """One open link, for those who may see to links at the unit."""
    row = OpenLink.objects.filter(public_id=link, kind__in=KINDS).select_related("made_by").first()
    if row is None or row.deployment_id is None:
        raise NotFound("no such link")
    check_may(viewer, SET_UP, unit_id=row.unit_id)
    deployment = deployment_by(row.deployment_id)
    site = deployment.phase_site
    return PosterView(
        link=_link(row, day),
        survey=survey_of(deployment),
        deployment=deployment.public_id,
        unit_name=deployment.unit.name,
        constructed=bool(site and site.phase.constructed),
    )
