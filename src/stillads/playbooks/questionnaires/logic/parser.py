"""From an expression to terms: or, and, comparisons, calls."""

from typing import Final

from django.utils.translation import gettext as _

from ..refusals import CannotSay
from .terms import And, Call, Compare, Not, Or, Ref, Term, Value
from .tokens import Dialect, Token, tokens

_DEEPEST: Final = 40


def parse(expression: str, dialect: Dialect) -> Term:
    """The terms of `expression`. Raises CannotSay with a reason where it holds what cannot be read."""
    parser = _Parser(tokens(expression, dialect))
    term = parser.either(0)
    parser.end()
    return term


class _Parser:
    def __init__(self, found: list[Token]) -> None:
        self._tokens = found
        self._at = 0

    def either(self, depth: int) -> Term:
        if depth > _DEEPEST:
            raise CannotSay(_("the condition is too deep"))
        parts = [self._both(depth)]
        while self._word("or"):
            parts.append(self._both(depth))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def end(self) -> None:
        if self._at < len(self._tokens):
            raise CannotSay(_("it computes: “%s”") % self._tokens[self._at].text)

    def _both(self, depth: int) -> Term:
        parts = [self._comparison(depth)]
        while self._word("and"):
            parts.append(self._comparison(depth))
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _comparison(self, depth: int) -> Term:
        left = self._primary(depth)
        if self._peek().kind != "op":
            return left
        op = self._next().text
        return Compare(left, "!=" if op == "<>" else op, self._primary(depth))

    def _primary(self, depth: int) -> Term:
        token = self._next()
        if token.kind == "word":
            return self._call(token.text, depth)
        if token == Token("sign", "("):
            inner = self.either(depth + 1)
            self._expect(")")
            return inner
        return _leaf(token)

    def _call(self, name: str, depth: int) -> Term:
        self._expect("(", name)
        args: list[Term] = []
        while self._peek() != Token("sign", ")"):
            args.append(self.either(depth + 1))
            if self._peek() != Token("sign", ","):
                break
            self._next()
        self._expect(")")
        return Not(args[0]) if name.lower() == "not" and len(args) == 1 else Call(name.lower(), tuple(args))

    def _peek(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else Token("end", "")

    def _next(self) -> Token:
        token = self._peek()
        if token.kind == "end":
            raise CannotSay(_("the condition is not finished"))
        self._at += 1
        return token

    def _word(self, word: str) -> bool:
        token = self._peek()
        if token.kind == "word" and token.text.lower() == word:
            self._at += 1
            return True
        return False

    def _expect(self, sign: str, near: str = "") -> None:
        token = self._peek()
        if token != Token("sign", sign):
            raise CannotSay(_("it cannot be read near “%s”") % (near or token.text or sign))
        self._at += 1


def _leaf(token: Token) -> Term:
    if token.kind in ("text", "number"):
        return Value(token.text)
    if token.kind == "ref":
        return Ref(token.text, token.code)
    if token.kind == "path":
        return Ref(token.text.rstrip("/").rpartition("/")[2])
    if token.kind == "self":
        return Ref(".")
    raise CannotSay(_("it cannot be read near “%s”") % token.text)
