"""A page that is one form: shown, sent, refused beside its field, or done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stillads.web.shell.forms import run


@dataclass(frozen=True, slots=True)
class FormText:
    """The words of the page: `back` is the address and name of the page it came from."""

    title: str
    button: str
    back: tuple[str, str]
    answer: str = ""
    kind: str = "primary"
    said: str = ""


def form_page(
    request: HttpRequest, form: forms.Form, text: FormText, act: Callable[[dict[str, Any]], Any]
) -> HttpResponse:
    """Runs `act(cleaned_data)` on a valid POST, says `text.said`, and goes to what `act` gave, or back."""
    if request.method == "POST":
        done = run(form, act)
        if done is not None:
            if text.said:
                messages.success(request, text.said)
            return redirect(done if isinstance(done, str) else text.back[0])
    status = 422 if form.is_bound else 200
    return render(request, "organisation/form.html", {"form": form, "text": text}, status=status)
