"""A plan as plain text in the sheet's order, for copying into the care record."""

from collections.abc import Mapping, Sequence

from stillads.playbooks.kinds.plan import Plan as PlanKind

from .plan_links import Link
from .plan_rules import fields_in_order


def as_text(kind: PlanKind, texts: Mapping[str, str], links: Sequence[Link]) -> str:
    """Headings in capitals with their time, a blank line between fields; what is empty is left out."""
    parts = []
    for field in fields_in_order(kind):
        if told := texts.get(field.key, ""):
            time = f" (kl. {field.time})" if field.time else ""
            parts.append(f"{field.title.upper()}{time}\n{told}")
    if links:
        parts.append("HENVISNINGER\n" + "\n".join(_told(link) for link in links))
    return "\n\n".join(parts)


def _told(link: Link) -> str:
    return f"{link.text}: {link.address}" if link.text else link.address
