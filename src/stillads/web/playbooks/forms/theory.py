"""Why it should work: the effect chain, level by level, and what must be kept."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from stillads.playbooks.drafting.keys import relined

from ..presenters.words import LEVELS
from .base import EditForm, kept
from .fields import Lines


class TheoryForm(EditForm):
    """The effect chain, level by level, and what must be kept."""

    activity = Lines(label=_("What do you do?"))
    output = Lines(label=_("What comes of it at once?"))
    short_term = Lines(label=_("What becomes better within the 100 days?"))
    long_term = Lines(label=_("What becomes better in the long run?"))
    core = Lines(label=_("What must be kept for it to be the same trial?"))
    adaptable = Lines(label=_("What may each place do in its own way?"))
    conditions = Lines(label=_("What must be in place first?"))

    def read(self, part: Mapping[str, Any]) -> dict[str, Any]:
        theory = part.get("theory") or {}
        chain = theory.get("chain", ())
        levels = {
            level: "\n".join(row["text"] for row in chain if row.get("level") == level) for level in LEVELS
        }
        lines = {name: "\n".join(theory.get(name, ())) for name in ("core", "adaptable", "conditions")}
        return levels | lines

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        theory = part.get("theory") or {}
        wanted = [(level, line) for level in LEVELS for line in said.get(level) or ()]
        rows = relined(theory.get("chain", ()), [line for _level, line in wanted], "text")
        chain = [{**row, "level": level} for row, (level, _line) in zip(rows, wanted, strict=True)]
        lines = {name: said.get(name) or [] for name in ("core", "adaptable", "conditions")}
        return kept(part, {"theory": kept(theory, {"chain": _linked(chain), **lines})})


def _linked(chain: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every link leads on: as it did, or to all of the next level that there is."""
    order = list(LEVELS)
    keys = {row["key"] for row in chain}
    for row in chain:
        later = [other for other in chain if order.index(other["level"]) > order.index(row["level"])]
        nearest = min((order.index(other["level"]) for other in later), default=None)
        known = [key for key in row.get("leads_to", ()) if key in keys]
        row["leads_to"] = known or [o["key"] for o in later if order.index(o["level"]) == nearest]
    return [{name: value for name, value in row.items() if value not in ([], None)} for row in chain]
