"""Where a request comes from, also behind proxies of ours."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address before the first of our own proxies (STILLADS_PROXIES says how many there are)."""
    proxies: int = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    passed = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    if proxies and len(passed) >= proxies:
        return passed[-proxies][:64]
    return str(request.META.get("REMOTE_ADDR", ""))
