"""What concerns the playbook as a whole: purpose, theory, what decides, house rules."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stillads.playbooks.drafting.keys import relined
from stillads.trials.queries.choices import themes
from stillads.vocabularies.queries.legal import all_legal_bases
from stillads.web.shell.fields import LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm

from ..presenters.words import LEVELS, REQUIRES
from .base import EditForm, Lines, kept, line_field, text_field

_BOTH = ("title", "question", "summary")


class NewForm(PageForm):
    """The three things that a playbook begins with."""

    title = SafeTextField(
        label=_("What is it called?"), max_length=120, help_text=_("For example: Ro om natten.")
    )
    question = LongTextField(
        label=_("What do you want to find out?"),
        rows=2,
        max_length=400,
        help_text=_("A question that can be answered with yes or no after 100 days."),
    )
    theme = forms.ChoiceField(label=_("Theme"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["theme"]
        field.choices = [("", _now("– choose –")), *themes()]


class PurposeForm(EditForm):
    """Why, for whom, on which law."""

    title = line_field(_("Title"))
    question = text_field(_("The question"), rows=2)
    summary = text_field(_("In short: what do you do, and what do you hope for?"))
    background = text_field(_("Background: what gave the idea, and what do you know already?"), rows=4)
    target_group = text_field(_("Who is it for, and where?"), rows=2)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    source = text_field(_("Where does the idea come from?"), rows=2)
    requires = forms.ChoiceField(
        label=_("What must be in place before anything is registered about a citizen?"),
        choices=list(REQUIRES.items()),
        widget=forms.RadioSelect,
    )
    laws = forms.MultipleChoiceField(
        label=_("Which law do you act on?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    title_en = line_field(_("Title in English"), help_text=_("So that others can find it, also abroad."))
    question_en = text_field(_("The question in English"), rows=2)
    summary_en = text_field(_("In short, in English"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["theme"].choices = [("", _now("– choose –")), *themes()]
        rows = all_legal_bases()
        there = {law["key"] for law in self.part.get("legal_basis", ())}
        fields["laws"].choices = [(r.key, r.name) for r in rows if r.valid_to is None or r.key in there]

    def read(self, part: Mapping[str, Any]) -> dict[str, Any]:
        shown = {name: (part.get(name) or {}).get("da", "") for name in _BOTH}
        shown |= {f"{name}_en": (part.get(name) or {}).get("en", "") for name in _BOTH}
        return {
            **shown,
            **{name: part.get(name, "") for name in ("background", "target_group", "theme")},
            "source": (part.get("source") or {}).get("text", ""),
            "requires": (part.get("participation") or {}).get("requires", "informed"),
            "laws": [law["key"] for law in part.get("legal_basis", ())],
        }

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        both = {n: kept({}, {"da": said.get(n, ""), "en": said.get(f"{n}_en", "")}) for n in _BOTH}
        old = {law["key"]: law for law in part.get("legal_basis", ())}
        named = {name: said.get(name, "") for name in ("background", "target_group", "theme")}
        return kept(
            part,
            {
                **both,
                **named,
                "source": kept(part.get("source") or {}, {"text": said.get("source", "")}),
                "participation": {**(part.get("participation") or {}), "requires": said.get("requires")},
                "legal_basis": [old.get(key, {"key": key, "when": "now"}) for key in said.get("laws", ())],
            },
        )


class TheoryForm(EditForm):
    """The effect chain, level by level, and what must be kept."""

    activity = Lines(label=_("What do you do?"))
    output = Lines(label=_("What comes of it at once?"))
    short_term = Lines(label=_("What becomes better within the 100 days?"))
    long_term = Lines(label=_("What becomes better in the long run?"))
    core = Lines(label=_("What must be kept for it to be the same trial?"))
    adaptable = Lines(label=_("What may each place do in its own way?"))
    conditions = Lines(label=_("What must be in place first?"))

    def read(self, part: Mapping[str, Any]) -> dict[str, Any]:
        theory = part.get("theory") or {}
        chain = theory.get("chain", ())
        levels = {
            level: "\n".join(row["text"] for row in chain if row.get("level") == level) for level in LEVELS
        }
        lines = {name: "\n".join(theory.get(name, ())) for name in ("core", "adaptable", "conditions")}
        return levels | lines

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        theory = part.get("theory") or {}
        wanted = [(level, line) for level in LEVELS for line in said.get(level) or ()]
        rows = relined(theory.get("chain", ()), [line for _level, line in wanted], "text")
        chain = [{**row, "level": level} for row, (level, _line) in zip(rows, wanted, strict=True)]
        lines = {name: said.get(name) or [] for name in ("core", "adaptable", "conditions")}
        return kept(part, {"theory": kept(theory, {"chain": _linked(chain), **lines})})


class RulesForm(EditForm):
    """What decides, and the rules for those who take part."""

    decision_rule = text_field(
        _("What does it take to go on, and what makes you stop?"),
        help_text=_("Write it before anything is measured."),
    )
    rules = Lines(
        label=_("House rules"),
        help_text=_("One on each line. An explanation may follow after a colon."),
    )

    def read(self, part: Mapping[str, Any]) -> dict[str, Any]:
        rules = [": ".join(filter(None, (r["title"], r.get("text")))) for r in part.get("house_rules", ())]
        return {"decision_rule": part.get("decision_rule", ""), "rules": "\n".join(rules)}

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        pairs = [line.partition(": ") for line in said.get("rules") or ()]
        rules = [kept({}, {"title": title, "text": text}) for title, _colon, text in pairs]
        return kept(part, {"decision_rule": said.get("decision_rule", ""), "house_rules": rules})


def _linked(chain: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every link leads on: as it did, or to all of the next level that there is."""
    order = list(LEVELS)
    keys = {row["key"] for row in chain}
    for row in chain:
        later = [other for other in chain if order.index(other["level"]) > order.index(row["level"])]
        nearest = min((order.index(other["level"]) for other in later), default=None)
        known = [key for key in row.get("leads_to", ()) if key in keys]
        row["leads_to"] = known or [o["key"] for o in later if order.index(o["level"]) == nearest]
    return [{name: value for name, value in row.items() if value not in ([], None)} for row in chain]
