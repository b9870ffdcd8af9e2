"""The promise of the reader, checked on every run: no word is lost and none is told twice."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from .hyphens import meet
from .lines import SOFT_HYPHEN, SourceLine
from .model import Reading
from .sections import Piece, Why

_WORDS = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*[-\u2010\u2011]?")
_HYPHENS = f"-\u2010\u2011{SOFT_HYPHEN}"


class WordsLost(RuntimeError):
    """The reading does not hold the same words as the text: a fault of ours, never of the text."""


def check(
    lines: Sequence[SourceLine], pieces: Sequence[Piece], reading: Reading, seen: frozenset[str]
) -> None:
    """Compare what came in with what came out, by words and, without trusting our own joining, by letters.

    Raises WordsLost with the difference.
    """
    told = list(_told(reading))
    came_in, came_out = _words(_joined(pieces, seen)), _words(told)
    for number in (str(trial.number) for trial in reading.trials if not trial.number_is_read):
        came_out[number] -= 1
    if +came_in != +came_out:
        raise WordsLost(f"lost {dict(came_in - came_out)}, told too often {dict(came_out - came_in)}")
    letters_in, letters_out = _letters(line.text for line in lines), _letters(told)
    letters_out.subtract("".join(str(trial.number) for trial in reading.trials if not trial.number_is_read))
    if +letters_in != +letters_out:
        raise WordsLost(
            f"letters lost {dict(letters_in - letters_out)} or added {dict(letters_out - letters_in)}"
        )


def _told(reading: Reading) -> Iterable[str]:
    yield reading.foreword
    for trial in reading.trials:
        yield str(trial.number)
        yield from trial.texts()
    for one in reading.unplaced:
        yield one.text


def _joined(pieces: Sequence[Piece], seen: frozenset[str]) -> Iterable[str]:
    """The text of every place, its lines simply put together; headings and the like each for itself."""
    texts: dict[object, str] = {}
    for index, piece in enumerate(pieces):
        if not piece.text:
            continue
        alone = piece.place is None and piece.why is not Why.NOT_PLACED
        key: object = index if alone else piece.place
        texts[key] = meet(texts[key], piece.text, seen) if key in texts else piece.text
    return texts.values()


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in _WORDS.findall(text))


def _letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(sign for text in texts for sign in text if not sign.isspace() and sign not in _HYPHENS)
