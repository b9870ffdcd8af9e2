"""What must stand behind a finding of which kind."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError

from .models import EvidenceLink, Finding

E, K = Finding.Evidence, EvidenceLink.Kind

# What a finding of that kind must have at least one of.
WANTED: dict[str, frozenset[str]] = {
    E.MEASURED: frozenset({K.FIGURE, K.SOURCE}),
    E.SURVEY: frozenset({K.FIGURE, K.SOURCE}),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that stands behind a finding, as it is handed to an action.

    kind              figure, source, quote or log_entry
    figure            public id of a figure of the trial (kind figure)
    source            where it can be read, or who said it, by role (kinds source and quote)
    text              the passage or the words
    key               public id of the log entry (kind log_entry)
    may_be_published  the one who said it has agreed to its being printed (kind quote)
    """

    kind: str
    figure: str = ""
    source: str = ""
    text: str = ""
    key: str = ""
    may_be_published: bool = False


def check_evidence(evidence: str, kinds: Collection[str]) -> None:
    """Refuses a finding whose kind promises more than what stands behind it (`kinds` of its links)."""
    wanted = WANTED.get(evidence)
    if wanted is None or wanted & set(kinds):
        return
    if evidence == E.MEASURED:
        raise RuleError(
            _("You call it measured: choose the number, or say where it can be read."), field="evidence"
        )
    raise RuleError(
        _("You call it a survey: choose the number, or say which survey it was."), field="evidence"
    )


def check_link(link: Evidence) -> None:
    """Refuses evidence that says nothing."""
    if link.kind not in K.values:
        raise RuleError(_("Choose what stands behind it."), field="kind")
    if link.kind == K.FIGURE and not link.figure:
        raise RuleError(_("Choose one of the trial's numbers."), field="figure")
    if link.kind == K.SOURCE and not link.source.strip():
        raise RuleError(_("Say where it can be read: a title, a place, a date."), field="source")
    if link.kind == K.QUOTE and not link.source.strip():
        raise RuleError(_("Say who said it, by role and never by name: “a resident”."), field="source")
    if link.kind == K.LOG_ENTRY and not link.key:
        raise RuleError(_("Choose an entry of the logbook."), field="key")


def may_be_printed(evidence: str, quotes_agreed: Collection[bool]) -> bool:
    """A finding that is a quote is printed only where the one who said it has agreed.

    `quotes_agreed`: for each quote linked to the finding, whether its speaker has agreed.
    """
    return evidence != E.QUOTE or (bool(quotes_agreed) and all(quotes_agreed))
