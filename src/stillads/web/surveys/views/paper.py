"""Paper: sheets with the same questions, and the grid in which they are typed in."""

from collections.abc import Mapping
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from stillads.capture.actions.surveys.sheets import Sheet, Typed, type_sheets
from stillads.capture.permissions import REGISTER
from stillads.capture.queries.surveys.sheets import SheetsPage, sheets_of
from stillads.kernel.clock import now, today
from stillads.kernel.rules import RuleError
from stillads.playbooks.kinds.survey import WHO_ANSWERED
from stillads.web.shell.access import PageRequest, page

from ..grid import CODE, Column, Line, cells, columns, lines_of, raw_of
from ..printing import paper_questions, sheets_pdf

_ROWS: Final = 10
_MOST: Final = 60


def _wanted(request: PageRequest) -> int:
    said = request.GET.get("antal", "")
    return min(max(int(said), 1), _MOST) if said.isdecimal() else 5


@require_safe
@never_cache
@page(REGISTER)
def sheets(request: PageRequest, wave: str) -> HttpResponse:
    """The sheets to print: those for people who are asked on paper, and blank ones."""
    found = sheets_of(wave=wave, blank=_wanted(request), viewer=request.viewer, at=now())
    context = {"page": found, "questions": paper_questions(found), "count": _wanted(request)}
    return render(request, "surveys/sheets.html", context)


@require_safe
@never_cache
@page(REGISTER)
def sheets_file(request: PageRequest, wave: str) -> HttpResponse:
    """The same as a PDF on A4."""
    found = sheets_of(wave=wave, blank=_wanted(request), viewer=request.viewer, at=now())
    if found.cannot_print is not None:
        raise RuleError(found.cannot_print)
    response = HttpResponse(sheets_pdf(found, day=today()), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="ark-runde-{found.number}.pdf"'
    return response


@page(REGISTER)
def type_in(request: PageRequest, wave: str) -> HttpResponse:
    """The grid. Rows that are right are saved; the others stay, each with its reason."""
    found = sheets_of(wave=wave, blank=0, viewer=request.viewer, at=now())
    asked = columns(found.survey.items, asks_who=found.asks_who)
    if request.method != "POST" or found.cannot_type is not None:
        return _grid(request, found, asked, [Line(number) for number in range(_ROWS)], {})
    typed = [line for line in lines_of(request.POST, asked, _ROWS) if not line.empty]
    told = type_sheets(
        wave=wave, sheets=[_sheet(line, asked) for line in typed], viewer=request.viewer, at=now()
    )
    _say(request, told)
    wrong = [(line, one) for line, one in zip(typed, told, strict=True) if not one.saved]
    if not wrong:
        return redirect("asking:type-in", wave)
    kept = [Line(number, line.texts) for number, (line, _one) in enumerate(wrong)]
    errors = {number: one.errors for number, (_line, one) in enumerate(wrong)}
    rest = [Line(number) for number in range(len(kept), _ROWS)]
    return _grid(request, found, asked, [*kept, *rest], errors, status=422)


def _sheet(line: Line, asked: list[Column]) -> Sheet:
    raw = {column.name: raw_of(column.question, line.texts[column.name]) for column in asked}
    who = raw.pop(WHO_ANSWERED.key, [])
    return Sheet(code=line.texts[CODE], raw=raw, answered_by=who[0] if who else "")


def _say(request: PageRequest, told: list[Typed]) -> None:
    saved = sum(one.saved and not one.again for one in told)
    again = sum(one.again for one in told)
    if saved:
        said = ngettext("%(n)d sheet is saved.", "%(n)d sheets are saved.", saved)
        messages.success(request, said % {"n": saved})
    if again:
        said = ngettext(
            "%(n)d had been typed in before and counts once.",
            "%(n)d had been typed in before and count once.",
            again,
        )
        messages.info(request, said % {"n": again})


def _grid(
    request: PageRequest,
    found: SheetsPage,
    asked: list[Column],
    lines: list[Line],
    errors: Mapping[int, Mapping[str, object]],
    *,
    status: int = 200,
) -> HttpResponse:
    rows = [cells(line, asked, errors.get(line.number, {})) for line in lines]
    context = {
        "page": found,
        "columns": asked,
        "lines": rows,
        "focus": next((cell.name for row in rows for cell in row if cell.error), rows[0][0].name),
        "wrong": sum(len(reasons) for reasons in errors.values()),
    }
    return render(request, "surveys/type_in.html", context, status=status)
