"""Users, units, people, citizens."""

from .citizen import Citizen
from .counts import SharedCount
from .device import QuickCode, SharedDevice
from .imports import OrganisationImport
from .invitation import Invitation
from .person import Absence, Assignment, Person
from .unit import Unit, UnitPlacement
from .user import User

__all__ = [
    "Absence",
    "Assignment",
    "Citizen",
    "Invitation",
    "OrganisationImport",
    "Person",
    "QuickCode",
    "SharedCount",
    "SharedDevice",
    "Unit",
    "UnitPlacement",
    "User",
]
