"""The cache that all web processes share, so that a limit holds however many of them there are."""

from typing import Any

from stillads.kernel.sealed import lookup

# Fewer than this are alive at once: 300 tries a minute from one address, each kept for five minutes. The database
# cache counts its rows at every write and throws living ones out above the number.
_MOST = 50_000


def name_of(key: str, prefix: str, version: int) -> str:
    """The name a count is kept under: equal for equal keys, tells neither the address nor the e-mail in it."""
    return lookup(f"{prefix}:{version}:{key}")


def shared_counts() -> dict[str, Any]:
    """Django's settings of the cache; its table is `organisation.SharedCount`."""
    return {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "organisation_sharedcount",
        "KEY_FUNCTION": name_of,
        "OPTIONS": {"MAX_ENTRIES": _MOST},
    }
