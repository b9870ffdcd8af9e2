"""Identifiers that leave the house: unguessable, short, and secrets that are kept as hashes."""

import hashlib
import secrets

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # without 0 o 1 l i: read aloud on the telephone


def public_id(length: int = 12) -> str:
    """A random name for a row, safe in an address (12 characters are 59 bits)."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


def new_token() -> str:
    """A secret for a link: 192 bits, safe in an address. Keep only its `token_hash`."""
    return secrets.token_urlsafe(24)


def token_hash(token: str) -> str:
    """SHA-256 in hex of a link's secret: what the database may know of it."""
    return hashlib.sha256(token.encode()).hexdigest()
