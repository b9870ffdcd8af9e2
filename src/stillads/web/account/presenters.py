"""What my account shows, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from stillads.organisation.queries.people import OwnPage


@dataclass(frozen=True)
class Mine:
    """Name and title, and pairs of term and description."""

    name: str
    title: str
    facts: list[tuple[str, str]]
    code_set: bool


def present(own: OwnPage) -> Mine:
    """My own page as the template shows it."""
    roles = ", ".join(f"{role.role_name}, {role.unit}" for role in own.roles)
    facts = [
        (_("Name"), own.name),
        (_("Job title"), own.title),
        (_("E-mail"), own.email),
        (_("Roles"), roles),
    ]
    return Mine(own.name, own.title, [(term, said) for term, said in facts if said], own.code_set)
