"""The log-in page: e-mail and password, a passkey, or the municipality's own log-in."""

from typing import Any

from allauth.account.views import LoginView
from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from ..municipal import issuer_here


class LogInView(LoginView):  # type: ignore[misc]  # allauth has no types
    """allauth's page, with the way out to the municipality where there is one."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds `municipal_url` and `municipal_label`."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if issuer := issuer_here():
            after = self.get_next_url()
            url = reverse("openid_connect_login", args=[issuer])
            context["municipal_url"] = f"{url}?{urlencode({'next': after})}" if after else url
            context["municipal_label"] = _("Log in with %(municipality)s") % {
                "municipality": settings.STILLADS_MUNICIPALITY
            }
        return context
