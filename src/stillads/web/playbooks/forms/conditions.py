"""A condition in a form: up to three tests, and how they belong together. What is deeper is kept as it is written."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stillads.web.shell.fields import DanishNumberField

from ..presenters.facts import Told
from .choices import data_in, type_choices, value_of, with_now
from .rows_of_tests import joined, rows_of
from .spots import number

_BOUNDS: Final = ("at_least", "at_most")
_TESTS: Final = 3
_JOINED: Final = (("all", _("all of it")), ("any", _("one of it")), ("none", _("none of it")))


def test_choices(facts: Sequence[Told]) -> type_choices:
    """Each fact with each of its answers, its bounds, and whether it is answered."""
    found: type_choices = []
    for fact in facts:
        words = {"question": fact.words}
        for key, answer in fact.answers:
            said = _now("“%(question)s” is “%(answer)s”") % {**words, "answer": answer}
            found.append((value_of({"question": fact.key, "is": [key]}), said))
        if fact.type == "number":
            found += [
                (_bound(fact.key, "at_least"), _now("“%(question)s” is at least …") % words),
                (_bound(fact.key, "at_most"), _now("“%(question)s” is at most …") % words),
            ]
        for answered, said in (
            (True, _now("“%(question)s” is answered") % words),
            (False, _now("“%(question)s” is not answered") % words),
        ):
            found.append((value_of({"question": fact.key, "answered": answered}), said))
    return found


class ConditionPlace:
    """The condition at `name` of a part. `always` is the choice of having none, `only` what stands before a test."""

    def __init__(
        self, name: str, label: Any, facts: Sequence[Told], now: Any, *, always: Any, only: Any = "%s",
        more: bool = False,
    ) -> None:  # fmt: skip
        self.name, self.label, self.now = name, label, now
        self.always, self.only, self.folded = always, only, more
        self.simple = test_choices(facts)
        self.bounded = any(fact.type == "number" for fact in facts)

    def fields(self) -> dict[str, forms.Field]:
        """Nothing where there is nothing to ask about."""
        if not self.simple and not self.now:
            return {}
        made: dict[str, forms.Field] = {}
        for place in range(1, _TESTS + 1):
            label = self.label if place == 1 else _("… and")
            made[self._name(place)] = forms.ChoiceField(
                label=label, choices=self._choices(place), required=False
            )
            if self.bounded:
                hint = _("Only where it says “at least” or “at most” above.")
                made[f"{self._name(place)}_number"] = DanishNumberField(
                    label=_("Which number?"), help_text=hint, required=False, widget=_bounded()
                )
        made[f"{self.name}_joined"] = forms.ChoiceField(
            label=_("If there are several: what must be so?"), choices=_JOINED, widget=forms.RadioSelect,
            required=False,
        )  # fmt: skip
        return made

    def more_names(self) -> set[str]:
        """All but the first test."""
        names = set(self.fields())
        return names if self.folded else names - {self.name, f"{self.name}_number"}

    def shown(self, part: Mapping[str, Any]) -> dict[str, Any]:
        """The tests in their order; the whole condition where it is deeper than the fields."""
        told = rows_of(part.get(self.name), _TESTS)
        if told is None:
            return {self.name: value_of(part.get(self.name)), f"{self.name}_joined": "all"}
        how, rows = told
        found: dict[str, Any] = {f"{self.name}_joined": how}
        for place in range(1, _TESTS + 1):
            row = rows[place - 1] if place <= len(rows) else None
            bound = next((name for name in _BOUNDS if row and name in row), None)
            found[self._name(place)] = _bound(row["question"], bound) if row and bound else value_of(row)
            found[f"{self._name(place)}_number"] = number(row[bound]) if row and bound else None
        return found

    def put(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        """The condition of what was chosen; the same choice leaves it as it is written."""
        if self.name not in said or self._unchanged(part, said):
            return part
        rows = [row for place in range(1, _TESTS + 1) if (row := self._row(place, said))]
        made = joined(said.get(f"{self.name}_joined") or "all", rows)
        rest = {name: value for name, value in part.items() if name != self.name}
        return {**rest, self.name: made} if made else rest

    def faults(self, said: Mapping[str, Any]) -> dict[str, Any]:
        """A bound wants its number."""
        return {
            f"{self._name(place)}_number": _("Write the number that it is compared with.")
            for place in range(1, _TESTS + 1)
            if "bound" in self._chosen(place, said) and said.get(f"{self._name(place)}_number") is None
        }

    def said_more(self, part: Mapping[str, Any]) -> bool:
        """More than the first test?"""
        told = rows_of(part.get(self.name), _TESTS)
        return told is not None and len(told[1]) > (0 if self.folded else 1)

    def _choices(self, place: int) -> type_choices:
        nothing = self.always if place == 1 else _now("– nothing more –")
        known = (
            with_now(self.simple, self.now)
            if place == 1 and rows_of(self.now, _TESTS) is None
            else self.simple
        )
        only = self.only if place == 1 else "%s"
        return [("", nothing), *((value, str(only) % text) for value, text in known)]

    def _chosen(self, place: int, said: Mapping[str, Any]) -> dict[str, Any]:
        chosen = data_in(said.get(self._name(place)))
        return chosen if isinstance(chosen, dict) else {}

    def _row(self, place: int, said: Mapping[str, Any]) -> dict[str, Any]:
        row = self._chosen(place, said)
        if "bound" not in row:
            return row
        bound = said.get(f"{self._name(place)}_number")
        return {} if bound is None else {"question": row["question"], row["bound"]: f"{bound:f}"}

    def _unchanged(self, part: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
        before = self.shown(part)
        return all((said.get(name) or None) == (before.get(name) or None) for name in self.fields())

    def _name(self, place: int) -> str:
        return self.name if place == 1 else f"{self.name}_{place}"


def _bounded() -> forms.TextInput:
    """A box that the style hides while nothing is compared with a number."""
    return forms.TextInput(attrs={"inputmode": "decimal", "data-bound": ""})


def _bound(question: str, name: str) -> str:
    return value_of({"question": question, "bound": name})
