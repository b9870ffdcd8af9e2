"""What all forms of the editor share: one part of the draft, as it was when it was shown."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillads.playbooks.format.canonical import canonical, digest
from stillads.web.shell.fields import LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm


class EditForm(PageForm):
    """`seen` is the digest of the part that the form was made of: whoever saved meanwhile is noticed by it."""

    all_optional = True  # a draft may lack anything; the editor's first page says what is missing

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, part: Mapping[str, Any], **kwargs: Any) -> None:
        self.part = part
        super().__init__(data, initial={**self.read(part), "seen": digest(canonical(part))}, **kwargs)

    def read(self, part: Mapping[str, Any]) -> dict[str, Any]:
        """What the fields show of the part."""
        return {}

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        """The part with what was said."""
        return part

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


class Lines(LongTextField):
    """One thing a line; gives a list without empty ones."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("rows", 4)
        kwargs.setdefault("required", False)
        kwargs.setdefault("help_text", _("One on each line."))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        """The lines."""
        text = super().clean(value) or ""
        return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def line_field(label: Any, **kwargs: Any) -> SafeTextField:
    """One line that may be empty while one is drafting."""
    return SafeTextField(label=label, max_length=200, required=False, **kwargs)


def text_field(label: Any, **kwargs: Any) -> LongTextField:
    """Paragraphs that may be empty while one is drafting."""
    return LongTextField(label=label, required=False, max_length=4000, rows=kwargs.pop("rows", 3), **kwargs)


def kept(part: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """The part with what was said; what is empty or false stands at its default and is taken away."""
    made = dict(part)
    for name, value in said.items():
        if value is None or value is False or value in ("", [], {}):
            made.pop(name, None)
        else:
            made[name] = value
    return made


def number(value: Any) -> Decimal | None:
    """What stands in the data as the number that a field shows the Danish way."""
    return None if value in (None, "") else Decimal(f"{Decimal(str(value)).normalize():f}")


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "\n".join(str(each) for each in value)
    return str(value if value is not None else "").strip().replace("\r\n", "\n")
