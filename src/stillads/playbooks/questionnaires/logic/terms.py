"""What an expression is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ref:
    """The answer to the question `name` (`.` is the question itself); with `code` one box of a checkbox."""

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A text or a number, as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function."""

    name: str
    args: tuple["Term", ...] = ()


@dataclass(frozen=True, slots=True)
class Compare:
    """`left op right`; op is one of = != < <= > >=."""

    left: "Term"
    op: str
    right: "Term"


@dataclass(frozen=True, slots=True)
class And:
    """All of them."""

    parts: tuple["Term", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of them."""

    parts: tuple["Term", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Not this."""

    part: "Term"


Term = Ref | Value | Call | Compare | And | Or | Not
