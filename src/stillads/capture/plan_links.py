"""Reference links on a plan: only https, only to the hosts that the playbook names, letter for letter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, urlsplit

from django.utils.translation import gettext_lazy as _

from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import RuleError
from stillads.playbooks.kinds.plan import Plan as PlanKind

_LONGEST: Final = 300
_ODD: Final = re.compile(r"[^\x21-\x7e]|[\\\"<>`{}|^]")


@dataclass(frozen=True, slots=True)
class Link:
    """`text` is what the reader sees; the address's host and end where nobody wrote anything."""

    address: str
    text: str = ""

    @property
    def shown(self) -> str:
        """The words of the link."""
        return self.text or self.address.removeprefix("https://").rstrip("/")


def read_links(kind: PlanKind, links: Sequence[Link]) -> list[Link]:
    """The links that were written, checked. Raises RuleError whose `field` is `link_1` … for the first wrong one."""
    made = []
    for number, link in enumerate(links, start=1):
        address, text = link.address.strip(), " ".join(link.text.split())
        field = f"link_{number}"
        if not address:
            if text:
                raise RuleError(_("Write the address too, or empty the name."), field=field)
            continue
        check_no_cpr(f"{text} {address}", field=field)
        check_address(kind, address, field=field)
        made.append(Link(address, text[:80]))
    if len(made) > kind.links:
        raise RuleError(_("A plan can have at most %(n)d references.") % {"n": kind.links}, field="link_1")
    return made


def check_address(kind: PlanKind, address: str, *, field: str | None = None) -> None:
    """Raises RuleError where the address is not https to one of the playbook's hosts exactly.

    `https://allowed.dk.elsewhere.dk`, `https://allowed.dk@elsewhere.dk` and the like are other hosts.
    """
    wanted = ", ".join(kind.hosts)
    refused = RuleError(
        _("A reference begins with https:// and leads to %(hosts)s.") % {"hosts": wanted}, field=field
    )
    if len(address) > _LONGEST or _ODD.search(address):
        raise refused
    try:
        parts = urlsplit(address)
        fine = _is_plain(parts)
    except ValueError:
        raise refused from None
    if not fine or parts.hostname not in {host.lower() for host in kind.hosts}:
        raise refused


def _is_plain(parts: SplitResult) -> bool:
    return parts.scheme == "https" and parts.netloc.lower() == parts.hostname and parts.port is None
