"""What holds for asking and answering a survey."""

from datetime import date, timedelta

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from stillads.kernel.dates import format_date
from stillads.kernel.rules import NotFound, RuleError, allowed
from stillads.playbooks.kinds.survey import Survey

from .lookup import definition_of, deployment_by
from .models import Deployment, Wave


def survey_of(deployment: Deployment) -> Survey:
    """What the playbook says of it; NotFound where the deployment is no survey."""
    definition = definition_of(deployment)
    if not isinstance(definition, Survey):
        raise NotFound(_("There is nothing here by that name."))
    return definition


def wave_by(ref: str, *, lock: bool = False) -> Wave:
    """The wave named `ref` with its deployment loaded as actions want it; NotFound where there is none."""
    rows = Wave.objects.select_for_update() if lock else Wave.objects.all()
    wave = rows.filter(public_id=ref).first()
    if wave is None:
        raise NotFound(_("There is nothing here by that name."))
    wave.deployment = deployment_by(wave.deployment_id)
    return wave


def wave_on(deployment: Deployment, day: date) -> Wave | None:
    """The wave that is open on a day."""
    rows = Wave.objects.filter(deployment=deployment, opens_on__lte=day, closes_on__gte=day)
    return rows.order_by("-number").first()


def check_can_ask(survey: Survey, wave: Wave) -> None:
    """Staff are asked only after MED has agreed the guidelines, on a day that is written down."""
    if survey.drawn_from == "employees" and wave.med_agreed_on is None:
        raise RuleError(
            _("First write down the day on which MED agreed the guidelines for the survey."),
            field="med_agreed_on",
        )


def can_ask(survey: Survey, wave: Wave) -> bool:
    """The question form."""
    return allowed(check_can_ask, survey, wave)


def check_wave_open(wave: Wave, day: date) -> None:
    """Raises RuleError with the day where nothing can be answered now."""
    if day < wave.opens_on:
        raise RuleError(_("You can answer from %(day)s.") % {"day": format_date(wave.opens_on)})
    if day > wave.closes_on:
        raise RuleError(
            _("It could be answered until %(day)s. It is closed now.") % {"day": format_date(wave.closes_on)}
        )


def is_wave_open(wave: Wave, day: date) -> bool:
    """The question form."""
    return allowed(check_wave_open, wave, day)


def reminder_days(survey: Survey, wave: Wave) -> tuple[date, ...]:
    """The days on which those who are missing are reminded, as long as the wave is open."""
    days = (wave.opens_on + timedelta(days=n) for n in sorted(survey.waves.remind_after_days))
    return tuple(day for day in days if day <= wave.closes_on)


def addresses_go_on(wave: Wave) -> date:
    """The day on which the e-mail addresses of those asked are forgotten."""
    return wave.closes_on + timedelta(days=settings.STILLADS_ADDRESS_DAYS)


def fewest(survey: Survey) -> int:
    """How many anonymous answers there must be before any of them is shown in the house."""
    wanted = (
        settings.STILLADS_FEWEST_EMPLOYEES
        if survey.drawn_from == "employees"
        else settings.STILLADS_FEWEST_CITIZENS
    )
    return int(wanted)


def check_can_see_answers(survey: Survey, wave: Wave, answers: int, day: date) -> None:
    """Anonymous answers are shown when the wave has closed and there are enough of them.

    While it is open, whoever follows the list of those who are missing could see whose answer came last.
    """
    if day <= wave.closes_on:
        raise RuleError(
            _("The answers are anonymous. They are shown when the round has closed, on %(day)s.")
            % {"day": format_date(wave.closes_on)}
        )
    if answers < fewest(survey):
        raise RuleError(
            _("There are fewer than %(n)d answers. They are not shown, so that nobody can be recognised.")
            % {"n": fewest(survey)}
        )
