"""Searching: results while typing where scripts run, by the button where they do not."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from stillads.organisation.permissions import SIGNED_IN
from stillads.search.queries import Group, find_groups
from stillads.web.shell.access import PageRequest, page


@require_safe
@page(SIGNED_IN)
def search(request: PageRequest) -> HttpResponse:
    """`/soeg/?q=…&slags=…`: hits by kind; the fragment alone for htmx."""
    text = request.GET.get("q", "")[:200].strip()
    kind = request.GET.get("slags", "")
    leaf = _leaf(request.GET.get("blad", ""))
    groups = find_groups(text, viewer=request.viewer, kind=kind, leaf=leaf)
    answer: dict[str, object] = {"text": text, "kind": kind, "groups": groups, "said": said(text, groups)}
    answer |= {"next_leaf": leaf + 1, "leaf_before": leaf - 1}
    template = "find/_results.html" if request.htmx else "find/search.html"
    return render(request, template, answer)


def _leaf(text: str) -> int:
    """The leaf that is asked for; the first one where it is no number."""
    return max(int(text), 1) if text.isdecimal() and len(text) < 5 else 1


def said(text: str, groups: list[Group]) -> str:
    """The answer in words."""
    if not text:
        return ""
    total = sum(group.total for group in groups)
    if not total:
        return _("Nothing holds “%(text)s”.") % {"text": text}
    return ngettext("%(n)d thing holds “%(text)s”.", "%(n)d things hold “%(text)s”.", total) % {
        "n": total,
        "text": text,
    }
