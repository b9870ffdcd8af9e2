"""The privacy officer's pages: who looked at what and why, what is kept how long, who may what."""

import csv
import io
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from stillads.audit.actions.record import record_read
from stillads.audit.actions.sweep import seal_and_check
from stillads.audit.queries.events import LogSearch, count_events, events
from stillads.audit.queries.seals import seal_state
from stillads.kernel.clock import now, today
from stillads.organisation.permissions import READ_LOG
from stillads.web.shell.access import PageRequest, page

from .forms import LogForm
from .presenters import event_lines, policy_rows, retention_rows, role_names, seals_said
from .searching import default_days, search_of

PER_PAGE = 50
MOST_EXPORTED = 50_000


@never_cache
@page(READ_LOG)
def log(request: PageRequest) -> HttpResponse:
    """The log, searched. A look at the log is in the log."""
    form, asked = _asked(request)
    number = _page_number(request.GET.get("side", "1"))
    search = search_of(asked, offset=(number - 1) * PER_PAGE, limit=PER_PAGE)
    _note(request, "audit.log.read", asked)
    total = count_events(search)
    pages = max(-(-total // PER_PAGE), 1)
    kind, seals = seals_said(seal_state())
    query = request.GET.copy()
    query.pop("side", None)
    context = {
        "form": form,
        "events": event_lines(events(search)),
        "total": total,
        "page": min(number, pages),
        "pages": pages,
        "query": query.urlencode(),
        "seals": seals,
        "seals_kind": kind,
    }
    return render(request, "privacy/log.html", context, status=422 if form.errors else 200)


@never_cache
@page(READ_LOG)
def export(request: PageRequest) -> HttpResponse:
    """The same search as CSV, for Excel."""
    _form, asked = _asked(request)
    search = search_of(asked, limit=MOST_EXPORTED)
    _note(request, "audit.export.read", asked)
    response = HttpResponse(_csv(search), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="log-{today().isoformat()}.csv"'
    return response


def _csv(search: LogSearch) -> str:
    out = io.StringIO()
    out.write("\ufeff")  # Excel reads UTF-8 only with it
    writer = csv.writer(out, delimiter=";")
    writer.writerow(
        [_("When"), _("Who"), _("What"), _("About"), _("Why and where"), _("Was it refused"), _("Details")]
    )
    for line in event_lines(events(search)):
        row = [
            line.when,
            line.who,
            line.what,
            line.target_name,
            line.why,
            _("yes") if line.denied else "",
            line.details,
        ]
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def _harmless(cell: str) -> str:
    """What somebody typed must not become a formula in Excel."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell


@require_POST
@page(READ_LOG)
def check_seals(request: PageRequest) -> HttpResponse:
    """Seals what is new and checks every seal now."""
    seal_and_check(at=now())
    messages.success(request, _("The seals have been checked."))
    return redirect("privacy:log")


@page(READ_LOG)
def retention(request: PageRequest) -> HttpResponse:
    """What is kept how long."""
    rows = retention_rows()
    erased = sum(by_itself for *_rest, by_itself in rows)
    return render(request, "privacy/retention.html", {"rows": rows, "erased": erased})


@page(READ_LOG)
def policy(request: PageRequest) -> HttpResponse:
    """Who may do what."""
    return render(request, "privacy/policy.html", {"roles": role_names(), "rows": policy_rows()})


def _asked(request: PageRequest) -> tuple[LogForm, dict[str, Any]]:
    """The form, and what it asks for; the last month where nothing was asked or the days are wrong."""
    if not request.GET:
        return LogForm(initial=default_days()), dict(default_days())
    form = LogForm(request.GET)
    if form.is_valid():
        return form, form.cleaned_data
    return form, dict(default_days())


def _note(request: PageRequest, verb: str, asked: dict[str, Any]) -> None:
    data = {key: str(value) for key, value in asked.items() if value} if request.GET else {}
    record_read(viewer=request.viewer, verb=verb, target="audit:log", data=data)


def _page_number(text: str) -> int:
    return max(int(text), 1) if text.isdecimal() and len(text) < 6 else 1
