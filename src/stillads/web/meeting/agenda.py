"""The agenda: planned, put in order, opened for feedback."""

from datetime import datetime, time

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.decisions.actions.meeting import open_feedback, order_agenda, plan_meeting, save_agenda_item
from stillads.decisions.permissions import PLAN_MEETING, READ, TYPE_PAPER
from stillads.decisions.queries.handles import agenda_item, meeting_handle
from stillads.decisions.queries.meeting import meeting_of_round
from stillads.decisions.rules import check_can_change_agenda, check_can_freeze
from stillads.kernel.clock import COPENHAGEN, now
from stillads.kernel.rules import NotFound, refusal
from stillads.organisation.policy import may
from stillads.trials.lookup import round_by
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run
from stillads.web.shell.navigation import round_trail

from .forms import ItemForm, OpenForm, PlanForm
from .presenters import agenda_answer, place_and_time


@page(READ)
def show(request: PageRequest, round_key: str) -> HttpResponse:
    """The agenda with what can be done now."""
    round_ = round_by(round_key)
    meeting = meeting_of_round(round_key)
    if meeting is None:
        may_plan = may(request.viewer, PLAN_MEETING)
        context = {"heading": _("Welfare meeting"), "round": round_, "may_plan": may_plan}
        return render(request, "meeting/none.html", context)
    handle = meeting_handle(round_key)
    return render(
        request,
        "meeting/agenda.html",
        {
            "heading": _("Welfare meeting, round %(key)s") % {"key": round_key},
            "round": round_,
            "trail": round_trail(request.viewer, round_key),
            "here": _("Welfare meeting"),
            "meeting": meeting,
            "said": agenda_answer(meeting, now()),
            "where": place_and_time(meeting),
            "may_plan": may(request.viewer, PLAN_MEETING),
            "may_type": may(request.viewer, TYPE_PAPER),
            "change_refused": refusal(check_can_change_agenda, handle),
            "freeze_refused": refusal(check_can_freeze, handle, at=now()),
        },
    )


@page(PLAN_MEETING)
def plan(request: PageRequest, round_key: str) -> HttpResponse:
    """Sets day, time and place; the first time the agenda is drafted from the round's trials."""
    round_ = round_by(round_key)
    meeting = meeting_of_round(round_key)
    initial = (
        {"held_on": meeting.held_on, "starts_at": meeting.starts_at, "place": meeting.place}
        if meeting
        else {"held_on": round_.welfare_meeting, "starts_at": time(13, 0)}
    )
    form = PlanForm(request.POST or None, initial=initial)
    done = run(
        form,
        lambda data: plan_meeting(
            round_=round_,
            held_on=data["held_on"],
            starts_at=data["starts_at"],
            place=data["place"],
            viewer=request.viewer,
            at=now(),
        ),
    )
    if done:
        return redirect("meeting:agenda", round_key)
    context = {"heading": _("Plan the welfare meeting"), "form": form, "round": round_}
    return render(request, "meeting/plan.html", context)


@page(PLAN_MEETING)
def item(request: PageRequest, round_key: str, item_id: str) -> HttpResponse:
    """Sets who presents one trial, and for how long."""
    handle = agenda_item(item_id)
    if handle.meeting.round.key != round_key:
        raise NotFound("item of another round")
    form = ItemForm(
        request.POST or None, initial={"presenters": handle.presenters, "minutes": handle.minutes}
    )
    done = run(
        form,
        lambda data: save_agenda_item(
            item=handle,
            presenters=data["presenters"],
            minutes=data["minutes"],
            viewer=request.viewer,
            at=now(),
        ),
    )
    if done:
        return redirect("meeting:agenda", round_key)
    context = {
        "heading": handle.title,
        "constructed": handle.constructed,
        "form": form,
        "round_key": round_key,
    }
    return render(request, "meeting/item.html", context)


@page(PLAN_MEETING)
@require_POST
def move_up(request: PageRequest, round_key: str, item_id: str) -> HttpResponse:
    """Moves a trial one place up on the agenda."""
    handle = meeting_handle(round_key)
    order = list(handle.items.values_list("public_id", flat=True))
    if item_id not in order:
        raise NotFound("no such item")
    place = order.index(item_id)
    if place > 0:
        order[place - 1], order[place] = order[place], order[place - 1]
        order_agenda(meeting=handle, public_ids=order, viewer=request.viewer, at=now())
    return redirect("meeting:agenda", round_key)


@page(PLAN_MEETING)
def open_now(request: PageRequest, round_key: str) -> HttpResponse:
    """Opens the feedback until a moment: by default the end of the meeting's day."""
    handle = meeting_handle(round_key)
    until = handle.closes_at or datetime.combine(handle.held_on, time(23, 59), tzinfo=COPENHAGEN)
    form = OpenForm(request.POST or None, initial={"until": until.astimezone(COPENHAGEN)})
    done = run(
        form,
        lambda data: open_feedback(meeting=handle, until=data["until"], viewer=request.viewer, at=now()),
    )
    if done:
        return redirect("meeting:agenda", round_key)
    context = {"heading": _("Open for feedback"), "form": form, "round_key": round_key}
    return render(request, "meeting/open.html", context)
