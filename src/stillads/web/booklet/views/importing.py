"""Reading in a booklet that exists already: looked at first, then stored as a whole."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stillads.booklet.actions.import_booklet import Imported, import_booklet
from stillads.booklet.permissions import IMPORT
from stillads.booklet.reading import Reading, read_file
from stillads.booklet.reading.kept import from_kept, to_kept
from stillads.kernel.clock import now
from stillads.kernel.rules import RuleError
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from ..forms import ConfirmImportForm, UploadForm
from ..presenters.importing import present

_KEPT = "booklet_import"


@page(IMPORT)
def upload(request: PageRequest) -> HttpResponse:
    """Choose a file. It is read at once; nothing is stored yet."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        reading = run(form, lambda data: read_file(data["file"].read()))
        if reading is not None:
            request.session[_KEPT] = {
                "reading": to_kept(reading),
                "source": form.cleaned_data["file"].name,
            }
            return redirect("booklet:import_confirm")
    return render(request, "booklet/upload.html", {"form": form}, status=422 if form.is_bound else 200)


@page(IMPORT)
def confirm(request: PageRequest) -> HttpResponse:
    """What was found and what has no place; then it is stored."""
    kept = request.session.get(_KEPT)
    if kept is None:
        return redirect("booklet:import")
    reading = from_kept(kept["reading"])
    tried = _try(reading, request)
    form = ConfirmImportForm(request.POST or None, initial=_initial(tried))
    if request.method == "POST":
        done = run(form, lambda data: _import(reading, request, data, source=kept["source"]))
        if done is not None:
            del request.session[_KEPT]
            said = (
                _("The booklet was there already. Nothing was changed.")
                if done.already
                else _("The booklet is read in. Here is the round it became.")
            )
            messages.success(request, said)
            return redirect("booklet:overview", key=done.round_key)
    context = {"form": form, "shown": present(reading, kept["source"]), "already": tried and tried.already}
    return render(request, "booklet/confirm.html", context, status=422 if form.is_bound else 200)


def _import(
    reading: Reading, request: PageRequest, data: dict[str, Any], *, source: str, dry_run: bool = False
) -> Imported:
    return import_booklet(
        reading=reading,
        round_key=data["round_key"],
        viewer=request.viewer,
        at=now(),
        source=source,
        start=data["start"],
        end=data["end"],
        dry_run=dry_run,
    )


def _try(reading: Reading, request: PageRequest) -> Imported | None:
    """A dry run; None where the round's days must be told first."""
    nothing = {"round_key": "", "start": None, "end": None}
    try:
        return _import(reading, request, nothing, source="", dry_run=True)
    except RuleError:
        return None


def _initial(tried: Imported | None) -> dict[str, object]:
    if tried is None:
        return {}
    dates = tried.plan.dates
    return {"round_key": tried.round_key, "start": dates.start, "end": dates.end}
