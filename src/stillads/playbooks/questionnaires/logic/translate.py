"""Terms as a playbook's condition."""

from collections.abc import Callable, Iterable
from typing import Final, Literal

from django.utils.translation import gettext as _

from ...format.conditions import Condition
from ..refusals import CannotSay
from .comparisons import FLIPPED, compared, counted, has
from .names import Known
from .said import all_of, answered, any_of, between, differs, equals, none_of, tests
from .terms import And, Call, Compare, Not, Or, Ref, Term, Value

type_find = Callable[[str], Known]
_COUNTS: Final = frozenset({"string-length", "count-selected"})
_TRUE: Final = frozenset({"1", "true", "yes"})
_BOTH_BOUNDS: Final = {frozenset({"at_least"}), frozenset({"at_most"})}
_FALSE: Final = frozenset({"0", "false", "no"})


def condition_of(term: Term, find: type_find) -> Condition:
    """The same as a condition; `find` gives the question of a name. Raises CannotSay with a reason."""
    if isinstance(term, And):
        return together("all", [condition_of(part, find) for part in term.parts])
    if isinstance(term, Or):
        return together("any", [condition_of(part, find) for part in term.parts])
    if isinstance(term, Not):
        return _negated(condition_of(term.part, find))
    if isinstance(term, Compare):
        return _comparison(term, find)
    return _alone(term, find)


def together(how: Literal["all", "any"], parts: Iterable[Condition]) -> Condition:
    """One condition of several: nested ones of the same sort opened, tests of one question joined."""
    opened: list[Condition] = []
    for part in parts:
        opened += getattr(part, f"{how}_") or (part,)
    joined = _joined("is_", opened) if how == "any" else _bounded(_joined("is_not", opened))
    if len(joined) == 1:
        return joined[0]
    return any_of(*joined) if how == "any" else all_of(*joined)


def _negated(inner: Condition) -> Condition:
    if inner.question and tests(inner) == {"is_"}:
        return differs(inner.question, *inner.is_)
    if inner.question and tests(inner) == {"answered"}:
        return answered(inner.question, not inner.answered)
    return none_of(*(inner.any_ or (inner,)))


def _joined(test: str, parts: list[Condition]) -> list[Condition]:
    """`is a` or `is b` of one question is `is [a, b]`; so is `is not` under all."""
    make = equals if test == "is_" else differs
    found: dict[str, int] = {}
    joined: list[Condition] = []
    for part in parts:
        key = part.question or ""
        if tests(part) != {test}:
            joined.append(part)
        elif key in found:
            before = joined[found[key]]
            joined[found[key]] = make(key, *dict.fromkeys((*getattr(before, test), *getattr(part, test))))
        else:
            found[key] = len(joined)
            joined.append(part)
    return joined


def _bounded(parts: list[Condition]) -> list[Condition]:
    """A lower and an upper bound of one question, one after the other, are one condition."""
    kept: list[Condition] = []
    for part in parts:
        if kept and _both_bounds(kept[-1], part):
            low, high = (kept[-1], part) if part.at_least is None else (part, kept[-1])
            kept[-1] = between(part.question or "", low.at_least, high.at_most)
        else:
            kept.append(part)
    return kept


def _both_bounds(before: Condition, part: Condition) -> bool:
    return before.question == part.question and {tests(before), tests(part)} == _BOTH_BOUNDS


def _comparison(term: Compare, find: type_find) -> Condition:
    left, op, right = term.left, term.op, term.right
    if isinstance(left, Value) and not isinstance(right, Value):
        left, op, right = right, FLIPPED[op], left
    if not isinstance(right, Value):
        raise CannotSay(_("it compares two answers, or with something that is computed"))
    if isinstance(left, Call):
        return _called(left, op, right.text, find)
    if not isinstance(left, Ref):
        raise CannotSay(_("it compares something that is computed"))
    if left.code is not None:
        return _boxed(left, op, right.text, find)
    return compared(find(left.name), op, right.text)


def _boxed(left: Ref, op: str, said: str, find: type_find) -> Condition:
    """REDCap's `[q(2)] = '1'`."""
    ticked = has(find(left.name), (left.code or "").strip())
    if op not in ("=", "!=") or said not in ("0", "1", ""):
        raise CannotSay(_("a box is either ticked or not"))
    return ticked if (said == "1") == (op == "=") else _negated(ticked)


def _called(call: Call, op: str, said: str, find: type_find) -> Condition:
    name = call.args[0] if len(call.args) == 1 else None
    if call.name in _COUNTS and isinstance(name, Ref):
        return counted(find(name.name), op, said)
    if call.name in ("selected", "not") and op in ("=", "!=") and said.lower() in _TRUE | _FALSE:
        inner = condition_of(call, find)
        return inner if (said.lower() in _TRUE) == (op == "=") else _negated(inner)
    raise CannotSay(_("it uses “%s”") % call.name)


def _alone(term: Term, find: type_find) -> Condition:
    if isinstance(term, Call) and term.name == "selected" and len(term.args) == 2:
        asked, said = term.args
        if isinstance(asked, Ref) and isinstance(said, Value):
            return has(find(asked.name), said.text.strip())
    if isinstance(term, Ref) and term.code is not None:
        return _boxed(term, "=", "1", find)
    raise CannotSay(_("it uses “%s”") % (term.name if isinstance(term, Call | Ref) else _("a bare value")))
