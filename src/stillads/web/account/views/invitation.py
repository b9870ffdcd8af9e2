"""The link to a first password."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from stillads.kernel.clock import now
from stillads.kernel.rules import NotFound
from stillads.organisation.actions.logins import accept_invitation, invited_person
from stillads.web.shell.access import public_page
from stillads.web.shell.forms import run

from ..forms import FirstPasswordForm


@never_cache
@public_page("the link in the invitation, good once and for 14 days")
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a password; the log-in page is next."""
    try:
        person = invited_person(token, at=now())
    except NotFound:
        return render(request, "account/invitation.html", {"form": None}, status=404)
    form = FirstPasswordForm(request.POST or None)
    if request.method == "POST":

        def act(data: dict[str, Any]) -> bool:
            accept_invitation(token=token, password=data["password1"], at=now())
            return True

        if run(form, act):
            messages.success(request, _("Your password is saved. Log in with it now."))
            return redirect("account_login")
    return render(
        request, "account/invitation.html", {"form": form, "name": person.name, "email": person.email}
    )
