"""What every part of a playbook is made of: frozen models that refuse unknown keys, keys, and clean texts."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Annotated, Any, Final

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
)

from stillads.documents.characters import clean_text

KEY_PATTERN: Final = r"^[a-z][a-z0-9_]{0,59}$"
SLUG_PATTERN: Final = r"^[a-z][a-z0-9-]{1,59}$"


class Part(BaseModel):
    """Frozen; a key that it does not know is an error, never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Kinded(Part):
    """A part that is one of several kinds: its `kind` is always written down, default or not."""

    kind: str

    @model_serializer(mode="wrap")
    def _with_kind(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        written: dict[str, Any] = write(self)
        return {"kind": self.kind, **written}


def _tidy(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in clean_text(text).strip().split("\n"))


def _line(text: str) -> str:
    return _some(" ".join(clean_text(text).split()))


def _text(text: str) -> str:
    return _some(_tidy(text))


def _some(text: str) -> str:
    if not text:
        raise ValueError("text_empty")
    return text


Key = Annotated[str, StringConstraints(pattern=KEY_PATTERN)]
"""Names a thing inside a playbook: `start_date`. Never shown to people."""

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN)]
"""Names a playbook in the library: `faerre-telefonopkald`."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_line)]
"""One line of Danish that people read: a title, a question, an option."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=4000), AfterValidator(_text)]
"""One or more paragraphs of Danish, with an empty line between them."""

OptionalText = Annotated[str, StringConstraints(max_length=4000), AfterValidator(_tidy)]
"""The same, or nothing."""


def one_of(models: Iterable[type[BaseModel]]) -> Any:
    """The union of registered kinds, for a field with a discriminator."""
    return reduce(or_, models)


class Bilingual(Part):
    """A text in Danish and in English, for what other countries read too: title, question, summary."""

    da: Text
    en: Text
