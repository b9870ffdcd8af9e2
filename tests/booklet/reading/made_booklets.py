"""Makes booklets in the municipality's form, with what each of them says apart from how it is set."""

from dataclasses import dataclass
from functools import partial

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

SECTIONS = ("description", "assessment", "impression", "recommendation")
PERSPECTIVES = ("citizen", "employee", "economy")
HEADINGS = {
    "description": "Beskrivelse af prøvehandling",
    "citizen": "Borger",
    "employee": "Medarbejder",
    "economy": "Økonomi/ressourcer",
    "assessment": "Vurdering",
    "impression": "Hvad har gjort størt indtryk?",
    "recommendation": "Anbefaling",
}
BACK = "◀ Tilbage til indhold"
_LETTERS = "abdefghijklmnoprstuvyæøå"
# A line that is nothing but a heading's word is that heading; "og" after a hyphen is no ending.
_TAKEN = (
    "og",
    "eller",
    "samt",
    "ikke",
    "afprøvet",
    "forord",
    "fordele",
    "borger",
    "medarbejder",
    "økonomi",
    "vurdering",
)
_TAKEN_TOO = (
    "anbefaling",
    "anbefalinger",
    "barrierer",
    "opmærksomhedspunkter",
    "indhold",
    "indholdsfortegnelse",
)

word = st.text(_LETTERS, min_size=2, max_size=14).filter(lambda one: one not in (*_TAKEN, *_TAKEN_TOO))
sentence = st.lists(word, min_size=1, max_size=30).map(lambda words: [words[0].capitalize(), *words[1:]])
paragraphs = st.lists(sentence, min_size=1, max_size=3)
body = st.one_of(st.just([["Ingen"]]), st.just([["Intet"]]), paragraphs)


@dataclass(frozen=True)
class Made:
    """A booklet: its lines as they are printed, and the words that each part should have."""

    lines: list[str]
    foreword: list[str]
    trials: list[dict[str, list[str]]]
    loose: list[str]


@st.composite
def booklets(draw: DrawFn) -> Made:
    """A booklet of one to four trials; sections may be missing, lines and words break anywhere."""
    lines: list[str] = [draw(st.sampled_from(["Forord", " Forord  ", "\fForord"]))]
    foreword = _put(draw, lines, draw(paragraphs))
    loose = ["Forord"]
    trials = [_trial(draw, lines, number, loose) for number in range(1, draw(st.integers(1, 4)) + 1)]
    return Made(lines, foreword, trials, loose)


def _trial(draw: DrawFn, lines: list[str], number: int, loose: list[str]) -> dict[str, list[str]]:
    trial = {"number": [str(number)], "title": _title(draw, lines, number)}
    trial["tested_at"] = _wrapped(
        draw, lines, ["Afprøvet", "på", *draw(st.lists(word, min_size=1, max_size=12))]
    )
    lines.append(f" {HEADINGS['description']}")
    loose.append(HEADINGS["description"])
    trial["description"] = _put(draw, lines, draw(paragraphs))
    _loose(draw, lines, loose)
    _heading(draw, lines, loose, "FORDELE")
    for run in ("advantages", "barriers"):
        for perspective in PERSPECTIVES:
            _heading(draw, lines, loose, HEADINGS[perspective])
            trial[f"{run}.{perspective}"] = _put(draw, lines, draw(body))
            if draw(st.booleans()):
                _loose(draw, lines, loose)
    _heading(draw, lines, loose, "BARRIERER/OPMÆRKSOMHEDSPUNKTER")
    for section in SECTIONS[1:]:
        if section == "assessment" or draw(st.booleans()):
            _heading(draw, lines, loose, HEADINGS[section])
            trial[section] = _put(draw, lines, draw(paragraphs))
    _heading(draw, lines, loose, "Samlet vurdering")
    lines.append(draw(st.sampled_from(["", "  ", "\t"])))
    lines.append(f" {BACK}")
    loose.append(BACK)
    return trial


def _title(draw: DrawFn, lines: list[str], number: int) -> list[str]:
    words = draw(sentence)[:9]
    printed = _broken(draw, words)
    printed[0] = draw(st.sampled_from([" ", "\f"])) + printed[0]
    how = draw(st.sampled_from(["stuck", "spaced", "below", "apart"]))
    if how == "stuck":
        printed[-1] += str(number)
    elif how == "spaced":
        printed[-1] += f" {number}"
    else:
        printed.extend(["", str(number)] if how == "apart" else [str(number)])
    lines.extend(printed)
    return words


def _heading(draw: DrawFn, lines: list[str], loose: list[str], text: str) -> None:
    lines.append(draw(st.sampled_from(["", " ", "\f"])) + text + draw(st.sampled_from(["", "  "])))
    lines.extend(draw(st.sampled_from([[], [""]])))
    loose.append(text)


def _loose(draw: DrawFn, lines: list[str], loose: list[str]) -> None:
    for text in draw(st.sampled_from([[], [BACK], ["29"], [BACK, "118"]])):
        lines.extend(["", text, ""])
        loose.append(text)


def _put(draw: DrawFn, lines: list[str], wanted: list[list[str]]) -> list[str]:
    words: list[str] = []
    for one in wanted:
        bullet = draw(st.booleans())
        printed = _broken(draw, one)
        lines.extend([f"-\t{printed[0]}" if bullet else printed[0], *printed[1:], ""])
        words.extend(["-", *one] if bullet else one)
    return words


def _free(one: str, at: int) -> bool:
    return one[at:] not in _TAKEN


def _wrapped(draw: DrawFn, lines: list[str], words: list[str]) -> list[str]:
    lines.extend(_broken(draw, words))
    return words


def _broken(draw: DrawFn, words: list[str]) -> list[str]:
    """The words over several lines; now and then a word itself is split."""
    lines = [words[0]]
    for one in words[1:]:
        how = draw(st.sampled_from(["space"] * 5 + ["line", "split"]))
        if how == "space":
            lines[-1] += f" {one}"
        elif how == "line":
            lines.append(one)
        elif len(one) >= 4:
            cut = draw(st.integers(2, len(one) - 2).filter(partial(_free, one)))
            lines[-1] += f" {one[:cut]}-"
            lines.append(one[cut:])
        else:
            lines[-1] += f" {one}"
    return [line + " " if not line.endswith("-") and draw(st.booleans()) else line for line in lines]
