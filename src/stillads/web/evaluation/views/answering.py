"""How every view here answers: the part alone to htmx, the whole page to everybody else.

A part swapped in is the same markup as the part in a page fetched afresh; a test compares them.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from stillads.evaluation.queries import EvaluationPage, evaluation_of
from stillads.kernel.rules import Denied, NotFound, RuleError
from stillads.trials.queries.phases import line_of
from stillads.web.shell.access import PageRequest
from stillads.web.shell.forms import run

from ..presenters import Editing, present
from ..presenters.boxes import box_id

type_view = Callable[..., HttpResponseBase]
_TEMPLATES = {
    "text": "evaluation/parts/text.html",
    "box": "evaluation/parts/box.html",
    "rating": "evaluation/parts/rating.html",
    "recommendation": "evaluation/parts/recommendation.html",
    "ledger": "evaluation/parts/ledger.html",
    "learning": "evaluation/parts/learning.html",
}
_ANCHORS = {"recommendation": "anbefaling", "ledger": "oekonomi", "learning": "laering"}


def anchor_of(part: str) -> str:
    """The id of a part's element."""
    kind, _colon, key = part.partition(":")
    if kind == "box":
        return box_id(*key.split(":"))
    return _ANCHORS.get(kind) or f"{'tekst' if kind == 'text' else 'vurdering'}-{key}"


def show(
    request: PageRequest,
    phase: str,
    part: str = "",
    editing: Editing | None = None,
    *,
    status: int = 200,
    read: EvaluationPage | None = None,
) -> HttpResponse:
    """The page, or for htmx only `part` (with the state of the whole beside it); `read` where it was read already."""
    page = read or evaluation_of(phase, request.viewer)
    context = present(page, request.viewer, editing)
    if not (part and request.htmx):
        context["line"] = line_of(phase)
        return render(request, "evaluation/page.html", context, status=status)
    kind, _colon, key = part.partition(":")
    return render(
        request,
        "evaluation/fragment.html",
        {**context, "part_template": _TEMPLATES[kind], **_chosen(context, kind, key)},
    )


def save(
    request: PageRequest,
    phase: str,
    part: str,
    target: str,
    form: Form,
    act: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    """Runs the action; shows the part as it stands then, or the form with all that was typed."""
    if run(form, act) is None:
        return show(request, phase, part, Editing(target, form), status=422)
    return done(request, phase, part)


def done(request: PageRequest, phase: str, part: str) -> HttpResponse:
    """After a deed: the part anew, or the page at that place."""
    if request.htmx:
        return show(request, phase, part)
    return redirect(f"{reverse('evaluation:page', args=[phase])}#{anchor_of(part)}")


def keeps_what_was_typed(view: type_view) -> type_view:
    """Whoever was logged out meanwhile gets the words back instead of an empty log-in page."""

    @wraps(view)
    def guarded(request: PageRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.method == "POST" and request.viewer.person_id is None:
            return _logged_out(request)
        return view(request, *args, **kwargs)

    return guarded


def _logged_out(request: HttpRequest) -> HttpResponse:
    hidden = {"csrfmiddlewaretoken", "idempotency_key", "version"}
    typed = [value for name, value in request.POST.items() if name not in hidden and len(value) > 12]
    if not getattr(request, "htmx", False):
        return render(request, "evaluation/logged_out.html", {"typed": typed}, status=401)
    return _among_messages(render(request, "evaluation/parts/logged_out.html"))


def refuses_in_place(view: type_view) -> type_view:
    """A rule's no to a button pressed in the page: said above, and everything typed stays where it is."""

    @wraps(view)
    def guarded(request: PageRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except (Denied, NotFound):
            raise
        except RuleError as refusal:
            if not request.htmx:
                raise
            return _among_messages(render(request, "evaluation/parts/refused.html", {"refusal": refusal}))

    return guarded


def _among_messages(answer: HttpResponse) -> HttpResponse:
    answer["HX-Retarget"], answer["HX-Reswap"] = "#beskeder", "innerHTML show:#beskeder:top"
    return answer


def _chosen(context: dict[str, Any], kind: str, key: str) -> dict[str, Any]:
    if kind == "text":
        return {"text": context["texts"][key]}
    if kind == "rating":
        return {"rating": next(item for item in context["ratings"] if item.view.perspective == key)}
    if kind == "box":
        side, _colon, perspective = key.partition(":")
        boxes = [box for row in context["rows"] for box in row.boxes]
        return {
            "box": next(box for box in boxes if (box.view.side, box.view.perspective) == (side, perspective))
        }
    return {}
