"""The themes that ideas and trials belong to."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stillads.ideas.actions import save_theme
from stillads.ideas.permissions import THEMES
from stillads.ideas.queries import themes
from stillads.kernel.clock import now
from stillads.kernel.dates import format_date
from stillads.kernel.rules import NotFound
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from ..forms.staff import ThemeForm


@require_safe
@page(THEMES)
def theme_list(request: PageRequest) -> HttpResponse:
    """`/ideer/temaer/`: all of them, with how many ideas each has."""
    rows = [(theme, format_date(theme.valid_to) if theme.valid_to else "") for theme in themes()]
    return render(request, "ideas/themes.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@page(THEMES)
def theme(request: PageRequest, key: str = "") -> HttpResponse:
    """`/ideer/temaer/<key>/` and `/ideer/temaer/nyt/`: change or add one."""
    known = next((row for row in themes() if row.key == key), None)
    if key and known is None:
        raise NotFound(_("There is no such theme."))
    initial = {"name": known.name, "question": known.question, "valid_to": known.valid_to} if known else {}
    form = ThemeForm(request.POST or None, initial=initial)
    if request.method == "POST" and run(form, lambda data: _save(request, key, data)):
        messages.success(request, _("The theme is saved."))
        return redirect("ideas:themes")
    status = 422 if request.method == "POST" else 200
    return render(request, "ideas/theme.html", {"form": form, "theme": known}, status=status)


def _save(request: PageRequest, key: str, data: dict[str, Any]) -> Any:
    words = {name: data[name] for name in ("name", "question", "valid_to")}
    return save_theme(key=key, viewer=request.viewer, at=now(), **words)
