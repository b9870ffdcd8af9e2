"""Declares where a value stands and how it is asked for: `spot.whole("waves.open_days", …)`.

One declaration shows the value, takes it back, and leaves out what stands at the model's default.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from django import forms

from stillads.playbooks.drafting.keys import relined
from stillads.web.shell.fields import DanishNumberField

from .fields import ClockField, DayNumbers, Lines, WholeField, line_field, text_field
from .place import Spot

type_choices = Iterable[tuple[str, Any]]


def number(value: Any) -> Decimal | None:
    """What stands in the data as the number that a field shows the Danish way."""
    return None if value in (None, "") else Decimal(f"{Decimal(str(value)).normalize():f}")


def line(path: str, label: Any, *, more: bool = False, name: str = "", **kwargs: Any) -> Spot:
    """A line of text."""
    return _spot(path, name, lambda: line_field(label, **kwargs), more=more)


def text(path: str, label: Any, *, more: bool = False, rows: int = 2, **kwargs: Any) -> Spot:
    """Paragraphs."""
    return _spot(path, "", lambda: text_field(label, rows=rows, **kwargs), more=more)


def lines(path: str, label: Any, *, more: bool = False, default: Any = None, **kwargs: Any) -> Spot:
    """A list of texts, one on each line."""
    return _spot(path, "", lambda: Lines(label=label, **kwargs), read=_joined, more=more, default=default)


def parts(path: str, label: Any, words: str, *, more: bool = False, **kwargs: Any) -> Spot:
    """A list of parts with a key, written as their `words`; a line that is as before keeps its part."""
    return _spot(
        path, "", lambda: Lines(label=label, **kwargs),
        read=lambda rows: "\n".join(str(row.get(words, "")) for row in rows or ()),
        write=lambda said, stood: relined(stood or (), said or (), words), more=more,
    )  # fmt: skip


def whole(
    path: str, label: Any, *, default: int | None = None, low: int = 0, high: int = 1000, **kwargs: Any
) -> Spot:
    """A whole number."""
    more, name = kwargs.pop("more", False), kwargs.pop("name", "")
    bounds = {"low": Decimal(low), "high": Decimal(high)}
    return _spot(
        path, name, lambda: WholeField(label=label, required=False, **bounds, **kwargs), more=more, default=default
    )  # fmt: skip


def flag(path: str, label: Any, *, default: bool = False, turned: bool = False, more: bool = False) -> Spot:
    """Yes or no; `turned`: the label says the opposite of what stands there."""
    return _spot(
        path, "", lambda: forms.BooleanField(label=label, required=False),
        read=lambda stands: bool(stands) != turned, write=lambda said, _stood: bool(said) != turned,
        more=more, default=default, emptied=True,
    )  # fmt: skip


def one(path: str, label: Any, choices: type_choices, *, default: str = "", **kwargs: Any) -> Spot:
    """One of some; `radio` shows them all, `as_number` writes a whole number down, `begin` is offered first."""
    more, as_number = kwargs.pop("more", False), kwargs.pop("as_number", False)
    begin = kwargs.pop("begin", None)
    widget: Any = forms.RadioSelect if kwargs.pop("radio", False) else forms.Select
    offered = list(choices)
    return _spot(
        path, "",
        lambda: forms.ChoiceField(label=label, choices=offered, widget=widget, required=False, **kwargs),
        read=lambda stands: str(stands or ""), write=_number_said if as_number else None,
        more=more, default=default, begin=begin,
    )  # fmt: skip


def several(path: str, label: Any, choices: type_choices, *, default: Any = None, **kwargs: Any) -> Spot:
    """Some of some."""
    more, offered = kwargs.pop("more", False), list(choices)
    return _spot(
        path, "",
        lambda: forms.MultipleChoiceField(
            label=label, choices=offered, widget=forms.CheckboxSelectMultiple, required=False, **kwargs
        ),
        read=lambda keys: list(keys or ()), write=lambda said, _stood: list(said or ()),
        more=more, default=default, emptied=default is not None,
    )  # fmt: skip


def days(path: str, label: Any, **kwargs: Any) -> Spot:
    """Days counted from day 1, or from another day."""
    more = kwargs.pop("more", False)
    return _spot(
        path, "", lambda: DayNumbers(label=label, required=False, max_length=200, **kwargs),
        read=lambda said: ", ".join(str(each) for each in said or ()), more=more,
    )  # fmt: skip


def clock(path: str, label: Any) -> Spot:
    """A time of day."""
    return _spot(path, "", lambda: ClockField(label=label), read=lambda said: str(said or "")[:5])


def amount(path: str, label: Any, *, default: str | None = None, **kwargs: Any) -> Spot:
    """A number that may have decimals; it stands in the data as text."""
    more, emptied = kwargs.pop("more", False), kwargs.pop("emptied", False)
    return _spot(
        path, kwargs.pop("name", ""), lambda: DanishNumberField(label=label, required=False, **kwargs),
        read=number, write=lambda said, _stood: None if said is None else f"{said:f}",
        more=more, default=default, emptied=emptied,
    )  # fmt: skip


def _spot(
    path: str, name: str, make: Callable[[], forms.Field], *, read: Any = None, write: Any = None, **more: Any
) -> Spot:
    steps = tuple(path.split("."))
    return Spot(name or "_".join(steps), steps, make, read or _same, write or _said, **more)


def _same(value: Any) -> Any:
    return value


def _said(said: Any, stood: Any) -> Any:
    return said


def _number_said(said: Any, stood: Any) -> Any:
    return int(said) if said else None


def _joined(rows: Any) -> str:
    return "\n".join(str(each) for each in rows or ())
