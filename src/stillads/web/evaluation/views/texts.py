"""The running texts and the learning note."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from stillads.evaluation import actions
from stillads.evaluation.permissions import READ
from stillads.evaluation.queries import evaluation_of
from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.web.shell.access import PageRequest, page

from ..forms import LearningForm, TextForm
from ..presenters import Editing
from .answering import keeps_what_was_typed, save, show


@keeps_what_was_typed
@require_http_methods(["GET", "HEAD", "POST"])
@page(READ)
def text(request: PageRequest, phase: str, key: str) -> HttpResponse:
    """One text: open for writing (GET), saved (POST)."""
    part, auto = f"text:{key}", f"{key}_%s"
    if request.method == "POST":
        form = TextForm(request.POST, auto_id=auto)
        return save(
            request,
            phase,
            part,
            part,
            form,
            lambda said: actions.save_text(
                phase=phase,
                key=key,
                text=said["text"],
                version=said["version"],
                viewer=request.viewer,
                at=now(),
            ),
        )
    read = evaluation_of(phase, request.viewer)
    view = read.texts.get(key)
    if view is None:
        raise NotFound("")
    form = TextForm(initial={"text": view.plain, "version": view.version}, auto_id=auto)
    form.fields["text"].label = view.heading
    return show(request, phase, part, _open(request, part, form), read=read)


@keeps_what_was_typed
@require_http_methods(["GET", "HEAD", "POST"])
@page(READ)
def learning(request: PageRequest, phase: str) -> HttpResponse:
    """The learning note."""
    if request.method == "POST":
        form = LearningForm(request.POST, auto_id="laering_%s")
        return save(
            request,
            phase,
            "learning",
            "learning",
            form,
            lambda said: actions.save_learning_note(
                phase=phase, text=said["text"], version=said["version"], viewer=request.viewer, at=now()
            ),
        )
    read = evaluation_of(phase, request.viewer)
    note = read.learning
    initial = {"text": note.plain, "version": note.version} if note else {}
    return show(
        request,
        phase,
        "learning",
        _open(request, "learning", LearningForm(initial=initial, auto_id="laering_%s")),
        read=read,
    )


def _open(request: PageRequest, target: str, form: TextForm | LearningForm) -> Editing | None:
    """The form, unless the reader only wants the part as it stands (`?vis`: leave the form)."""
    return None if "vis" in request.GET else Editing(target, form)
