"""What a person answers for: a registry that higher rooms fill, so that one step hands it all over.

A room registers one provider per kind of thing in its `ready`. The hand-over calls every provider in
one transaction, and the log tells how many things went over.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.utils.functional import Promise

from stillads.kernel.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One thing that a person answers for.

    kind   the provider's key: `trials.lead`
    key    public id of the thing
    title  how a person knows it
    detail one line more: `dag 40 af 100`
    page   name of the page with its arguments, for the link: `("trials:trial", "h7k2…")`
    """

    kind: str
    key: str
    title: str
    detail: str = ""
    page: tuple[str, ...] = ()


class Provider(Protocol):
    """One kind of responsibility."""

    kind: str

    @property
    def label(self) -> str | Promise:
        """What it is, in the plural: "Trials"."""
        ...

    def held_by(self, *, person_id: int, on: date) -> list[Responsibility]:
        """What the person answers for on a day."""
        ...

    def hand_over(
        self, *, from_id: int, to_id: int, first_day: date, until: date | None, viewer: Viewer, at: datetime
    ) -> int:
        """Gives all of it to `to_id`, for good or until a day (which counts). Returns how many things.

        Called inside the transaction of `actions.handover.hand_over`, which has checked the viewer;
        raises RuleError where it cannot be done, and then nothing goes over.
        """
        ...


_providers: dict[str, Provider] = {}


def register(provider: Provider) -> None:
    """Adds a provider; saying it again with the same kind replaces it."""
    _providers[provider.kind] = provider


def providers() -> list[Provider]:
    """All providers by kind."""
    return [_providers[kind] for kind in sorted(_providers)]
