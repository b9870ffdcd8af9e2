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


def public_ids(count: int) -> list[str]:
    """Many of them at once, a hundred times faster than one by one."""
    size, short = (
        12,
        len(_ALPHABET) * 8,
    )  # bytes from 248 on are thrown away, so that all letters are as likely
    table = bytes(ord(_ALPHABET[n % len(_ALPHABET)]) for n in range(256))
    letters = b""
    while len(letters) < count * size:
        fresh = secrets.token_bytes(count * size - len(letters) + 64)
        letters += fresh.translate(table, delete=bytes(range(short, 256)))
    text = letters.decode()
    return [text[at : at + size] for at in range(0, count * size, size)]
