"""Names and CPR numbers at rest: encrypted bytes, and a keyed look-up that finds equal ones.

AES-256-GCM (NIST SP 800-38D) with a fresh 96-bit nonce per value; the look-up is
HMAC-SHA-256 with another key. Keys live outside the database, in the data directory.
"""

import hashlib
import hmac
import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings


def _key(purpose: str) -> bytes:
    return hmac.new(bytes.fromhex(settings.STILLADS_SEALING_KEY), purpose.encode(), hashlib.sha256).digest()


def seal(text: str) -> bytes:
    """`text` encrypted: version byte, nonce, ciphertext with tag. Differs at every call."""
    nonce = secrets.token_bytes(12)
    return b"\x01" + nonce + AESGCM(_key("seal-1")).encrypt(nonce, text.encode(), None)


def unseal(sealed: bytes | memoryview) -> str:
    """The text that `seal` was given. Raises InvalidTag where bytes were changed."""
    raw = bytes(sealed)
    if raw[:1] != b"\x01":
        raise ValueError("unknown seal version")
    return AESGCM(_key("seal-1")).decrypt(raw[1:13], raw[13:], None).decode()


def lookup(text: str) -> str:
    """A keyed digest: equal for equal texts, tells nothing without the key."""
    return hmac.new(_key("lookup-1"), text.encode(), hashlib.sha256).hexdigest()
