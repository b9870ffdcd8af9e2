"""Who looks or acts, with which reach, and for what purpose.

Every action and every query of personal data takes a Viewer. It is plain data, built once
per request (by `organisation`), so that no room needs to know how a person logged in.
"""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Grant:
    """One role at one unit, with every unit below it, on the day the viewer was built."""

    role: str
    unit_id: int
    units: frozenset[int]


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person, the public, or the system itself.

    actor    stable text for the log: `person:7`, `public`, `system:import-booklet`
    name     how a person reads it
    grants   roles with the units they reach
    purpose  why this is looked at or done, as the log shall say it
    """

    actor: str
    name: str
    person_id: int | None = None
    grants: tuple[Grant, ...] = ()
    purpose: str = ""
    address: str = ""
    superuser: bool = field(default=False)

    @property
    def roles(self) -> frozenset[str]:
        """The names of all roles held, wherever they are held."""
        return frozenset(grant.role for grant in self.grants)

    def units_for(self, *roles: str) -> frozenset[int]:
        """Ids of all units that any of `roles` reaches."""
        found: frozenset[int] = frozenset()
        for grant in self.grants:
            if grant.role in roles:
                found |= grant.units
        return found

    def has_role(self, *roles: str, unit_id: int | None = None) -> bool:
        """Does the viewer hold one of `roles` (reaching `unit_id`, where one is given)?"""
        return any(
            grant.role in roles and (unit_id is None or unit_id in grant.units) for grant in self.grants
        )

    def on_purpose(self, purpose: str) -> "Viewer":
        """The same viewer, looking for another reason."""
        return replace(self, purpose=purpose)


PUBLIC = Viewer(actor="public", name="Offentligheden")


def system_viewer(task: str) -> Viewer:
    """The program itself at work: a schedule, an import from the shell, the demo."""
    return Viewer(actor=f"system:{task}", name="Stillads", purpose=task, superuser=True)
