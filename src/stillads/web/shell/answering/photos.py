"""A photo among the questions: the picture, what it shows, and whether those in it have agreed.

It is kept as soon as it is good itself, and waits for the rest: what else is missing costs nobody the photo.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import now
from stillads.kernel.rules import Invalid, RuleError
from stillads.media.actions import keep_waiting
from stillads.web.shell.access import PageRequest
from stillads.web.shell.fields import SafeTextField

DROP: Final = "other-"  # a button of this name lets go of a photo that was kept

_ALLOWED: Final = (
    ("no_people", _("No people can be recognised")),
    ("consent", _("Those who can be seen have said yes")),
    ("not_needed", _("No permission is needed")),
)
_WORDS: Final = {"alt_text": "-shows", "permission": "-people", "permission_note": "-who"}
"""A field of `store_photo` → the end of its box's name."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A photo as it was sent: the file, its words by `store_photo`'s names, and the form's own name for it."""

    file: "UploadedFile[Any]"
    words: Mapping[str, str]
    sender: str


type_keeper = Callable[[Upload], str]


class PhotoInput(forms.FileInput):
    """Takes a photo, or says that one is kept; `kept` is its public id."""

    template_name = "django/forms/widgets/photo.html"
    kept = ""

    def __init__(self) -> None:
        super().__init__({"accept": "image/jpeg,image/png,image/webp"})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """With `kept` and the name of the button that lets it go."""
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"kept": self.kept, "drop": f"{DROP}{name}"}
        return context


class Photos:
    """The photo questions of one form."""

    def __init__(self, form: forms.Form) -> None:
        self._form = form
        self._words: dict[str, str] = {}  # box of words → photo
        self._refused: set[str] = set()  # photos whose words are to be put right

    def ask(self, name: str) -> list[tuple[str, str]]:
        """Adds the boxes of words that belong to photo `name`: (name, condition as JSON) of each."""
        self._input(name).kept = self._kept(name)
        shown = json.dumps({"question": name, "answered": True})
        agreed = json.dumps({"question": f"{name}-people", "is": ["consent"]})
        boxes = {
            "alt_text": SafeTextField(
                label=_("What does the photo show?"), help_text=_("For those who cannot see it."),
                max_length=300, required=False,
            ),
            "permission": forms.ChoiceField(
                label=_("Can people be seen in it?"), choices=_ALLOWED, widget=forms.RadioSelect, required=False
            ),
            "permission_note": SafeTextField(
                label=_("Who said yes, and how?"), max_length=300, required=False,
                help_text=_("No names: “the resident, out loud”."),
            ),
        }  # fmt: skip
        for word, field in boxes.items():
            self._form.fields[name + _WORDS[word]] = field
            self._words[name + _WORDS[word]] = name
        return [(name + end, agreed if word == "permission_note" else shown) for word, end in _WORDS.items()]

    def is_word(self, name: str) -> bool:
        """Is it a box of words, and so no answer?"""
        return name in self._words

    def is_settled(self, name: str) -> bool:
        """Is it a box of words whose photo is kept already?"""
        return self.is_word(name) and bool(self._input(self._words[name]).kept)

    def is_asked_again(self, name: str) -> bool:
        """Is it a box of words that must be seen, though the photo has to be chosen once more?"""
        return self.is_word(name) and self._words[name] in self._refused

    def keep(self, keeper: type_keeper) -> dict[str, list[str]]:
        """Keeps every photo that was sent: its answer by name. What is refused is said beside its box."""
        found: dict[str, list[str]] = {}
        for name in set(self._words.values()) & set(self._form.files):
            found[name] = ["refused"]  # so that it is not said to be missing as well
            try:
                self._input(name).kept = keeper(self._upload(name))
                found[name] = [self._input(name).kept]
            except Invalid as refusal:
                self._refused.add(name)
                self._form.add_error(
                    name, str(_("Choose the photo once more: its questions were not answered."))
                )
                for word, reason in refusal.errors.items():
                    self._form.add_error(name + _WORDS[word], str(reason))
            except RuleError as refusal:
                self._form.add_error(name, str(refusal.reason))
        return found

    def _upload(self, name: str) -> Upload:
        said = {word: str(self._form.cleaned_data.get(name + end) or "") for word, end in _WORDS.items()}
        file = self._form.files[name]
        assert isinstance(file, UploadedFile)  # noqa: S101  (narrows the type)
        return Upload(file, said, f"{self._form.cleaned_data['idempotency_key']}:{name}")

    def _kept(self, name: str) -> str:
        source = self._form.data if self._form.is_bound else self._form.initial
        said = source.get(name) or ""
        return "" if f"{DROP}{name}" in source else str(said[0] if isinstance(said, list) else said)

    def _input(self, name: str) -> PhotoInput:
        widget = self._form.fields[name].widget
        assert isinstance(widget, PhotoInput)  # noqa: S101  (narrows the type)
        return widget


def sent(request: PageRequest) -> dict[str, Any]:
    """What an `AnswerForm` is made of: what was sent, and who keeps its photos."""

    def keep(upload: Upload) -> str:
        return keep_waiting(
            content=upload.file.read(), name=str(upload.file.name), **upload.words, sender=upload.sender,
            viewer=request.viewer, at=now(),
        ).public_id  # fmt: skip

    return {"data": request.POST or None, "files": request.FILES or None, "keep_photo": keep}
