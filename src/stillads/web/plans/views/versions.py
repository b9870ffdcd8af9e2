"""What is another way between two versions."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stillads.capture.permissions import REGISTER
from stillads.capture.queries.plans.versions import VersionLine, versions_page
from stillads.kernel.clock import COPENHAGEN, today
from stillads.kernel.dates import format_date
from stillads.web.shell.access import PageRequest, page

from ..presenters import marked


@page(REGISTER)
def show(request: PageRequest, plan: str) -> HttpResponse:
    """From one version to another; without a choice from the last but one to the newest."""
    shown = versions_page(
        plan=plan,
        viewer=request.viewer,
        day=today(),
        old=_number(request, "fra"),
        new=_number(request, "til"),
    )
    context = {
        "heading": _("What has changed: %(who)s") % {"who": shown.pseudonym},
        "page": shown,
        "choices": [(version.number, _said(version)) for version in shown.versions],
        "fields": [(field.title, marked(field.pieces)) for field in shown.fields],
        "same": not (shown.fields or shown.links_added or shown.links_removed),
    }
    return render(request, "plans/versions.html", context)


def _number(request: PageRequest, name: str) -> int | None:
    said = request.GET.get(name, "")
    return int(said) if said.isdecimal() and len(said) < 7 else None


def _said(version: VersionLine) -> str:
    day = format_date(version.at.astimezone(COPENHAGEN).date())
    return _("Version %(n)d, %(day)s, %(name)s") % {"n": version.number, "day": day, "name": version.by}
