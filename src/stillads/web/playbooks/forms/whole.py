"""What concerns the playbook as a whole: purpose, theory, what decides, house rules."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stillads.trials.queries.choices import themes
from stillads.vocabularies.queries.legal import all_legal_bases
from stillads.web.shell.fields import LongTextField, SafeTextField
from stillads.web.shell.forms import PageForm

from ..presenters.words import REQUIRES
from . import spots as spot
from .base import EditForm, kept
from .fields import Lines, line_field, text_field
from .place import Spot

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
        super().__init__(*args, places=_purpose_more(), **kwargs)
        fields: Any = self.fields
        fields["theme"].choices = [("", _now("– choose –")), *themes()]
        rows = all_legal_bases()
        there = {law["key"] for law in self.part.get("legal_basis", ())}
        fields["laws"].choices = [(r.key, r.name) for r in rows if r.valid_to is None or r.key in there]

    def read(self, part: Mapping[str, Any]) -> dict[str, Any]:
        shown = {name: (part.get(name) or {}).get("da", "") for name in _BOTH}
        shown |= {f"{name}_en": (part.get(name) or {}).get("en", "") for name in _BOTH}
        return {
            **super().read(part),
            **shown,
            **{name: part.get(name, "") for name in ("background", "target_group", "theme")},
            "source": (part.get("source") or {}).get("text", ""),
            "requires": (part.get("participation") or {}).get("requires", "informed"),
            "laws": [law["key"] for law in part.get("legal_basis", ())],
        }

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        both = {n: kept({}, {"da": said.get(n, ""), "en": said.get(f"{n}_en", "")}) for n in _BOTH}
        part = super().write(part, said)
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


def _purpose_more() -> tuple[Spot, ...]:
    return (
        spot.text("participation.why", _("Why does it take that?"), more=True),
        spot.text(
            "participation.who_may_speak", _("Who may speak for a citizen who cannot say it?"), more=True
        ),
        spot.line("source.href", _("Where can the idea be read? An address on the web"), more=True),
        spot.flag(
            "source.title_only", _("The source gives the title alone: nothing is measured yet"), more=True
        ),
    )


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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        page = spot.text("one_page", _("The whole of it on one page, to be handed out"), rows=6, more=True)
        super().__init__(*args, places=(page,), **kwargs)

    def read(self, part: Mapping[str, Any]) -> dict[str, Any]:
        rules = [_rule_said(rule) for rule in part.get("house_rules", ())]
        shown = {"decision_rule": part.get("decision_rule", ""), "rules": "\n".join(rules)}
        return {**super().read(part), **shown}

    def write(self, part: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        old = {_rule_said(rule): rule for rule in part.get("house_rules", ())}
        rules = [old.get(line) or _rule_of(line) for line in said.get("rules") or ()]
        part = super().write(part, said)
        return kept(part, {"decision_rule": said.get("decision_rule", ""), "house_rules": rules})


def _rule_said(rule: Mapping[str, Any]) -> str:
    return " ".join(": ".join(filter(None, (rule.get("title", ""), rule.get("text")))).split())


def _rule_of(line: str) -> dict[str, Any]:
    title, _colon, text = line.partition(": ")
    return kept({}, {"title": title, "text": text})
