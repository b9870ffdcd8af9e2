"""Whose address stands in the log."""

import pytest
from django.test import RequestFactory

from stillads.web.shell.address import client_address


@pytest.mark.parametrize(
    ("proxies", "forwarded", "told"),
    [
        (0, "10.0.0.9", "127.0.0.1"),  # anybody can send the header
        (1, "10.0.0.9", "10.0.0.9"),
        (1, "6.6.6.6, 10.0.0.9", "10.0.0.9"),
        (2, "10.0.0.9, 10.0.0.1", "10.0.0.9"),
        (2, "10.0.0.9", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_only_our_own_proxies_are_believed(settings, proxies: int, forwarded: str, told: str) -> None:  # type: ignore[no-untyped-def]
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded} if forwarded else {})
    assert client_address(request) == told
