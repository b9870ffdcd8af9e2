"""People as lines and as a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from stillads.kernel.dates import format_date, format_span
from stillads.organisation.queries.people import PersonPage, PersonRow, RoleRow
from stillads.organisation.responsibilities import Responsibility


@dataclass(frozen=True)
class PersonLine:
    """One line of a list."""

    public_id: str
    name: str
    title: str
    roles: str
    login: str


def person_lines(rows: Iterable[PersonRow], *, at_unit: str = "") -> list[PersonLine]:
    """`at_unit`: the unit whose page it is; its name is not said again."""
    return [
        PersonLine(
            row.public_id,
            row.name,
            row.title,
            "; ".join(_short(role, at_unit) for role in row.roles) or _("none today"),
            _("yes") if row.has_login else _("no"),
        )
        for row in rows
    ]


def _short(role: RoleRow, at_unit: str) -> str:
    return role.role_name if role.unit_id == at_unit else f"{role.role_name}, {role.unit}"


def role_days(role: RoleRow) -> str:
    """From when to when."""
    if role.last_day:
        return format_span(role.first_day, role.last_day)
    return _("from %s") % format_date(role.first_day)


def person_answer(person: PersonPage, on: date) -> str:
    """What the person is here today, in a sentence."""
    away = next((a for a in person.absences if a.first_day <= on <= a.last_day), None)
    roles = _joined([f"{role.role_name.lower()} ({role.unit})" for role in person.now])
    said = _("Is %s.") % roles if person.now else _("Has no role today.")
    if away:
        said += " " + _("Away until %s.") % format_date(away.last_day)
    return said


def person_facts(person: PersonPage) -> list[tuple[str, str]]:
    """What is known, as pairs."""
    pairs = [
        (_("Job title"), person.title),
        (_("E-mail"), person.email),
        (_("Telephone"), person.phone),
        (_("Employee number"), person.employee_number),
        (_("Log-in"), login_said(person)),
        (_("Code for shared phones"), _("chosen or given") if person.has_code else _("none")),
    ]
    return [(term, said) for term, said in pairs if said]


def login_said(person: PersonPage) -> str:
    """The state of the log-in."""
    if person.login == "invited" and person.invited_until:
        return _("invited; the link works until %s") % format_date(person.invited_until.date())
    return {
        "open": _("has a log-in"),
        "closed": _("log-in closed"),
        "none": _("none yet"),
        "invited": _("none yet"),
    }[person.login]


def responsibility_groups(
    held: list[tuple[str, list[Responsibility]]],
) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """(label, [(title, detail, address or "")])."""
    return [(label, [(one.title, one.detail, _address(one)) for one in things]) for label, things in held]


def _address(one: Responsibility) -> str:
    if not one.page:
        return ""
    name, *args = one.page
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def _joined(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return _("%(some)s and %(last)s") % {"some": ", ".join(parts[:-1]), "last": parts[-1]}
