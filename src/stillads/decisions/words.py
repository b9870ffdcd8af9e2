"""The words that stand for this room's coded values, everywhere they are shown."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

OUTCOMES: Final[dict[str, Promise]] = {
    "permanent": _("made permanent"),
    "spread": _("made permanent and spread"),
    "extend": _("extended"),
    "drop": _("is dropped"),
    "other": _("other"),
}

WISHES: Final[dict[str, Promise]] = {
    "permanent": _("make it permanent"),
    "spread": _("make it permanent and spread it"),
    "extend": _("try for longer"),
    "drop": _("drop it"),
    "unsure": _("cannot say yet"),
}

ROLES: Final[dict[str, Promise]] = {
    "leader": _("leaders"),
    "employee": _("employees"),
    "union": _("union representatives"),
    "council": _("the elders' council"),
    "relative": _("relatives"),
    "citizen": _("citizens"),
    "management": _("management"),
    "other": _("others"),
}

ROLE_OF_ONE: Final[dict[str, Promise]] = {
    "leader": _("leader"),
    "employee": _("employee"),
    "union": _("union representative"),
    "council": _("member of the elders' council"),
    "relative": _("relative"),
    "citizen": _("citizen"),
    "management": _("director or head"),
    "other": _("in another role"),
}

HEARING_STATES: Final[dict[str, Promise]] = {
    "planned": _("planned"),
    "sent": _("sent for hearing"),
    "answered": _("answered"),
    "waived": _("left out"),
}

RHYTHMS: Final[dict[str, Promise]] = {
    "once": _("once"),
    "weekly": _("a week"),
    "monthly": _("a month"),
    "yearly": _("a year"),
}

ITEM_TYPES: Final[dict[str, Promise]] = {
    "information": _("for information"),
    "discussion": _("for discussion"),
    "decision": _("for decision"),
}


def few_answers(count: int) -> str:
    """Why `count` answers are in no sum: so few answered in those roles that they could be recognised."""
    return ngettext(
        "%(n)d answer is not counted in: so few answered in that role that they could be recognised.",
        "%(n)d answers are not counted in: so few answered in those roles that they could be recognised.",
        count,
    ) % {"n": count}
