"""A page that is one form: shown, sent, refused beside its field, or done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stillads.ui.picker import asked_for, picker_list

from .forms import run


@dataclass(frozen=True, slots=True)
class FormText:
    """The words of the page.

    back    address and name of the page it came from
    answer  what the reader should know first
    said    what is said when it is done
    refused why it cannot be done now; the button says so
    """

    title: str
    button: str
    back: tuple[str, str]
    answer: str = ""
    said: str = ""
    kind: str = "primary"
    refused: object = None


def form_page(
    request: HttpRequest,
    form: forms.Form,
    text: FormText,
    act: Callable[[dict[str, Any]], Any],
    *,
    template: str = "shell/form.html",
    context: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Runs `act(cleaned_data)` on a valid POST, says `text.said`, and goes to the address it gave, or back.

    A form that is refused is shown again with what was typed, as 422. One whose picker was asked for more comes back
    with what was found (to htmx that alone).
    """
    if getattr(request, "htmx", False) and (name := asked_for(form)):
        return HttpResponse(picker_list(form, name))
    if request.method == "POST":
        done = run(form, act)
        if done is not None:
            if text.said:
                messages.success(request, text.said)
            return redirect(done if isinstance(done, str) else text.back[0])
    status = 422 if form.is_bound and form.errors else 200
    return render(request, template, {"form": form, "text": text, **(context or {})}, status=status)
