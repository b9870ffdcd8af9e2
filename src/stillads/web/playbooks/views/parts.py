"""The parts of a draft: its own forms and lists, and the parts in the lists."""

from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillads.kernel.rules import NotFound
from stillads.playbooks.drafting.keys import key_for
from stillads.playbooks.drafting.parts import insert, move, part_at, put, remove, type_place
from stillads.playbooks.drafting.readable import instrument_of, items_of
from stillads.playbooks.permissions import EDIT
from stillads.playbooks.queries.page import DraftView, draft_of
from stillads.web.shell.access import PageRequest, page

from ..forms.base import EditForm
from ..forms.question import KINDS
from ..forms.whole import PurposeForm, RulesForm, TheoryForm
from ..places import LISTS, change_url, form_for, fresh_part, kind_of, list_url, place_in, taken_at
from ..presenters.editor import PARTS, WANTS, inner_lists, row_lines, title_of
from ..preview import Shown, preview_of, previews
from ..saving import edited, save

_WHOLE: Final = {"formaal": PurposeForm, "teori": TheoryForm, "regler": RulesForm}
_REMOVED: Final = "playbooks_removed"
_KINDS: Final = {"instrument": WANTS, "question": KINDS}


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
        "removed": _removed(request, draft),
    }
    return render(request, "playbooks/list.html", context)


@page(EDIT)
def add(request: PageRequest, key: str, place: str) -> HttpResponse:
    """A new part; instruments and questions are chosen by what one wants first."""
    draft, where = draft_of(key, viewer=request.viewer), place_in(place)
    kinds, kind = _KINDS.get(kind_of(where), ()), request.GET.get("slags", "")
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
        written = {**written, "key": key_for(title_of(written), taken_at(draft.data, where))}
        made["key"] = written["key"]
        return put(draft.data, where, written)

    context = {"heading": heading, "back": (list_url(key, where), _("Back")), **_shown(draft, where, form)}
    return edited(request, draft, form, whole, lambda: _next(draft, where, made["key"]), context)


@page(EDIT)
def change(request: PageRequest, key: str, place: str) -> HttpResponse:
    """A part, with the lists it has and the form as the phone shows it."""
    draft = draft_of(key, viewer=request.viewer)
    head, _slash, name = place.rpartition("/")
    where = place_in(head)
    found = part_at(draft.data, where, name)
    form = form_for(draft.data, where, found, request.POST or None)
    if request.htmx:
        return _preview(request, draft, where, form)
    context = {
        "heading": title_of(found),
        "back": (list_url(key, where), _("Back")),
        "lists": inner_lists(draft, where, found),
        "removed": _removed(request, draft),
        **_shown(draft, where, form),
    }
    return edited(
        request, draft, form, lambda w: put(draft.data, where, w), lambda: _next(draft, where, name), context
    )


@page(EDIT)
@require_POST
def shift(request: PageRequest, key: str) -> HttpResponse:
    """One place up or down."""
    draft, where = draft_of(key, viewer=request.viewer), place_in(request.POST.get("place", ""))
    by = -1 if request.POST.get("by") == "up" else 1
    save(request, draft, move(draft.data, where, request.POST.get("part", ""), by))
    return redirect(f"{list_url(key, where)}#{where[-1]}")


@page(EDIT)
@require_POST
def take_away(request: PageRequest, key: str) -> HttpResponse:
    """Removes a part; the page that comes then can take it back."""
    draft, where = draft_of(key, viewer=request.viewer), place_in(request.POST.get("place", ""))
    data, at, gone = remove(draft.data, where, request.POST.get("part", ""))
    save(request, draft, data)
    request.session[_REMOVED] = {"draft": draft.public_id, "place": "/".join(where), "at": at, "part": gone}
    return redirect(list_url(key, where))


@page(EDIT)
@require_POST
def undo(request: PageRequest, key: str) -> HttpResponse:
    """Puts back what was removed last."""
    draft = draft_of(key, viewer=request.viewer)
    held = request.session.pop(_REMOVED, None)
    if held is None or held["draft"] != draft.public_id:
        return redirect("playbooks:edit", key=key)
    where = place_in(held["place"])
    save(request, draft, insert(draft.data, where, held["at"], held["part"]))
    return redirect(list_url(key, where))


def _next(draft: DraftView, where: type_place, name: str) -> str:
    if kind_of(where) in {"instrument", "step"}:
        return change_url(draft.key, where, name)
    return list_url(draft.key, where)


def _removed(request: PageRequest, draft: DraftView) -> str:
    held = request.session.get(_REMOVED)
    return title_of(held["part"]) if held and held["draft"] == draft.public_id else ""


def _shown(draft: DraftView, where: type_place, form: EditForm) -> dict[str, Any]:
    if kind_of(where) not in {"instrument", "question"}:
        return {}
    return {"preview": True, "shown": _forms(where, form.part)}


def _preview(request: PageRequest, draft: DraftView, where: type_place, form: EditForm) -> HttpResponse:
    form.full_clean()
    written = form.write(dict(form.part), getattr(form, "cleaned_data", {}))
    return render(request, "playbooks/phone.html", {"shown": _forms(where, {"key": "x", **written})})


def _forms(where: type_place, written: Any) -> list[Shown]:
    if kind_of(where) == "question":
        items = items_of([{"key": "x", **written, "show_if": None}])
        return [preview_of(items)] if items else []
    made = instrument_of({"key": "x", **written})
    return previews(made) if made else []
