"""The logbook, made for a phone; and its photos."""

from typing import Any

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _

from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.media.actions.store import store_photo
from stillads.media.queries import file_on_disk
from stillads.trials.actions.logbook import remove_log_entry, write_log
from stillads.trials.permissions import LOG, READ
from stillads.trials.queries.log import log_of
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms.log import LogForm
from ..forms.trial import ReasonForm
from ..presenters.trial import log_line
from .frame import context, phase_url, with_phase, words


@page(READ)
def log(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """All entries, the newest first, and the form above them."""
    found, row = with_phase(request, trial, phase)
    refused = None if found.may_log else _("The trial does not run in your unit.")
    text = FormText(
        title=_("Logbook"),
        button=_("Save the entry"),
        back=(phase_url("log", found, row), found.title),
        said=_("Thank you. It stands in the log now."),
        refused=refused,
    )
    form = LogForm(request.POST or None, request.FILES or None)

    def act(data: dict[str, Any]) -> object:
        return _write(request, phase, data)

    lines = [log_line(entry, trial, phase) for entry in log_of(row.id, viewer=request.viewer)]
    more = context(found, "log", phase=row, lines=lines)
    return form_page(request, form, text, act, template="trials/log.html", context=more)


@page(LOG)
def remove(request: PageRequest, trial: str, phase: str, entry: str) -> HttpResponse:
    """Takes an entry off the page, with a reason."""
    found, row = with_phase(request, trial, phase)
    text = words(
        found,
        _("Remove the entry"),
        _("Remove it"),
        to=phase_url("log", found, row),
        kind="warning",
        refused=None if found.may_log else _("The trial does not run in your unit."),
    )

    def act(data: dict[str, Any]) -> object:
        return remove_log_entry(entry=entry, reason=data["reason"], viewer=request.viewer, at=now())

    return form_page(request, ReasonForm(request.POST or None), text, act)


@page(READ)
def photo(request: PageRequest, trial: str, phase: str, photo: str) -> HttpResponseBase:
    """The bytes of a photo that stands in this phase's log."""
    _found, row = with_phase(request, trial, phase)
    shown = {p.public_id for entry in log_of(row.id, viewer=request.viewer) for p in entry.photos}
    held = file_on_disk(photo) if photo in shown else None
    if held is None:
        raise NotFound(_("There is nothing here by that name."))
    answer = FileResponse(held.path.open("rb"), content_type=held.content_type)
    answer["Cache-Control"] = "private, max-age=86400"
    answer["ETag"] = f'"{held.etag}"'
    return answer


def _write(request: PageRequest, phase: str, data: dict[str, Any]) -> object:
    photos = []
    if data["photo"]:
        photos.append(
            store_photo(
                content=data["photo"].read(),
                name=str(data["photo"].name),
                alt_text=data["alt_text"],
                permission=data["permission"],
                permission_note=data["permission_note"],
                viewer=request.viewer,
                at=now(),
            )
        )
    return write_log(
        phase=phase,
        text=data["text"],
        kind=data["kind"],
        day=data["day"],
        photos=photos,
        idempotency_key=data["idempotency_key"],
        viewer=request.viewer,
        at=now(),
    )
