"""Everything that is chosen: options, scales, faces."""

from collections.abc import Iterator
from typing import Any, Final

from ...questions import Question
from ...questions.likert import Likert
from ...questions.multiple_choice import MultipleChoice
from ...questions.options import Option
from ...questions.single_choice import SingleChoice
from ...questions.smiley import Smiley
from ...questions.standard import DONT_KNOW, DONT_KNOW_TEXT
from .extensions import (
    MAX_OCCURS,
    OPTION_HELP,
    ORDINAL,
    decimal_of,
    extend,
    extension,
    text_extension,
    type_item,
)

_SYSTEM: Final = "urn:stillads:answers"


def system_of(question: Question) -> str:
    """The code system that the question's answers belong to: its standard list or scale, or its own."""
    named = getattr(question, "standard", "") or getattr(question, "scale", "") or f"question:{question.key}"
    return f"{_SYSTEM}:{named}"


def write_choice(asked: SingleChoice | MultipleChoice) -> type_item:
    """Options with code, words and score; what is chosen from the start."""
    chosen = (asked.default,) if isinstance(asked.default, str) else asked.default or ()
    options = [_option(asked, option, option.key in chosen) for option in asked.choices]
    item: type_item = {"type": "choice", "answerOption": options}
    if isinstance(asked, MultipleChoice):
        item["repeats"] = True
        if asked.at_most is not None:
            extend(item, MAX_OCCURS, valueInteger=asked.at_most)
    return item


def _option(asked: Question, option: Option, chosen: bool) -> type_item:
    coding: type_item = {"system": system_of(asked), "code": option.key, "display": option.text}
    if option.score is not None:
        extend(coding, ORDINAL, valueDecimal=option.score)
    if option.help:
        extend(coding, OPTION_HELP, valueString=option.help)
    return {"valueCoding": coding} | ({"initialSelected": True} if chosen else {})


def write_points(asked: Likert | Smiley) -> type_item:
    """The points from 1, each with its number as score; *ved ikke* has none."""
    labels = asked.labels if isinstance(asked, Likert) else asked.points
    options = [Option(key=f"p{n}", text=text, score=n) for n, text in enumerate(labels, start=1)]
    written = [_option(asked, option, False) for option in options]
    for each in written:
        each["valueCoding"]["code"] = each["valueCoding"]["code"][1:]
    if isinstance(asked, Likert) and asked.dont_know:
        written.append(_option(asked, Option(key=DONT_KNOW, text=DONT_KNOW_TEXT), False))
    return {"type": "choice", "answerOption": written}


def read_single(item: type_item) -> dict[str, Any]:
    """Options as they stand; only for an item of our own, whose codes are keys."""
    chosen = [coding["code"] for coding, option in codings(item) if option.get("initialSelected") is True]
    return {"options": tuple(_options(item)), "default": next(iter(chosen), None)}


def read_multiple(item: type_item) -> dict[str, Any]:
    """The same for several answers."""
    chosen = tuple(
        coding["code"] for coding, option in codings(item) if option.get("initialSelected") is True
    )
    most = decimal_of(extension(item, MAX_OCCURS))
    return read_single(item) | {"default": chosen, "at_most": int(most) if most is not None else None}


def read_likert(item: type_item) -> dict[str, Any]:
    """The words of the points."""
    said = [(coding["code"], coding.get("display", "")) for coding, _option in codings(item)]
    points = tuple(words for code, words in said if code != DONT_KNOW)
    return {"points": points, "dont_know": len(points) < len(said)}


def read_smiley(item: type_item) -> dict[str, Any]:
    """The words under the faces."""
    return {"points": tuple(coding.get("display", "") for coding, _option in codings(item))}


def codings(item: type_item) -> Iterator[tuple[type_item, type_item]]:
    """Each answer as (coding, option); answers that are plain texts or numbers are their own code."""
    options = item.get("answerOption")
    for option in options if isinstance(options, list) else ():
        if not isinstance(option, dict):
            continue
        coding = option.get("valueCoding")
        if isinstance(coding, dict) and isinstance(coding.get("code", coding.get("display")), str):
            yield coding | {"code": coding.get("code", coding.get("display"))}, option
        else:
            value = next((option[name] for name in option if name.startswith("value")), None)
            if isinstance(value, str | int):
                yield {"code": str(value), "display": str(value)}, option


def _options(item: type_item) -> Iterator[Option]:
    for coding, _option in codings(item):
        score = decimal_of(extension(coding, ORDINAL))
        yield Option(
            key=coding["code"],
            text=coding.get("display") or coding["code"],
            score=int(score) if score is not None else None,
            help=text_extension(coding, OPTION_HELP),
        )
