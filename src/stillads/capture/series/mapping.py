"""How a holder's files look: guessed from the headings, corrected by a person, remembered for the next file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from stillads.kernel.danish import fold
from stillads.playbooks.kinds.series import Series

from .days import FORMATS, guess_format

PASSED_OVER: Final = "-"
"""In `units`: rows of this unit are not for the trial."""

_DAY_WORDS: Final = ("dato", "dag", "uge", "aar og uge", "maaned", "periode", "date", "day", "week", "month")
_UNIT_WORDS: Final = (
    "enhed", "afdeling", "plejecenter", "distrikt", "sted", "arbejdssted", "organisation", "omkostningssted", "unit",
)  # fmt: skip
_FEW: Final = 400


@dataclass(frozen=True, slots=True)
class FileMapping:
    """Which heading holds what. Empty where there is none.

    columns    the playbook's column → heading
    day, unit  headings; written: key of `days.FORMATS`; only: the one unit (public id) of a file without a unit column
    units      name in the file → public id of the unit, or PASSED_OVER
    """

    day: str = ""
    written: str = "iso"
    unit: str = ""
    only: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Plain data."""
        return asdict(self)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "FileMapping":
        """From plain data; what is not known is left out."""
        wanted = {name: data[name] for name in cls.__slots__ if name in data}
        made = cls(**wanted)
        return made if made.written in FORMATS else cls(**{**wanted, "written": "iso"})


def guess(
    kind: Series,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    units: Mapping[str, str],
    known: FileMapping | None = None,
) -> FileMapping:
    """The mapping for a file: what is remembered where its headings are there, else what its words tell.

    rows   some of the file's rows; units: a unit's name → its public id
    """
    folded = {fold(heading): heading for heading in reversed(headings)}
    some = list(rows)[:_FEW]
    before = known or FileMapping()
    day = _kept(before.day, headings) or _found(folded, _DAY_WORDS)
    unit = _kept(before.unit, headings) or _found(folded, _UNIT_WORDS)
    columns = {
        column.key: heading
        for column in kind.columns
        if (
            heading := _kept(before.columns.get(column.key, ""), headings)
            or _found(
                folded, tuple(fold(name) for name in (*column.names, column.title, column.key)), whole=True
            )
        )
    }
    texts = _cells(headings, some, day)
    return FileMapping(
        day=day,
        written=before.written if day and before.day == day else guess_format(kind.per, texts),
        unit=unit,
        only=before.only,
        columns=columns,
        units={**_alike(_cells(headings, some, unit), units), **before.units},
    )


def _kept(heading: str, headings: Sequence[str]) -> str:
    return heading if heading and heading in headings else ""


def _found(folded: Mapping[str, str], words: Sequence[str], *, whole: bool = False) -> str:
    for word in words:
        if word in folded:
            return folded[word]
    if whole:
        return ""
    return next((heading for word in words for text, heading in folded.items() if word in text.split()), "")


def _cells(headings: Sequence[str], rows: Sequence[Sequence[str]], heading: str) -> list[str]:
    if not heading:
        return []
    place = headings.index(heading)
    return [row[place].strip() for row in rows if len(row) > place]


def _alike(names: Iterable[str], units: Mapping[str, str]) -> dict[str, str]:
    known = {fold(name): public_id for name, public_id in units.items()}
    return {name: known[fold(name)] for name in dict.fromkeys(names) if fold(name) in known}
