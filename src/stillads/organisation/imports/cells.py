"""What a cell means: a day, a kind of unit, a role."""

from collections.abc import Mapping
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from stillads.kernel.rules import RuleError

from ..models import Unit
from ..policy import (
    ADMINISTRATOR,
    COMMITTEE,
    CONSULTANT,
    COUNCIL,
    DIRECTOR,
    EMPLOYEE,
    MANAGER,
    PRIVACY,
    TRIAL_LEAD,
)

_DAYS = ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%d.%m.%y", "%d-%m-%y")

# As municipalities write them in their own lists; the first name is the one that is told.
KINDS: Mapping[str, tuple[str, ...]] = {
    Unit.Kind.MUNICIPALITY: ("kommune", "forvaltning"),
    Unit.Kind.AREA: ("område",),
    Unit.Kind.DISTRICT: ("distrikt", "hjemmeplejedistrikt"),
    Unit.Kind.CARE_CENTRE: ("plejecenter", "plejehjem", "friplejehjem"),
    Unit.Kind.REHABILITATION_CENTRE: ("træningscenter", "rehabiliteringscenter", "genoptræningscenter"),
    Unit.Kind.KITCHEN: ("køkken", "produktionskøkken"),
    Unit.Kind.AUTHORITY: ("myndighed", "visitation"),
    Unit.Kind.SERVICE: ("service", "hjælpemiddeldepot", "stab"),
    Unit.Kind.TEAM: ("team", "gruppe", "hjemmeplejegruppe", "afdeling"),
}
ROLE_NAMES: Mapping[str, tuple[str, ...]] = {
    CONSULTANT: ("udviklingskonsulent", "konsulent"),
    TRIAL_LEAD: ("prøvehandlingsansvarlig",),
    MANAGER: ("leder", "enhedsleder", "teamleder", "centerleder"),
    EMPLOYEE: ("medarbejder",),
    DIRECTOR: ("direktør", "chef", "direktør eller chef"),
    COMMITTEE: ("udvalgsmedlem",),
    COUNCIL: ("ældrerådsmedlem", "medlem af ældrerådet"),
    PRIVACY: ("databeskyttelsesrådgiver", "dpo"),
    ADMINISTRATOR: ("systemadministrator", "administrator"),
}


def day_of(text: str, field: str) -> date | None:
    """The day; None for an empty cell."""
    if not text:
        return None
    for form in _DAYS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  (a calendar day has no zone)
        except ValueError:
            continue
    said = _("Write the day as 1.8.2026 or 2026-08-01. It says “%s”.") % text
    raise RuleError(said, field=field)


def filled(text: str, field: str) -> str:
    """A cell that must hold something."""
    if not text:
        raise RuleError(_("This cell must not be empty."), field=field)
    return text


def address_of(text: str, field: str) -> str:
    """An e-mail address, or nothing."""
    if not text:
        return ""
    try:
        validate_email(text)
    except ValidationError as error:
        said = _("Write an e-mail address such as inge.holm@kommunen.dk. It says “%s”.") % text
        raise RuleError(said, field=field) from error
    return text.lower()


def kind_of(text: str, field: str = "kind") -> str:
    """The kind of unit."""
    return _named(text, KINDS, field)


def role_of(text: str, field: str = "role") -> str:
    """The role."""
    return _named(text, ROLE_NAMES, field)


def _named(text: str, known: Mapping[str, tuple[str, ...]], field: str) -> str:
    wanted = text.casefold()
    for key, names in known.items():
        if wanted == key or wanted in names:
            return str(key)
    choices = ", ".join(names[0] for names in known.values())
    raise RuleError(
        _("Write one of: %(choices)s. It says “%(text)s”.") % {"choices": choices, "text": text}, field=field
    )
