"""What all forms of the editor share: one part of the draft, as it was when it was shown."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from stillads.playbooks.format.canonical import canonical, digest
from stillads.web.shell.forms import PageForm

from .place import Place


class EditForm(PageForm):
    """`places` are the fields with what they change; `seen` is the digest of the part that they were made of.

    By the digest it is noticed that somebody else has saved meanwhile.
    """

    all_optional = True  # a draft may lack anything; the editor's first page says what is missing
    more_title = _("More settings")

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Any = None, *, part: Mapping[str, Any], places: Iterable[Place] = (), **kwargs: Any
    ) -> None:
        self.part = part
        self.places = tuple(places)
        super().__init__(data, initial={**self.read(part), "seen": digest(canonical(part))}, **kwargs)
        self._more: set[str] = set()
        for place in self.places:
            self.fields.update(place.fields())
            self._more |= place.more_names()

    def read(self, part: Mapping[str, Any]) -> dict[str, Any]:
        """What the fields show of the part."""
        return {name: value for place in self.places for name, value in place.shown(part).items()}

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        """The part with what was said; a field that was not sent or is refused leaves it as it is."""
        for place in self.places:
            part = place.put(part, said)
        return part

    def clean(self) -> dict[str, Any]:
        """Reasons that several fields give together go beside their field."""
        said = super().clean() or {}
        for place in self.places:
            for name, reason in place.faults(said).items():
                self.add_error(name, reason)
        return said

    @property
    def first(self) -> list[BoundField]:
        """The fields that are always in sight."""
        return [field for field in self.visible_fields() if field.name not in self._more]

    @property
    def more(self) -> list[BoundField]:
        """Those that most playbooks can do without."""
        return [field for field in self.visible_fields() if field.name in self._more]

    @property
    def more_open(self) -> bool:
        """Is anything said or refused among them?"""
        return any(place.said_more(self.part) for place in self.places) or any(
            field.errors for field in self.more
        )

    @property
    def overtaken(self) -> bool:
        """Has somebody else saved the part since the form was shown?"""
        sent = self.data.get("seen") if self.is_bound else ""
        return bool(sent) and sent != digest(canonical(self.part))

    def theirs(self) -> list[tuple[str, str]]:
        """What stands there now and is not what was typed: (label, value)."""
        now = self.read(self.part)
        return [
            (str(field.label), _shown(now.get(name)))
            for name, field in self.fields.items()
            if name in now and _shown(now.get(name)) != _shown(self.cleaned_data.get(name))
        ]

    def show_again(self) -> None:
        """The next sending is made with both in sight."""
        sent: Any = self.data
        again = sent.copy()
        again["seen"] = digest(canonical(self.part))
        self.data = again


def kept(part: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """The part with what was said; what is empty or false stands at its default and is taken away."""
    made = dict(part)
    for name, value in said.items():
        if value is None or value is False or value in ("", [], {}):
            made.pop(name, None)
        else:
            made[name] = value
    return made


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "\n".join(str(each) for each in value)
    return str(value if value is not None else "").strip().replace("\r\n", "\n")
