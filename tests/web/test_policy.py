"""Every address declares who may see it."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from stillads.organisation.policy import permissions

FOREIGN = {"django.contrib.staticfiles.views.serve"}


def _views(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, object]]:
    for entry in resolver.url_patterns:
        address = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _views(entry, address)
        elif isinstance(entry, URLPattern):
            yield address, entry.callback


def test_every_view_declares_its_policy() -> None:
    silent = [address for address, view in _views(get_resolver()) if not getattr(view, "policy", "")]
    assert silent == []


def test_every_policy_is_a_permission_that_a_room_declared_or_says_why_it_is_public() -> None:
    known = {permission.key for permission in permissions()}
    policies = {address: str(getattr(view, "policy", "")) for address, view in _views(get_resolver())}
    unknown = {a: p for a, p in policies.items() if p not in known and not p.startswith("public: ")}
    assert unknown == {}
