"""Two versions side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from stillads.evaluation.queries.types import KeptView
from stillads.evaluation.words import EVIDENCE, KINDS, PROPOSALS, RATINGS, RHYTHMS
from stillads.kernel.numbers import parse_number

from ..prose import prose


@dataclass(frozen=True, slots=True)
class KeptItem:
    """A save that came second, beside what stands. `joined` is both texts, to be worked together."""

    id: str
    url: str
    by: str
    at: object
    html: SafeString | str
    facts: list[tuple[str, str]]
    version: int
    joined: str
    may_join: bool


def kept_items(phase: str, kept: Sequence[KeptView], *, standing: str, version: int) -> list[KeptItem]:
    """For each kept save of a thing whose running text is `standing` (as typed) in `version`."""
    return [
        KeptItem(
            id=view.id,
            url=reverse("evaluation:settle", args=[phase, view.id]),
            by=view.by,
            at=view.at,
            html=prose(view.body) if view.body is not None else view.plain,
            facts=_facts(view),
            version=version,
            joined=f"{standing}\n\n{view.plain}".strip(),
            may_join=view.target.partition(":")[0] != "ledger",
        )
        for view in kept
    ]


def _facts(view: KeptView) -> list[tuple[str, str]]:
    fields = view.fields
    shown: list[tuple[str, str]] = []
    if "evidence" in fields:
        shown.append((_("Known by"), str(EVIDENCE[str(fields["evidence"])])))
    if "proposal" in fields:
        shown.append((_("Recommends"), str(PROPOSALS[str(fields["proposal"])])))
    if "value" in fields:
        value = fields["value"]
        shown.append((_("Rates it"), str(RATINGS[value]) if isinstance(value, int) else _("Not rated")))
    if "amount" in fields:
        amount = f"{parse_number(str(fields['amount']).replace('.', ','))} {KINDS[str(fields['kind'])]}"
        shown += [(str(fields["what"]), f"{amount} {RHYTHMS[str(fields['rhythm'])]}")]
    return shown
