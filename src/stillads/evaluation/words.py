"""The words for what the codes mean, for pages, booklet and refusals alike."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

PERSPECTIVES: Final[dict[str, Promise]] = {
    "citizen": _("Citizen and relatives"),
    "employee": _("Employee and organisation"),
    "economy": _("Economy and resources"),
}
SIDES: Final[dict[str, Promise]] = {"advantage": _("Advantages"), "barrier": _("Barriers")}
TEXTS: Final[dict[str, Promise]] = {
    "description": _("Description"),
    "assessment": _("Assessment"),
    "impression": _("What made the greatest impression?"),
}
EVIDENCE: Final[dict[str, Promise]] = {
    "measured": _("measured"),
    "survey": _("survey"),
    "quote": _("quote"),
    "observation": _("observation"),
    "assumption": _("assumption"),
    "unclassified": _("not classified"),
}
BOX_STATES: Final[dict[str, Promise]] = {
    "open": pgettext_lazy("box", "Findings"),
    "none_found": _("None found"),
    "not_examined": _("Not examined"),
    "not_stated": _("Not stated"),
}
PROPOSALS: Final[dict[str, Promise]] = {
    "permanent": _("Make it permanent"),
    "spread": _("Make it permanent and spread it"),
    "extend": _("Extend the trial"),
    "drop": _("Drop the idea"),
    "other": pgettext_lazy("recommendation", "Something else"),
}
RATINGS: Final[dict[int, Promise]] = {
    -2: _("Much worse"),
    -1: _("Somewhat worse"),
    0: _("No difference"),
    1: _("Somewhat better"),
    2: _("Much better"),
}
NOT_RATED: Final = _("Not rated")
KINDS: Final[dict[str, Promise]] = {"hours": _("hours"), "kroner": _("kroner")}
RHYTHMS: Final[dict[str, Promise]] = {
    "once": _("once"),
    "weekly": _("a week"),
    "monthly": _("a month"),
    "yearly": _("a year"),
}
LINKS: Final[dict[str, Promise]] = {
    "figure": _("A number"),
    "source": _("A source"),
    "quote": _("Somebody's own words"),
    "log_entry": _("The logbook"),
}
