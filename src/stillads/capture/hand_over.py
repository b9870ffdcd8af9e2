"""The hand-over sheet of a plan: what goes on it, and whether it fits on its one page."""

from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from stillads.documents.hand_over import Fitted, HandOver, Part, TooLongError, fit
from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date
from stillads.kernel.rules import RuleError

from .plan_rules import fields_handed_over
from .queries.plans.sheet import PlanPage


def hand_over_of(page: PlanPage) -> HandOver:
    """What stands on the sheet: the fields that the playbook hands over, those that are filled."""
    fields = [field for field in fields_handed_over(page.kind) if page.texts.get(field.key)]
    day = local_day(page.at)
    return HandOver(
        title=page.kind.title,
        who=page.pseudonym,
        said=f"{page.unit_name}\n"
        + _("Version %(n)d, %(day)s") % {"n": page.number, "day": format_date(day)},
        foot=_("Destroy the sheet after the shift. What holds is the care record."),
        parts=[Part(field.title, page.texts[field.key], field.time, field.first) for field in fields],
        links=[(link.shown, link.address) for link in page.links],
        links_title=_("References"),
        municipality=settings.STILLADS_MUNICIPALITY,
        colour=settings.STILLADS_COLOUR,
        day=day,
        notice=_("Constructed: the citizen is invented.") if page.constructed else "",
    )


def fitted_hand_over(page: PlanPage, *, fonts: Path) -> Fitted:
    """The sheet on its one page. Raises RuleError that says what to shorten where it does not fit."""
    sheet = hand_over_of(page)
    if not sheet.parts:
        raise RuleError(_("Nothing is written in the fields that the sheet shows."))
    try:
        return fit(sheet, fonts=fonts)
    except TooLongError as error:
        longest = max(sheet.parts, key=lambda part: len(part.text))
        raise RuleError(
            _(
                "The text fills %(pages)d pages, and the sheet has one. Shorten it first; "
                "“%(title)s” is the longest with %(n)d letters."
            )
            % {"pages": error.pages, "title": longest.title, "n": len(longest.text)}
        ) from None
