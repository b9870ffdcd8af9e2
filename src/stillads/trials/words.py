"""The words of this room's fixed choices, as a person reads them."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Criterion, LogEntry, Participation, Stage, Trial, TrialLink

D, K, S, B, E = Criterion.Direction, LogEntry.Kind, Stage.State, Stage.Blocker, Trial.Exemption
J, L = Participation.State, TrialLink.Kind

# direction: (alone, with a size)
DIRECTIONS: Final[dict[str, tuple[Promise, Promise]]] = {
    D.UP: (_("goes up"), _("goes up by %(size)s")),
    D.DOWN: (_("goes down"), _("goes down by %(size)s")),
    D.UNCHANGED: (_("stays the same"), _("stays within %(size)s")),
    D.NOT_WORSE: (_("does not get worse"), _("does not get worse by more than %(size)s")),
}
PERSPECTIVES: Final[dict[str, Promise]] = {
    "citizen": _("Citizen and relatives"),
    "employee": _("Employee and organisation"),
    "economy": _("Economy and resources"),
}
LOG_KINDS: Final[dict[str, Promise]] = {
    K.NOTE: _("A note in the log"),
    K.CHANGE: _("Something beside the trial changed"),
    K.DEVIATION: _("It was not done as planned"),
}
STAGE_STATES: Final[dict[str, Promise]] = {
    S.WAITING: _("waits"),
    S.RUNNING: _("being tried out"),
    S.TESTED: _("tried out"),
    S.DROPPED: _("taken out"),
}
BLOCKERS: Final[dict[str, Promise]] = {
    B.NONE: _("nothing"),
    B.LAW: _("the law"),
    B.IT: _("IT"),
    B.PROCUREMENT: _("procurement"),
    B.STAFFING: _("staffing"),
    B.OTHER: _("something else"),
}
EXEMPTIONS: Final[dict[str, Promise]] = {
    E.UNKNOWN: _("Not settled yet"),
    E.NOT_NEEDED: _("Not needed"),
    E.NEEDED: _("Needed, not applied for"),
    E.APPLIED: _("Applied for"),
    E.GRANTED: _("Granted"),
    E.REFUSED: _("Refused"),
}
PARTICIPATION: Final[dict[str, Promise]] = {
    J.INFORMED: _("has been told"),
    J.PARTICIPATES: _("takes part"),
    J.DECLINES: _("does not wish to"),
    J.WRITTEN_CONSENT: _("has given written consent"),
    J.WITHDRAWN: _("has withdrawn"),
}
LINKS: Final[dict[str, Promise]] = {
    L.RELATED: _("belongs together with"),
    L.MAY_JOIN: _("may become part of"),
    L.MERGED_INTO: _("was merged into"),
}


def with_unit(number: str, unit: str) -> str:
    """`20 %` with the narrow space that keeps them together, `14 opkald`."""
    if not unit:
        return number
    return f"{number}\u202f{unit}" if unit.startswith("%") else f"{number} {unit}"
