"""The parts of a draft: its own forms and lists, and the parts in the lists."""

from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.kernel.rules import NotFound
from stillads.playbooks.drafting.keys import key_for
from stillads.playbooks.drafting.parts import append, name_of, part_at, replace, rows_at, type_place
from stillads.playbooks.drafting.readable import instrument_of, items_of
from stillads.playbooks.permissions import EDIT
from stillads.playbooks.queries.page import DraftView, draft_of
from stillads.web.shell.access import PageRequest, page

from ..forming import form_for, fresh_part
from ..forms.base import EditForm
from ..forms.question import KINDS
from ..forms.theory import TheoryForm
from ..forms.whole import PurposeForm, RulesForm
from ..places import (
    BESIDE,
    LISTS,
    change_url,
    check_holds,
    kind_of,
    list_url,
    lists_in,
    place_in,
    taken_at,
)
from ..presenters.editor import PARTS, WANTS, inner_lists, list_shown, row_lines
from ..presenters.rows import row_said, title_of
from ..preview import Shown, preview_of, previews
from ..removals import removed
from ..saving import edited

_WHOLE: Final = {"formaal": PurposeForm, "teori": TheoryForm, "regler": RulesForm}
_KINDS: Final = {"instrument": WANTS, "question": KINDS}
_HOLDS_ONLY: Final = {"section": {"section"}, "group": {"section", "group", "scale"}}
"""What cannot stand inside which part."""
_UNNAMED: Final = frozenset({"hours", "old_step", "way", "rule", "law"})
"""Parts that have no key of their own making."""


@page(EDIT)
def part(request: PageRequest, key: str, part: str) -> HttpResponse:
    """One of the draft's parts: a form, or a list."""
    draft = draft_of(key, viewer=request.viewer)
    if part in LISTS:
        return _list(request, draft, part)
    if part not in _WHOLE:
        raise NotFound(_("There is nothing here by that name."))
    form = _WHOLE[part](request.POST or None, part=draft.data)
    context = {
        "heading": PARTS[part][0],
        "answer": PARTS[part][1],
        "back": (reverse("playbooks:edit", args=[key]), draft.title),
        "lists": [list_shown(draft, BESIDE[part])],
        "removed": removed(request, draft, BESIDE[part]),
    }
    return edited(
        request, draft, form, lambda data: data, lambda: reverse("playbooks:edit", args=[key]), context
    )


def _list(request: PageRequest, draft: DraftView, part: str) -> HttpResponse:
    place = (LISTS[part],)
    context = {
        "draft": draft,
        "heading": PARTS[part][0],
        "answer": PARTS[part][1],
        "rows": row_lines(draft, place),
        "add": reverse("playbooks:add", args=[draft.key, place[0]]),
        "removed": removed(request, draft, place),
    }
    return render(request, "playbooks/list.html", context)


@page(EDIT)
def add(request: PageRequest, key: str, place: str) -> HttpResponse:
    """A new part; instruments and questions are chosen by what one wants first."""
    draft, where = draft_of(key, viewer=request.viewer), place_in(place)
    check_holds(draft.data, where)
    kinds, kind = _kinds(draft, where), request.GET.get("slags", "")
    known = {name for name, _word, _example in kinds}
    if kinds and kind not in known:
        context = {
            "draft": draft,
            "heading": _("What do you want to do?")
            if kind_of(where) == "instrument"
            else _("What do you want to ask?"),
            "back": (list_url(key, where), _("Back")),
            "kinds": [(f"?slags={name}", word, example) for name, word, example in kinds],
        }
        return render(request, "playbooks/kinds.html", context)
    fresh = fresh_part(where, kind)
    heading = next((word for name, word, _example in kinds if name == kind), _("Add"))
    form = form_for(draft.data, where, fresh, request.POST or None)
    if request.htmx:
        return _preview(request, draft, where, form)
    made: dict[str, str] = {}

    def whole(written: dict[str, Any]) -> dict[str, Any]:
        written = _named(draft, where, written)
        made["key"] = name_of(written, len(rows_at(draft.data, where)))
        return append(draft.data, where, written)

    context = {"heading": heading, "back": (list_url(key, where), _("Back")), **_shown(draft, where, form)}
    return edited(request, draft, form, whole, lambda: _next(draft, where, made["key"], fresh), context)


@page(EDIT)
def change(request: PageRequest, key: str, place: str) -> HttpResponse:
    """A part, with the lists it has and the form as the phone shows it."""
    draft = draft_of(key, viewer=request.viewer)
    head, _slash, name = place.rpartition("/")
    where = place_in(head)
    check_holds(draft.data, where)
    found = part_at(draft.data, where, name)
    form = form_for(draft.data, where, found, request.POST or None)
    if request.htmx:
        return _preview(request, draft, where, form)
    context = {
        "heading": row_said(kind_of(where), found, draft.data, where)[0],
        "back": (list_url(key, where), _("Back")),
        "lists": inner_lists(draft, where, name, found),
        "removed": removed(request, draft, *((*where, name, each) for each in lists_in(where, found))),
        **_shown(draft, where, form),
    }
    return edited(
        request,
        draft,
        form,
        lambda w: replace(draft.data, where, name, w),
        lambda: _next(draft, where, name, found),
        context,
    )


def _kinds(draft: DraftView, where: type_place) -> list[tuple[Any, Any, Any]]:
    """What can be added there: name, words, an example."""
    kinds = list(_KINDS.get(kind_of(where), ()))
    above = part_at(draft.data, where[:-2], where[-2]) if len(where) > 2 else {}
    barred = _HOLDS_ONLY.get(str(above.get("kind")), set())
    return [row for row in kinds if row[0] not in barred]


def _named(draft: DraftView, where: type_place, written: dict[str, Any]) -> dict[str, Any]:
    """With a key made of its words, where it is to have one."""
    if kind_of(where) in _UNNAMED or written.get("kind") == "section":
        return written
    return {**written, "key": key_for(title_of(written), taken_at(draft.data, where))}


def _next(draft: DraftView, where: type_place, name: str, part: Any) -> str:
    """The part itself where there is more to write in it, else the list that it stands in."""
    if kind_of(where) in {"instrument", "step"} or part.get("kind") in _HOLDS_ONLY:
        return change_url(draft.key, where, name)
    return list_url(draft.key, where)


def _shown(draft: DraftView, where: type_place, form: EditForm) -> dict[str, Any]:
    if kind_of(where) not in {"instrument", "question"}:
        return {}
    return {"preview": True, "shown": _forms(where, form.part)}


def _preview(request: PageRequest, draft: DraftView, where: type_place, form: EditForm) -> HttpResponse:
    form.full_clean()
    written = form.write(dict(form.part), getattr(form, "cleaned_data", {}))
    return render(request, "playbooks/phone.html", {"shown": _forms(where, written)})


def _forms(where: type_place, written: Any) -> list[Shown]:
    key = {} if written.get("kind") == "section" else {"key": "x"}
    if kind_of(where) == "question":
        items = items_of([{**key, **written, "show_if": None}])
        return [preview_of(items)] if items else []
    made = instrument_of({"key": "x", **written})
    return previews(made) if made else []
