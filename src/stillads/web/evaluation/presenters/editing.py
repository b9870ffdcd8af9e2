"""Which part of the page is open for writing."""

from dataclasses import dataclass

from django.forms import Form


@dataclass(frozen=True, slots=True)
class Editing:
    """The part that is open, by its target (`text:assessment`, `new:advantage:citizen`), and its form."""

    target: str
    form: Form

    def form_for(self, target: str) -> Form | None:
        """The form where `target` is what is open."""
        return self.form if self.target == target else None


def form_for(editing: Editing | None, target: str) -> Form | None:
    """The open form of `target`, or None."""
    return editing.form_for(target) if editing else None
