"""The municipality's own log-in: allauth speaks OpenID Connect, we decide who gets in.

Nothing of it is kept: no token, no account over there. Each time the signed statement tells an e-mail
address, and that address finds the person.
"""

from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record_denial
from stillads.kernel.clock import now
from stillads.kernel.rules import Denied
from stillads.kernel.viewer import PUBLIC
from stillads.organisation.actions.municipal_login import municipal_login


def issuer_here() -> str:
    """The name of the municipality's own log-in in our addresses; empty where there is none."""
    apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
    return str(apps[0]["provider_id"]) if apps else ""


class MunicipalAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Whom a signed statement lets in, and what is said to the others."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Gives the log-in that already is the person's; refuses everybody else."""
        claims: dict[str, Any] = sociallogin.account.extra_data["id_token"]
        verified = claims.get(sociallogin.provider.app.settings["verified_claim"])
        try:
            sociallogin.user = municipal_login(
                email=str(claims.get("email") or ""), verified=verified in (True, 1, "true", "1"), at=now()
            )
        except Denied as refusal:
            record_denial(viewer=PUBLIC, verb="organisation.municipal_login", reason=str(refusal.reason))
            _back(request, str(refusal.reason))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never."""
        return False

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, **_more: Any
    ) -> None:
        """Broken off over there, or the statement does not hold: the log-in page says so."""
        if exception is not None:
            record_denial(
                viewer=PUBLIC, verb="organisation.municipal_login", reason=f"{type(exception).__name__}"
            )
        _back(
            request,
            _("The municipality's log-in did not come through. Try again, or use e-mail and password."),
        )


def _back(request: HttpRequest, reason: str) -> NoReturn:
    messages.error(request, reason)
    raise ImmediateHttpResponse(redirect("account_login"))
