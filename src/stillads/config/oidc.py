"""The municipality's own log-in (OpenID Connect), where the environment names one.

STILLADS_OIDC_SERVER    the issuer, https://…; empty means there is none
STILLADS_OIDC_CLIENT    what the issuer calls this installation
STILLADS_OIDC_SECRET    the secret the two share
STILLADS_OIDC_VERIFIED  the claim by which the issuer vouches for the e-mail address (email_verified)
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def providers(environ: Mapping[str, str]) -> dict[str, Any]:
    """allauth's SOCIALACCOUNT_PROVIDERS; empty where no issuer is named. Raises ValueError where half is said."""
    server = environ.get("STILLADS_OIDC_SERVER", "").rstrip("/")
    if not server:
        return {}
    client, secret = environ.get("STILLADS_OIDC_CLIENT", ""), environ.get("STILLADS_OIDC_SECRET", "")
    if not client or not secret:
        raise ValueError(
            "STILLADS_OIDC_SERVER needs STILLADS_OIDC_CLIENT and STILLADS_OIDC_SECRET beside it."
        )
    address = urlsplit(server)
    if address.scheme != "https" and address.hostname not in _LOOPBACK:
        raise ValueError("STILLADS_OIDC_SERVER must begin with https://: it says who somebody is.")
    app = {
        "provider_id": "kommune",  # stands in the addresses, and in what the issuer is told to send people back to
        "name": "OpenID Connect",
        "client_id": client,
        "secret": secret,
        "settings": {
            "server_url": server,
            "oauth_pkce_enabled": True,
            "verified_claim": environ.get("STILLADS_OIDC_VERIFIED") or "email_verified",
        },
    }
    return {"openid_connect": {"APPS": [app]}}
