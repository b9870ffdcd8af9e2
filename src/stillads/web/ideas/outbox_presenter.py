"""From the outbox's rows to what its page shows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import segno
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from stillads.notices.queries import Letter, OutboxRow

from .presenters import day_of

_LINK = re.compile(r"https?://\S+")

CHANNELS = {
    "email": gettext_lazy("E-mail"),
    "letter": gettext_lazy("Letter"),
    "poster": gettext_lazy("Poster"),
}
STATES = {
    "waiting": (gettext_lazy("Waits"), "info"),
    "sending": (gettext_lazy("Is being sent"), "info"),
    "sent": (gettext_lazy("Sent"), "good"),
    "printed": (gettext_lazy("Printed"), "good"),
    "uncertain": (gettext_lazy("Maybe sent"), "warning"),
    "failed": (gettext_lazy("Did not arrive"), "bad"),
    "cancelled": (gettext_lazy("Cancelled"), "plain"),
}


@dataclass(frozen=True)
class ShownNotice:
    """One message. `deeds`: (address, text) of what can be done with it now."""

    public_id: str
    channel: str
    state: str
    tone: str
    recipient: str
    subject: str
    url: str
    created: str
    left: str
    error: str
    deeds: list[tuple[str, str]]


def shown(row: OutboxRow, url: str) -> ShownNotice:
    """A row with its words and the deeds that are open."""
    word, tone = STATES[row.state]
    offered = [
        ("igen", _("Send again") if row.channel == "email" else _("Print again"), row.again_refusal),
        ("naaet", _("It arrived"), row.arrived_refusal),
        ("stop", _("Cancel it"), row.cancel_refusal),
    ]
    deeds = [
        (reverse("ideas:notice", args=[row.public_id, deed]), text)
        for deed, text, refusal in offered
        if refusal is None
    ]
    return ShownNotice(
        row.public_id, str(CHANNELS[row.channel]), str(word), tone, row.recipient, row.subject, url,
        day_of(row.created_at), day_of(row.sent_at), row.last_error, deeds,
    )  # fmt: skip


def code_of(letter: Letter) -> SafeString:
    """The letter's link as a QR code, so that nobody types it; empty where it holds none."""
    found = _LINK.search("\n".join(letter.paragraphs))
    if found is None:
        return SafeString("")
    code = segno.make(found[0], error="m", micro=False)
    drawn = code.svg_inline(
        omitsize=True, border=0, svgclass=None, lineclass=None, title=_("The address of your idea")
    )
    return mark_safe(drawn)  # noqa: S308  (drawn by ourselves from an address of ours)


def answer(counts: Mapping[tuple[str, str], int]) -> str:
    """What needs a person, first."""
    letters, lines = counts.get(("letter", "waiting"), 0), counts.get(("poster", "waiting"), 0)
    stuck = sum(n for (_channel, state), n in counts.items() if state in {"failed", "uncertain"})
    said = [
        (letters, ngettext("%(n)d letter is to be printed", "%(n)d letters are to be printed", letters)),
        (lines, ngettext("%(n)d line is to go on a poster", "%(n)d lines are to go on posters", lines)),
        (stuck, ngettext("%(n)d message did not get through", "%(n)d messages did not get through", stuck)),
    ]
    parts = [sentence % {"n": n} for n, sentence in said if n]
    return ", ".join(parts) + "." if parts else _("Nothing needs you here.")


def tabs(counts: Mapping[tuple[str, str], int], chosen: str) -> list[tuple[str, str, bool]]:
    """All, and one for each channel."""
    base = reverse("ideas:outbox")
    rows = [(_("All"), base, chosen not in CHANNELS)]
    for channel, label in CHANNELS.items():
        total = sum(n for (of, _state), n in counts.items() if of == channel)
        rows.append((f"{label} ({total})", f"{base}?vej={channel}", channel == chosen))
    return rows
