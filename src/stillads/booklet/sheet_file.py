"""The board sheet as a file: as much of the trial as one page holds."""

from datetime import date

from django.utils.translation import gettext as _

from stillads.documents import pdf
from stillads.documents.typesetting import TypesettingError
from stillads.kernel.rules import RuleError

from .compiling.sheet import ROOMS, compile_sheet
from .rendering import fonts


def sheet_pdf(round_key: str, phase_id: str, *, today: date) -> tuple[bytes, int]:
    """The A3 page as PDF, and the chapter's number. A long trial is shortened until it fits.

    Raises NotFound; RuleError where not even the shortest fits.
    """
    for room in ROOMS:
        document = compile_sheet(round_key, phase_id, today=today, room=room)
        try:
            return pdf.render(document, fonts=fonts()), document.chapters[0].number
        except TypesettingError:
            continue
    raise RuleError(_("There is too much text for one page. Shorten the title or the recommendation."))
