"""An expression as a list of tokens: XPath as XLSForm uses it, and REDCap's branching logic."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from django.utils.translation import gettext as _

from ..refusals import CannotSay

Dialect = Literal["xlsform", "redcap"]
LONGEST: Final = 4000

_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})
_COMMON: Final = r"""
    (?P<text>'[^']*'|"[^"]*")
  | (?P<number>-?\d+(?:\.\d+)?(?![\w.]))
  | (?P<op><>|!=|<=|>=|=|<|>)
  | (?P<sign>[(),])
"""
_XPATH: Final = r"""
  | \$\{\s*(?P<ref>[^{}\s]+)\s*\}
  | (?P<path>(?:\.\./|/)[\w./-]+)
  | (?P<self>\.)(?![\w.])
  | (?P<word>[A-Za-z_][\w:.-]*)
"""
_REDCAP: Final = r"""
  | \[(?P<ref>[A-Za-z_]\w*)(?:\((?P<code>[^()\[\]]+)\))?\](?!\s*\[)
  | (?P<word>[A-Za-z_]\w*)
"""
_DIALECTS: Final = {
    "xlsform": re.compile(_COMMON + _XPATH, re.VERBOSE),
    "redcap": re.compile(_COMMON + _REDCAP, re.VERBOSE),
}


@dataclass(frozen=True, slots=True)
class Token:
    """kind: text, number, op, sign, ref, path, self, word; `code` is the box of a checkbox."""

    kind: str
    text: str
    code: str | None = None


def tokens(expression: str, dialect: Dialect) -> list[Token]:
    """The tokens in their order. Raises CannotSay where there is something else between them."""
    text = expression.translate(_QUOTES)
    if len(text) > LONGEST:
        raise CannotSay(_("the condition is too long"))
    found: list[Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        match = _DIALECTS[dialect].match(text, at)
        if match is None:
            raise CannotSay(_("it computes: “%s”") % _near(text, at))
        found.append(_token(match))
        at = match.end()
    return found


def _token(match: "re.Match[str]") -> Token:
    parts = match.groupdict()
    code = parts.pop("code", None)
    kind, said = next((kind, said) for kind, said in parts.items() if said is not None)
    return Token(kind, said[1:-1] if kind == "text" else said, code)


def _near(text: str, at: int) -> str:
    return " ".join(text[at : at + 30].split())
