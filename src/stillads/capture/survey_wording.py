"""The letters that go out: who asks, about what, until when, and what the answer is used for."""

from django.utils.translation import gettext as _

from stillads.kernel.dates import format_date
from stillads.playbooks.kinds.survey import Survey

from .links import address_of, token_of_asked
from .models import Asked


def invitation(asked: Asked, survey: Survey, *, reminder: bool) -> tuple[str, str]:
    """Subject and text of an e-mail to one who is asked. `asked.wave.deployment.unit` is loaded."""
    subject = _("A few questions: %(title)s") if not reminder else _("We still miss your answer: %(title)s")
    parts = [
        _greeting(asked),
        _opening(asked, reminder=reminder),
        survey.intro,
        _("Answer here: %(address)s") % {"address": address_of(token_of_asked(asked))},
        _("You can answer until %(day)s.") % {"day": format_date(asked.wave.closes_on)},
        _("What your answer is used for: %(used_for)s") % {"used_for": survey.used_for},
        _anonymous(survey),
    ]
    return subject % {"title": survey.title}, "\n\n".join(part for part in parts if part)


def _greeting(asked: Asked) -> str:
    return _("Dear %(name)s") % {"name": asked.person.name} if asked.person else _("Hello")


def _opening(asked: Asked, *, reminder: bool) -> str:
    unit = asked.wave.deployment.unit.name
    if reminder:
        return _(
            "Some days ago %(unit)s asked you a few questions. We would still like to hear from you."
        ) % {"unit": unit}
    return _("%(unit)s would like to hear what you think. It takes a few minutes.") % {"unit": unit}


def _anonymous(survey: Survey) -> str:
    if not survey.anonymous:
        return ""
    return _(
        "Your answer is anonymous. We only keep that you have answered, so that we do not remind you again."
    )
