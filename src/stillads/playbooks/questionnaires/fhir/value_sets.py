"""The answers of another system's item: its own, or those of a value set inside the file."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from ..choices import Choices, choices_of, type_pair
from ..refusals import CannotSay
from ..report import Field
from .choices import codings
from .extensions import ORDINAL, decimal_of, extension, type_item


def choices_in(item: type_item, field: Field, contained: Mapping[str, Any]) -> Choices:
    """The answers that the item names, or the value set it points at. Raises CannotSay where there are none."""
    pairs = [(coding["code"], str(coding.get("display") or coding["code"])) for coding, _o in codings(item)]
    choices = choices_of(pairs or _value_set(item, contained))
    field.note(*choices.notes)
    return _scored(item, choices)


def _scored(item: type_item, choices: Choices) -> Choices:
    """The options with their ordinal values as scores."""
    scores = {coding["code"]: decimal_of(extension(coding, ORDINAL)) for coding, _o in codings(item)}
    by_key = {
        choices.codes[code]: score for code, score in scores.items() if score is not None and score % 1 == 0
    }
    if not by_key or "options" not in choices.fields:
        return choices
    options = tuple(
        option.model_copy(update={"score": int(by_key[option.key])}) if option.key in by_key else option
        for option in choices.fields["options"]
    )
    return Choices({"options": options}, choices.codes, choices.notes)


def chosen_in(item: type_item, choices: Choices) -> tuple[str, ...]:
    """What is chosen from the start."""
    return tuple(
        choices.codes[coding["code"]]
        for coding, option in codings(item)
        if option.get("initialSelected") is True
    )


def _value_set(item: type_item, contained: Mapping[str, Any]) -> list[type_pair]:
    name = item.get("answerValueSet")
    value_set = contained.get(name.removeprefix("#")) if isinstance(name, str) else None
    if value_set is None:
        raise CannotSay(_("The answers stand in a value set that is not in the file: %s.") % (name or "?"))
    pairs = [pair for concept in _concepts(value_set) if (pair := _pair(concept))]
    return list(dict(pairs).items())


def _concepts(value_set: Any) -> list[Any]:
    expansion, compose = (value_set.get(name) for name in ("expansion", "compose"))
    if isinstance(expansion, dict) and isinstance(expansion.get("contains"), list):
        return list(expansion["contains"])
    included = compose.get("include") if isinstance(compose, dict) else None
    found: list[Any] = []
    for each in included if isinstance(included, list) else ():
        concepts = each.get("concept") if isinstance(each, dict) else None
        found += concepts if isinstance(concepts, list) else ()
    return found


def _pair(concept: Any) -> type_pair | None:
    if not isinstance(concept, dict) or not isinstance(concept.get("code"), str):
        return None
    return concept["code"], str(concept.get("display") or concept["code"])
