"""One thing that somebody must do."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Task:
    """A sentence that begins with a verb, what it is about, and where it is done.

    place  what kind of page, and `names` its names in the address: ("trial:prediction", ("h7k2…",))
    due    the day, or None where there is none
    """

    text: str
    about: str
    place: str
    names: tuple[str, ...]
    due: date | None
