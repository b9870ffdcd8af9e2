"""Who is asked in a wave, and who is missing: a read that is logged before it is shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from stillads.audit.actions.record import record_read
from stillads.kernel.clock import local_day
from stillads.kernel.rules import refusal, type_reason
from stillads.kernel.viewer import Viewer
from stillads.organisation.permissions import RESIDENTS
from stillads.organisation.policy import check_may, may
from stillads.organisation.queries.residents import names_of
from stillads.playbooks.kinds.survey import Survey
from stillads.trials.models import Participant

from ...actions.surveys.drawing import taking_part
from ...actions.surveys.residents import needs_telling
from ...actions.surveys.sending import asked_by
from ...links import address_of, sheet_code_of, shown_code, token_of_asked
from ...models import Asked, Deployment, Wave
from ...permissions import REGISTER
from ...survey_rules import addresses_go_on, check_can_ask, survey_of, wave_by


@dataclass(frozen=True, slots=True)
class AskedView:
    """One who is asked: a pseudonym or an employee's name.

    sent_on, reminders  when the link was sent or handed out, and how many reminders went
    declined            key of `declining.DECLINED`, where they do not answer this time
    """

    public_id: str
    name: str
    participant: str
    relative: bool
    channel: str
    email: str
    sent: bool
    sent_on: date | None
    reminders: int
    answered: bool
    declined: str

    @property
    def missing(self) -> bool:
        """Has not answered, and may still be asked."""
        return not self.answered and not self.declined


@dataclass(frozen=True, slots=True)
class AskedPage:
    """A wave's list.

    addresses_go_on  when the e-mail addresses are forgotten; None where there are none
    """

    deployment: str
    wave: str
    number: int
    opens_on: date
    closes_on: date
    survey: Survey
    unit_name: str
    people: tuple[AskedView, ...]
    addresses_go_on: date | None
    cannot_ask: type_reason | None
    constructed: bool


def asked_in(*, wave: str, viewer: Viewer) -> AskedPage:
    """Those asked in a wave, missing ones first, then by name. The same queries however many there are."""
    row = wave_by(wave)
    survey = _checked(row, viewer)
    rows = _rows(row)
    names = names_at(row.deployment, [asked.participant for asked in rows], viewer)
    people = [view_of_asked(asked, names) for asked in rows]
    site = row.deployment.phase_site
    return AskedPage(
        deployment=row.deployment.public_id,
        wave=row.public_id,
        number=row.number,
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        survey=survey,
        unit_name=row.deployment.unit.name,
        people=tuple(sorted(people, key=lambda person: not person.missing)),
        addresses_go_on=addresses_go_on(row) if any(person.email for person in people) else None,
        cannot_ask=refusal(check_can_ask, survey, row),
        constructed=bool(site and site.phase.constructed),
    )


def _checked(row: Wave, viewer: Viewer) -> Survey:
    check_may(viewer, REGISTER, unit_id=row.deployment.unit_id)
    survey = survey_of(row.deployment)
    record_read(
        viewer=viewer, verb="capture.read_survey", target=f"wave:{row.public_id}", target_name=survey.title
    )
    return survey


def _rows(wave: Wave) -> list[Asked]:
    rows = Asked.objects.filter(wave=wave).select_related("participant", "person")
    found = list(rows.order_by("person__name_sort", "participant__pseudonym", "pk"))
    for asked in found:
        asked.wave = wave
    return found


def names_at(row: Deployment, people: Iterable[Participant | None], viewer: Viewer) -> dict[int, str]:
    """Participant → name, of residents whose name stands on the unit's list, for those who may see it; one query."""
    if not may(viewer, RESIDENTS, unit_id=row.unit_id):
        return {}
    of = {one.pk: one.citizen_id for one in people if one is not None and one.citizen_id is not None}
    known = names_of(of.values())
    return {pk: known[citizen] for pk, citizen in of.items() if citizen in known}


def called(person: Participant, names: Mapping[int, str]) -> str:
    """`Gudrun Holm (B-07)`, or the number alone."""
    name = names.get(person.pk, "")
    return f"{name} ({person.pseudonym})" if name else person.pseudonym


def view_of_asked(asked: Asked, names: Mapping[int, str]) -> AskedView:
    """One row with participant and person loaded."""
    return AskedView(
        public_id=asked.public_id,
        name=asked.person.name
        if asked.person
        else called(asked.participant, names)
        if asked.participant
        else "",
        participant=asked.participant.public_id if asked.participant else "",
        relative=asked.relative,
        channel=asked.channel,
        email=asked.email,
        sent=asked.sent_at is not None,
        sent_on=local_day(asked.sent_at) if asked.sent_at else None,
        reminders=asked.reminders,
        answered=asked.answered,
        declined=asked.declined_why,
    )


@dataclass(frozen=True, slots=True)
class Slip:
    """What is printed for one who is asked: a link, or the code of a sheet."""

    name: str
    relative: bool
    address: str
    code: str


def slips(*, wave: str, channel: str, viewer: Viewer) -> list[Slip]:
    """One for each who is to be asked on paper (`letter`: a printed link, `paper`: a sheet) and has not answered.

    Raises RuleError where staff may not be asked yet.
    """
    row = wave_by(wave)
    survey = _checked(row, viewer)
    check_can_ask(survey, row)
    rows = _rows(row)
    names = names_at(row.deployment, [asked.participant for asked in rows], viewer)
    wanted = [
        asked for asked in rows if asked.channel == channel and not (asked.answered or asked.declined_why)
    ]
    return [
        Slip(
            name=view_of_asked(asked, names).name,
            relative=asked.relative,
            address=address_of(token_of_asked(asked)),
            code="" if survey.anonymous else shown_code(sheet_code_of(asked)),
        )
        for asked in wanted
    ]


@dataclass(frozen=True, slots=True)
class TalkPerson:
    """One with whom a conversation may be held. `tell_first`: a resident who has not said yes to anything yet."""

    public_id: str
    name: str
    tell_first: bool


def people_to_talk_with(*, wave: str, viewer: Viewer) -> list[TalkPerson]:
    """Those at the site, by their numbers."""
    row = wave_by(wave)
    survey = _checked(row, viewer)
    people = taking_part(row.deployment)
    names = names_at(row.deployment, people, viewer)
    return [
        TalkPerson(one.public_id, called(one, names), needs_telling(row.deployment, survey, one))
        for one in people
    ]


@dataclass(frozen=True, slots=True)
class AskedOne:
    """One who is asked, with the place of the list; `can_talk`: the playbook lets staff hold the conversation."""

    person: AskedView
    wave: str
    number: int
    deployment: str
    title: str
    unit_name: str
    anonymous: bool
    can_talk: bool
    addresses_go_on: date
    constructed: bool


def asked_one(*, asked: str, viewer: Viewer) -> AskedOne:
    """One row of the list. The look is logged."""
    row = asked_by(asked)
    survey = _checked(row.wave, viewer)
    site = row.wave.deployment.phase_site
    return AskedOne(
        person=view_of_asked(row, names_at(row.wave.deployment, [row.participant], viewer)),
        wave=row.wave.public_id,
        number=row.wave.number,
        deployment=row.wave.deployment.public_id,
        title=survey.title,
        unit_name=row.wave.deployment.unit.name,
        anonymous=survey.anonymous,
        can_talk="staff" in survey.channels and row.participant_id is not None,
        addresses_go_on=addresses_go_on(row.wave),
        constructed=bool(site and site.phase.constructed),
    )
