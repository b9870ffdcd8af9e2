"""How a type may be spelled: the words of today, and those of older forms."""

from typing import Final

_TWO_WORDS: Final = {
    "select one": "select_one",
    "select multiple": "select_multiple",
    "select all that apply": "select_multiple",
    "add select one prompt using": "select_one",
    "add select multiple prompt using": "select_multiple",
    "select one from": "select_one",
    "select all that apply from": "select_multiple",
    "select1": "select_one",
    "begin group": "begin_group",
    "end group": "end_group",
    "begin repeat": "begin_repeat",
    "end repeat": "end_repeat",
    "begin loop": "begin_repeat",
    "end loop": "end_repeat",
    "begin lgroup": "begin_repeat",
    "end lgroup": "end_repeat",
    "date time": "datetime",
}


def words_of(text: str) -> tuple[str, ...]:
    """A type in its words: `select one yn or specify other` → select_one, yn, or_other."""
    lowered = " ".join(text.split())
    for old, new in sorted(_TWO_WORDS.items(), key=lambda pair: -len(pair[0])):
        if lowered.lower() == old or lowered.lower().startswith(f"{old} "):
            lowered = new + lowered[len(old) :]
            break
    for other in (" or specify other", " or other"):
        if lowered.lower().endswith(other):
            lowered = lowered[: -len(other)] + " or_other"
    return tuple(lowered.split())
