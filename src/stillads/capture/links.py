"""The secrets of links and the codes of sheets. The database holds a link's hash, never the link.

A secret is made from the row's own random name with a key that lies outside the database, so that the same
link can be sent again in a reminder or printed anew, and a copy of the database opens nothing.
"""

from base64 import urlsafe_b64encode

from django.conf import settings

from stillads.kernel.ids import public_id, token_hash
from stillads.kernel.sealed import lookup

from .models import Asked, OpenLink, Wave

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
_STEM = 5


def token_of_asked(asked: Asked) -> str:
    """The secret of somebody's own link: 144 bits, bound to the one asked and the wave. `wave` is loaded."""
    return _token("asked", asked.public_id, asked.wave.public_id)


def token_of_link(link: OpenLink) -> str:
    """The secret of an open link, a poster or a kiosk."""
    return _token("open", link.public_id, link.kind)


def _token(*parts: str) -> str:
    return urlsafe_b64encode(bytes.fromhex(lookup("\n".join(("survey", *parts))))[:18]).decode()


def hash_of_asked(asked: Asked) -> str:
    """What the database keeps of it."""
    return token_hash(token_of_asked(asked))


def address_of(token: str) -> str:
    """The whole address of a link, as people type it."""
    return f"{settings.STILLADS_BASE_URL}/svar/{token}/"


def new_sheet_code(wave: Wave) -> str:
    """A code for a blank sheet: five random signs and one that shows a slip of the pen. Kept nowhere."""
    return _checked(wave, public_id(_STEM))


def sheet_code_of(asked: Asked) -> str:
    """The code of the sheet of one who was asked."""
    return _checked(asked.wave, asked.public_id[:_STEM])


def stem_of(wave: Wave, code: str) -> str | None:
    """The first five signs of a code that belongs to the wave; None where it is mistyped or another wave's."""
    tidy = "".join(sign for sign in code.lower() if sign in _ALPHABET)
    return tidy[:_STEM] if len(tidy) == _STEM + 1 and _checked(wave, tidy[:_STEM]) == tidy else None


def shown_code(code: str) -> str:
    """As it stands on paper: `K7F-3QX`."""
    return f"{code[:3]}-{code[3:]}".upper()


def _checked(wave: Wave, stem: str) -> str:
    number = int(lookup(f"sheet\n{wave.public_id}\n{stem}")[:8], 16)
    return stem + _ALPHABET[number % len(_ALPHABET)]
