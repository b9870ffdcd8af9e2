"""What sheets are printed of a wave, and what the grid asks when they are typed in."""

from dataclasses import dataclass
from datetime import datetime

from stillads.kernel.rules import refusal, type_reason
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.kinds.survey import Survey

from ...actions.surveys.sheets import check_can_type
from ...links import new_sheet_code, shown_code
from ...permissions import REGISTER
from ...survey_rules import check_can_ask, survey_of, wave_by
from .asked import slips


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One printed sheet: its code, and for whom it is (nobody in particular, where empty)."""

    code: str
    name: str = ""
    relative: bool = False


@dataclass(frozen=True, slots=True)
class SheetsPage:
    """The sheets of a wave. `asks_who`: the sheet asks who answered."""

    deployment: str
    wave: str
    number: int
    survey: Survey
    unit_name: str
    sheets: tuple[SheetRow, ...]
    asks_who: bool
    cannot_print: type_reason | None
    cannot_type: type_reason | None
    constructed: bool


def sheets_of(*, wave: str, blank: int, viewer: Viewer, at: datetime) -> SheetsPage:
    """Those for people who are asked on paper, then `blank` ones with fresh codes. Nothing is kept of them."""
    row = wave_by(wave)
    check_may(viewer, REGISTER, unit_id=row.deployment.unit_id)
    survey = survey_of(row.deployment)
    cannot_print = refusal(check_can_ask, survey, row)
    named = []
    if blank and cannot_print is None and not survey.anonymous and "paper" in survey.channels:
        named = [
            SheetRow(slip.code, slip.name, slip.relative)
            for slip in slips(wave=wave, channel="paper", viewer=viewer)
        ]
    site = row.deployment.phase_site
    return SheetsPage(
        deployment=row.deployment.public_id,
        wave=row.public_id,
        number=row.number,
        survey=survey,
        unit_name=row.deployment.unit.name,
        sheets=(*named, *(SheetRow(shown_code(new_sheet_code(row))) for _n in range(blank))),
        asks_who=not survey.anonymous and survey.drawn_from != "employees",
        cannot_print=cannot_print,
        cannot_type=refusal(check_can_type, survey, row, at),
        constructed=bool(site and site.phase.constructed),
    )
