"""Measures and expectations, chosen from what the instruments give."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ..presenters.words import BASELINES, CHARTS, DIRECTIONS, PERIODS, PERSPECTIVES
from . import spots as spot
from .base import EditForm, kept
from .choices import data_in, measurable, value_of, with_now
from .place import Place
from .sources import SOURCE, source_places

_WAYS: Final = ("up", "down", "none")
_EXPECTED: Final = ("up", "down", "unchanged", "not_worse")
_WORSE: Final = (("up", _("That it goes up")), ("down", _("That it goes down")))


class MeasureForm(EditForm):
    """`what` is the whole of how the number comes about; below it can be put together by hand, and that is then it."""

    what = forms.ChoiceField(label=_("What is to be counted?"), required=False)

    def __init__(
        self, *args: Any, part: Mapping[str, Any], playbook: Mapping[str, Any], **kwargs: Any
    ) -> None:
        self.sources = source_places(part, playbook)
        places = (*_said(), *_compared(playbook), *self.sources)
        super().__init__(*args, part=part, places=places, **kwargs)
        what: Any = self.fields["what"]
        what.choices = [("", _now("– choose –")), *with_now(measurable(playbook), _source(self.part))]

    def read(self, part: Mapping[str, Any]) -> dict[str, Any]:
        return {**super().read(part), "what": value_of(_source(part))}

    def clean(self) -> dict[str, Any]:
        """Not both a ready figure and another one put together by hand."""
        said = super().clean()
        if self._chosen(said) and self._by_hand(said):
            self.add_error(
                "what", _("Choose a figure here, or put it together yourself below, not both at once.")
            )
        return said

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        made = super().write(part, said)
        if not self._chosen(said):
            return made
        return kept(made, {**dict.fromkeys(SOURCE), **(data_in(said.get("what")) or {})})

    def _chosen(self, said: Mapping[str, Any]) -> bool:
        return "what" in said and said["what"] != value_of(_source(self.part))

    def _by_hand(self, said: Mapping[str, Any]) -> bool:
        put = dict(self.part)
        for place in self.sources:
            put = place.put(put, said)
        return _source(put) != _source(self.part)


class CriterionForm(EditForm):
    """One expectation, as it prefills a trial's prediction."""

    def __init__(
        self, *args: Any, part: Mapping[str, Any], playbook: Mapping[str, Any], **kwargs: Any
    ) -> None:
        rows = [(str(row["key"]), row.get("title") or row["key"]) for row in playbook.get("measures", ())]
        none = ("", _now("None, we find out in another way"))
        places = (
            spot.line("what", _("What do you expect?")),
            spot.one(
                "perspective", _("Whom does it matter to?"), PERSPECTIVES.items(), begin="citizen", radio=True
            ),
            spot.one("measure", _("Which measure shows it?"), [none, *rows]),
            spot.one(
                "direction", _("Which way?"), [(k, DIRECTIONS[k]) for k in _EXPECTED], begin="up", radio=True
            ),
            spot.amount("size", _("By how much?"), low=Decimal(0)),
            spot.line("unit", _("Unit"), help_text=_("For example: opkald, minutter, %.")),
            spot.text("how_known", _("How will you know?")),
            spot.flag("primary", _("This is the most important expectation")),
            spot.one(
                "worse", _("If it must not get worse: which way is worse?"), _WORSE, default="up", radio=True
            ),
        )
        super().__init__(*args, part=part, places=places, **kwargs)

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        made = super().write(part, said)
        guards = made.get("direction") == "not_worse"
        return kept(made, {"guardrail": guards, "worse": made.get("worse") if guards else None})


def _said() -> tuple[Place, ...]:
    return (
        spot.line("title", _("What is it called?")),
        spot.one("perspective", _("Whom does it matter to?"), PERSPECTIVES.items(), begin="citizen", radio=True),
        spot.one(
            "direction", _("Which way is good?"), [(k, DIRECTIONS[k]) for k in _WAYS], default="none", radio=True
        ),
        spot.line("unit", _("Unit"), help_text=_("For example: opkald, minutter, %.")),
        spot.one("period", _("How often is it added up?"), PERIODS.items(), default="week"),
        spot.flag("sustaining", _("Goes on in daily operation")),
        spot.text("note", _("What is there to know about the figure?"), more=True),
        spot.one("chart", _("How is it drawn?"), CHARTS.items(), default="run", more=True),
        *_usual(),
    )  # fmt: skip


def _usual() -> tuple[Place, ...]:
    """What it usually is: for planning, and for trying the playbook out with drawn figures."""
    least = Decimal(0)
    return (
        spot.amount(
            "assumed.level", _("What is it usually, before the trial?"), low=least, more=True,
            help_text=_(
                "Your best guess, in the unit above; in a count, how many a day at one place. "
                "It shows beforehand what the trial can find, and is never shown as measured."
            ),
        ),
        spot.amount("assumed.a_day", _("How many registrations a day at one place?"), low=least, more=True),
        spot.amount(
            "assumed.spread", _("How much do single figures usually differ from that?"), low=least, more=True,
            help_text=_("Two in three lie within this distance."),
        ),
    )  # fmt: skip


def _compared(playbook: Mapping[str, Any]) -> tuple[Place, ...]:
    windows = [(str(row["key"]), row.get("title") or row["key"]) for row in playbook.get("windows", ())]
    measures = [(str(row["key"]), row.get("title") or row["key"]) for row in playbook.get("measures", ())]
    none = ("", _now("– none –"))
    return (
        spot.one("baseline.kind", _("What is it compared with?"), BASELINES.items(), default="own"),
        spot.one("baseline.window", _("Which observation window?"), [none, *windows], more=True),
        spot.one("baseline.measure", _("Which figures of others?"), [none, *measures], more=True),
    )


def _source(part: Mapping[str, Any]) -> dict[str, Any]:
    return {name: part[name] for name in SOURCE if part.get(name) not in (None, "", False, [])}
