"""An instrument: what all kinds have; what each kind has besides stands in `kinds.py` and `surveys.py`."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from ..presenters.words import WHO
from . import spots as spot
from .base import EditForm
from .kinds import own_spots
from .place import Spot

_OPEN: Final = (
    ("baseline", _("Before start, so that there is something to compare with")),
    ("trial", _("In the 100 days")),
    ("after", _("In daily operation afterwards")),
)
FRESH: Final[Mapping[str, Any]] = {"open": {"baseline": True}, "by": ["employee"]}
_OF_KIND: Final[Mapping[str, Mapping[str, Any]]] = {"plan": {"links": 0}}


def fresh(kind: str) -> dict[str, Any]:
    """What an instrument of the kind begins with."""
    return {"kind": kind, **FRESH, **_OF_KIND.get(kind, {})}


class InstrumentForm(EditForm):
    """The fields of its kind stand between those that all have."""

    def __init__(
        self, *args: Any, playbook: Mapping[str, Any], part: Mapping[str, Any], **kwargs: Any
    ) -> None:
        own = own_spots(part, playbook)
        places = (*_HEAD, *own, *_SHARED, *_windows(part, playbook), _IN_RECORD)
        super().__init__(*args, part=part, places=places, **kwargs)

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        made = super().write(part, said)
        if "cost" in made:  # one of the two alone costs nothing yet
            made["cost"] = {"seconds": 0, "times_a_week": 0.0, **made["cost"]}
        return made


def _opened(said: Any, stood: Any) -> dict[str, Any]:
    names = [name for name, _word in _OPEN]
    rest = {name: value for name, value in (stood or {}).items() if name not in names}
    return rest | {name: name in said for name in names if (name in said) != (name == "trial")}


_HEAD: Final = (
    spot.line("title", _("What is it called?")),
    spot.text("what", _("What is registered? One sentence to those who do it.")),
)
_IN_RECORD: Final = spot.text(
    "in_record", _("What stands in the care record already, and is therefore not asked here?"), more=True
)
_OPENED: Final = spot.several("open", _("When is it open?"), _OPEN)
_TIMES: Final = spot.amount("cost.times_a_week", _("Times a week for each employee"), name="times")
_SHARED: Final = (
    spot.text("used_for", _("What is it used for? It is shown where it is registered.")),
    spot.several("by", _("Who registers or answers?"), WHO.items(), default=["employee"]),
    Spot(
        "open", ("open",), _OPENED.make,
        read=lambda stands: [name for name, _w in _OPEN if (stands or {}).get(name, name == "trial")],
        write=_opened,
    ),
    spot.whole("cost.seconds", _("Seconds each time"), high=7200, name="seconds"),
    Spot(
        "times", _TIMES.path, _TIMES.make, _TIMES.read,
        write=lambda said, _stood: None if said is None else float(said),
    ),
)  # fmt: skip


def _windows(part: Mapping[str, Any], playbook: Mapping[str, Any]) -> tuple[Spot, ...]:
    """Only where there are any to choose."""
    rows = [(str(row["key"]), row.get("title") or row["key"]) for row in playbook.get("windows", ())]
    if not rows and not (part.get("open") or {}).get("windows"):
        return ()
    label = _("Only in these observation windows (all of the time, where none is chosen)")
    return (spot.several("open.windows", label, rows),)
