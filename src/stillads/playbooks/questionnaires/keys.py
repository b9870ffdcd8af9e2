"""Keys made from the names and words of others: readable, the same each time, never twice."""

import re
from collections import Counter
from typing import Final

from stillads.kernel.danish import fold

LONGEST: Final = 60
_LONGEST_OPTION: Final = 40


def key_of(text: str, *, otherwise: str, longest: int = LONGEST) -> str:
    """`Hvor ofte går du?` → `hvor_ofte_gaar_du`. What does not begin with a letter begins with `otherwise`."""
    key = re.sub(r"[^a-z0-9]+", "_", fold(text)).strip("_")
    if not key[:1].isalpha():
        key = f"{otherwise}_{key}" if key else otherwise
    return key[:longest].rstrip("_")


class Keys:
    """Gives out keys; the second of the same name gets `_2`."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._times: Counter[str] = Counter()

    def make(self, name: str, *, otherwise: str = "q", longest: int = LONGEST) -> str:
        """A key for `name` that was not given out before."""
        first = key = key_of(name, otherwise=otherwise, longest=longest)
        while key in self._taken:
            self._times[first] += 1
            tail = f"_{self._times[first] + 1}"
            key = first[: longest - len(tail)].rstrip("_") + tail
        self._taken.add(key)
        return key

    def option(self, code: str, words: str) -> str:
        """A key for an answer: its code where that is a word, else what the answer says."""
        name = code if code[:1].isalpha() and len(code) > 1 else words
        return self.make(name or code, otherwise="v", longest=_LONGEST_OPTION)
