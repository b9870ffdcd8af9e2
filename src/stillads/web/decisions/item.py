"""The committee item: drafted, edited, submitted, and the committee's own wording."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.decisions.actions.committee import (
    draft_item,
    record_committee_wording,
    save_texts,
    submit_item,
    take_item_back,
)
from stillads.decisions.headings import headings
from stillads.decisions.permissions import READ, WRITE_ITEM
from stillads.decisions.publication import item_document
from stillads.decisions.queries.handles import committee_item
from stillads.decisions.queries.hearing import open_bodies
from stillads.decisions.queries.items import item_page
from stillads.decisions.rules import check_can_edit_item, check_can_see_item, check_hearings_settled
from stillads.decisions.words import ITEM_TYPES
from stillads.documents import docx, html, pdf
from stillads.documents.plain import from_plain, to_plain
from stillads.kernel.clock import now
from stillads.kernel.rules import refusal
from stillads.organisation.policy import may
from stillads.trials.lookup import round_by
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from .forms import DraftForm, ReasonForm, SectionsForm, WordingForm
from .overview import ITEM_STATES

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@page(WRITE_ITEM)
def draft(request: PageRequest, round_key: str) -> HttpResponse:
    """Makes a draft from what evaluations and feedback already say."""
    round_ = round_by(round_key)
    initial = {
        "title": _("Evaluation of trials, round %(key)s") % {"key": round_key},
        "type": "decision",
        "committee": _("Committee for the elderly"),
        "meeting_on": round_.committee_meeting,
    }
    form = DraftForm(request.POST or None, initial=initial)
    done = run(
        form,
        lambda data: draft_item(
            round_=round_, title=data["title"], type_=data["type"], committee=data["committee"],
            meeting_on=data["meeting_on"], idempotency_key=data["idempotency_key"],
            viewer=request.viewer, at=now(),
        ),
    )  # fmt: skip
    if done:
        return redirect("decisions:item", done.public_id)
    context = {"heading": _("New committee item"), "form": form, "round": round_}
    return render(request, "decisions/draft.html", context)


@page(READ)
def show(request: PageRequest, public_id: str) -> HttpResponse:
    """The item as the committee will read it."""
    row = committee_item(public_id)
    check_can_see_item(request.viewer, row.state)
    shown = item_page(row)
    context = {
        "heading": shown.title,
        "item": shown,
        "type": ITEM_TYPES[shown.type],
        "state": ITEM_STATES[shown.state],
        "document": html.render(item_document(row), top=2),
        "may_write": may(request.viewer, WRITE_ITEM),
        "edit_refused": refusal(check_can_edit_item, row),
        "submit_refused": refusal(check_hearings_settled, open_bodies(row.round_id)),
    }
    return render(request, "decisions/item.html", context)


@page(WRITE_ITEM)
def edit(request: PageRequest, public_id: str) -> HttpResponse:
    """All headings on one page."""
    row = committee_item(public_id)
    shown = item_page(row)
    initial: dict[str, Any] = {key: to_plain(body) for key, _heading, body in shown.sections}
    initial |= {"management": to_plain(shown.management_recommendation), "version": shown.version}
    form = SectionsForm(request.POST or None, initial=initial)
    done = run(
        form,
        lambda data: save_texts(
            item=row,
            sections={key: from_plain(data[key]) for key, _heading in headings()},
            management_recommendation=from_plain(data.get("management", "")),
            version=data["version"],
            viewer=request.viewer,
            at=now(),
        ),
    )
    if done:
        messages.success(request, _("The item is saved."))
        return redirect("decisions:item", public_id)
    context = {
        "heading": _("Edit the item"),
        "form": form,
        "item": shown,
        "refused": refusal(check_can_edit_item, row),
    }
    return render(request, "decisions/edit.html", context)


@page(WRITE_ITEM)
@require_POST
def submit(request: PageRequest, public_id: str) -> HttpResponse:
    """Hands the item over to the committee's secretariat."""
    submit_item(item=committee_item(public_id), viewer=request.viewer, at=now())
    return redirect("decisions:item", public_id)


@page(WRITE_ITEM)
def take_back(request: PageRequest, public_id: str) -> HttpResponse:
    """Opens a submitted item again, with a reason."""
    row = committee_item(public_id)
    form = ReasonForm(request.POST or None)
    done = run(
        form,
        lambda data: take_item_back(item=row, reason=data["reason"], viewer=request.viewer, at=now()),
    )
    if done:
        return redirect("decisions:item", public_id)
    context = {"heading": _("Take the item back"), "form": form, "item": item_page(row)}
    return render(request, "decisions/take_back.html", context)


@page(WRITE_ITEM)
def wording(request: PageRequest, public_id: str) -> HttpResponse:
    """The committee's words from the minutes, and management's follow-up."""
    row = committee_item(public_id)
    shown = item_page(row)
    initial = {
        "wording": to_plain(shown.committee_wording),
        "follow_up": to_plain(shown.management_follow_up),
    }
    form = WordingForm(request.POST or None, initial=initial)
    done = run(
        form,
        lambda data: record_committee_wording(
            item=row, wording=from_plain(data["wording"]), follow_up=from_plain(data["follow_up"]),
            viewer=request.viewer, at=now(),
        ),
    )  # fmt: skip
    if done:
        return redirect("decisions:item", public_id)
    context = {"heading": _("What the committee decided"), "form": form, "item": shown}
    return render(request, "decisions/wording.html", context)


@page(READ)
def download(request: PageRequest, public_id: str, form: str) -> HttpResponse:
    """The item as PDF or DOCX."""
    row = committee_item(public_id)
    check_can_see_item(request.viewer, row.state)
    document = item_document(row)
    if form == "pdf":
        fonts = settings.STILLADS_FONTS
        response = HttpResponse(pdf.render(document, fonts=fonts), content_type="application/pdf")
    elif form == "docx":
        content = docx.render(document, fonts=settings.STILLADS_FONTS)
        response = HttpResponse(content, content_type=DOCX)
    else:
        raise Http404
    response["Content-Disposition"] = f'attachment; filename="sag-{public_id}.{form}"'
    return response
