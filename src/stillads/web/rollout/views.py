"""The checklist of each spread, unit by unit."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.kernel.clock import now, today
from stillads.kernel.rules import NotFound
from stillads.organisation.policy import may
from stillads.organisation.queries.people import people_choices
from stillads.organisation.queries.units import unit_choices, units_by_public_id
from stillads.rollout.actions.spread import add_units, stop_spread, update_line
from stillads.rollout.permissions import MANAGE, READ, UNIT
from stillads.rollout.queries.handles import line_handle, spread_handle
from stillads.rollout.queries.spreads import SpreadPage, spreads
from stillads.rollout.words import STATES, TONES
from stillads.trials.lookup import person_by
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from .forms import LineForm, StopForm, UnitsForm


@page(READ)
def index(request: PageRequest) -> HttpResponse:
    """Everything that is being spread, and how far it has come."""
    rows = [(spread, progress(spread)) for spread in spreads()]
    running = sum(not spread.stopped_why for spread, _said in rows)
    said = ngettext("%(n)d thing is being spread.", "%(n)d things are being spread.", running) % {
        "n": running
    }
    context = {"heading": _("Roll-out"), "said": said, "rows": rows}
    return render(request, "rollout/list.html", context)


def progress(spread: SpreadPage) -> str:
    """`I brug i 2 af 5 enheder`."""
    if spread.stopped_why:
        return _("Stopped: %(why)s") % {"why": spread.stopped_why}
    return ngettext(
        "In use in %(n)d of %(all)d unit.", "In use in %(n)d of %(all)d units.", spread.relevant
    ) % {
        "n": spread.in_use,
        "all": spread.relevant,
    }


def _spread(public_id: str) -> SpreadPage:
    found = spreads(public_id=public_id)
    if not found:
        raise NotFound("no such spread")
    return found[0]


@page(READ)
def show(request: PageRequest, public_id: str) -> HttpResponse:
    """One spread, unit by unit."""
    spread = _spread(public_id)
    lines = [
        (line, STATES[line.state], TONES[line.state], may(request.viewer, UNIT, unit_id=line.unit_id))
        for line in spread.units
    ]
    context = {
        "heading": spread.title,
        "spread": spread,
        "said": progress(spread),
        "lines": lines,
        "may_manage": may(request.viewer, MANAGE),
    }
    return render(request, "rollout/spread.html", context)


@page(UNIT)
def line(request: PageRequest, public_id: str, line_id: str) -> HttpResponse:
    """How far one unit is."""
    row = line_handle(public_id, line_id)
    initial = {
        "state": row.state, "local_owner": row.local_owner.public_id if row.local_owner else "",
        "start_on": row.start_on, "note": row.note, "version": row.version,
    }  # fmt: skip
    form = LineForm(request.POST or None, initial=initial, people=people_choices(on=today()))
    done = run(
        form,
        lambda data: update_line(
            line=row, state=data["state"], local_owner=person_by(data["local_owner"] or None),
            start_on=data["start_on"], note=data["note"], version=data["version"],
            viewer=request.viewer, at=now(),
        ),
    )  # fmt: skip
    if done:
        messages.success(request, _("Saved."))
        return redirect("rollout:spread", public_id)
    context = {"heading": row.unit.name, "said": row.spread.title, "form": form, "public_id": public_id}
    return render(request, "rollout/form.html", context)


@page(MANAGE)
def add(request: PageRequest, public_id: str) -> HttpResponse:
    """Puts more units on the checklist."""
    spread = _spread(public_id)
    known = {line.unit for line in spread.units}
    choices = [(key, name) for key, name in unit_choices(on=today()) if name.strip() not in known]
    form = UnitsForm(request.POST or None, units=choices)
    done = run(
        form,
        lambda data: add_units(
            spread=spread_handle(public_id),
            units=units_by_public_id(data["units"]),
            viewer=request.viewer,
            at=now(),
        ),
    )
    if done is not None:
        return redirect("rollout:spread", public_id)
    context = {
        "heading": _("Add units"), "said": spread.title, "form": form, "public_id": public_id,
    }  # fmt: skip
    return render(request, "rollout/form.html", context)


@page(MANAGE)
def stop(request: PageRequest, public_id: str) -> HttpResponse:
    """Ends a spread, with the reason kept."""
    spread = _spread(public_id)
    form = StopForm(request.POST or None)
    done = run(
        form,
        lambda data: stop_spread(
            spread=spread_handle(public_id), why=data["why"], viewer=request.viewer, at=now()
        ),
    )
    if done:
        return redirect("rollout:spread", public_id)
    context = {
        "heading": _("Stop the roll-out"), "said": spread.title, "form": form, "public_id": public_id,
    }  # fmt: skip
    return render(request, "rollout/form.html", context)
