"""What was probably meant: the nearest of the words that could stand here."""

import re
import unicodedata
from collections.abc import Collection
from difflib import get_close_matches
from typing import Final

_OTHER_WORDS: Final = {
    "radio": "single_choice", "select": "single_choice", "select_one": "single_choice",
    "dropdown": "single_choice", "choice": "single_choice", "yes_no": "single_choice",
    "checkbox": "multiple_choice", "checkboxes": "multiple_choice", "select_multiple": "multiple_choice",
    "text": "short_text", "string": "short_text", "textarea": "long_text", "comment": "long_text",
    "integer": "number", "decimal": "number", "int": "number", "calculate": "number",
    "scale": "likert", "rating": "likert", "faces": "smiley", "image": "photo", "person": "employee",
    "form": "survey", "questionnaire": "survey", "pulse": "survey", "counter": "register", "tally": "register",
    "log": "register", "flow": "case", "process": "case", "document": "plan", "import": "series",
    "focus_group": "interview", "observation": "interview", "loan": "desk", "balance": "account",
    "average": "mean", "sum": "count", "percent": "share", "label": "text", "name": "key", "title": "text",
    "hint": "help", "description": "help", "type": "kind", "relevant": "show_if", "choices": "options",
    "questions": "items", "fields": "items", "min": "at_least", "max": "at_most", "staff": "employee",
    "relatives": "relative", "citizens": "citizen", "employees": "employee",
}  # fmt: skip
"""What other tools call it."""

_FOLDED: Final = {"æ": "ae", "ø": "oe", "å": "aa"}


def nearest(said: str, among: Collection[str]) -> str | None:
    """The one of `among` that looks most like `said`, or that other tools call so."""
    wanted = said.strip().lower().replace("-", "_").replace(" ", "_")
    if _OTHER_WORDS.get(wanted) in among:
        return _OTHER_WORDS[wanted]
    close = get_close_matches(wanted, sorted(among), n=1, cutoff=0.66)
    return close[0] if close else None


def as_key(said: str, joint: str = "_") -> str | None:
    """`Årsag til opkald` as `aarsag_til_opkald`; None where nothing is left of it."""
    folded = "".join(_FOLDED.get(letter, letter) for letter in said.lower())
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    key = re.sub(r"[^a-z0-9]+", joint, plain).strip(joint).lstrip("0123456789" + joint)
    return key[:60] or None
