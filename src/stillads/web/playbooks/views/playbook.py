"""A playbook's page, its versions, its forms as the phone shows them, its file."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.organisation.policy import may
from stillads.playbooks.actions.versions import begin_draft
from stillads.playbooks.differences import differences
from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.permissions import EDIT, READ
from stillads.playbooks.queries.page import PlaybookPage, playbook_page, version_content
from stillads.playbooks.reading.writing import to_yaml
from stillads.trials.queries.choices import themes
from stillads.vocabularies.queries.legal import all_legal_bases
from stillads.web.shell.access import PageRequest, page

from ..presenters.measures import criterion_line, measure_line
from ..presenters.page import chain, facts, instrument_line, laws, page_answer, version_lines
from ..preview import previews


@page(READ)
def playbook(request: PageRequest, key: str) -> HttpResponse:
    """The newest version."""
    return _show(request, playbook_page(key, viewer=request.viewer))


@page(READ)
def version(request: PageRequest, key: str, number: int) -> HttpResponse:
    """An older version, or the newest by its number."""
    return _show(request, playbook_page(key, number=number, viewer=request.viewer))


def _show(request: PageRequest, found: PlaybookPage) -> HttpResponse:
    context: dict[str, Any] = {
        "playbook": found,
        "heading": found.content.title.da if found.content else found.title,
        "answer": page_answer(found),
        "may_edit": may(request.viewer, EDIT),
        "versions": version_lines(found),
    }
    if found.content is not None:
        context |= _content(found, found.content)
    return render(request, "playbooks/playbook.html", context)


def _content(found: PlaybookPage, content: Playbook) -> dict[str, Any]:
    names = {row.key: row.name for row in all_legal_bases()}
    return {
        "content": content,
        "chain": chain(content.theory),
        "instruments": [
            instrument_line(made, reverse("playbooks:preview", args=[found.key, found.shown, made.key]))
            for made in content.instruments
        ],
        "measures": [measure_line(each, content) for each in content.measures],
        "criteria": [criterion_line(each) for each in content.criteria],
        "facts": facts(found, dict(themes())),
        "laws": laws(content, names),
    }


@page(READ)
def preview(request: PageRequest, key: str, number: int, instrument: str) -> HttpResponse:
    """The forms of one instrument as the phone shows them."""
    content = version_content(key, number, viewer=request.viewer)
    made = next((each for each in content.instruments if each.key == instrument), None)
    if made is None:
        raise NotFound(_("There is nothing here by that name."))
    context = {
        "heading": made.title,
        "made": made,
        "shown": previews(made),
        "up": reverse("playbooks:version", args=[key, number]),
        "playbook_title": content.title.da,
    }
    return render(request, "playbooks/preview.html", context)


@page(READ)
def changes(request: PageRequest, key: str, before: int, after: int) -> HttpResponse:
    """What is another way in one version than in the other."""
    old = version_content(key, before, viewer=request.viewer)
    new = version_content(key, after, viewer=request.viewer)
    context = {
        "heading": _("From version %(before)d to version %(after)d") % {"before": before, "after": after},
        "changes": [change.say() for change in differences(old, new)],
        "up": reverse("playbooks:playbook", args=[key]),
        "playbook_title": new.title.da,
    }
    return render(request, "playbooks/changes.html", context)


@page(READ)
def file(request: PageRequest, key: str, number: int) -> HttpResponse:
    """The version as a YAML file."""
    text = to_yaml(version_content(key, number, viewer=request.viewer))
    answer = HttpResponse(text, content_type="application/yaml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{key}-{number}.yaml"'
    return answer


@page(EDIT)
@require_POST
def draft(request: PageRequest, key: str) -> HttpResponse:
    """Begins a draft of the newest version, and opens it."""
    found = playbook_page(key, viewer=request.viewer)
    begin_draft(key=key, title=found.title, viewer=request.viewer, at=now())
    return redirect("playbooks:edit", key=key)
