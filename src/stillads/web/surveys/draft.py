"""What has been answered up to now, kept in the browser alone: an encrypted cookie of the link's own address.

Nothing of an unfinished answer reaches the database. The cookie ends with the browser, when the answer is sent,
and when a kiosk is handed to the next person.
"""

import json
import zlib
from base64 import b85decode, b85encode, urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stillads.kernel.ids import public_id
from stillads.kernel.rules import RuleError
from stillads.kernel.sealed import seal, unseal

_NAME: Final = "stillads_svar"
_CHUNK: Final = 3500  # browsers keep 4096 bytes a cookie, name and attributes included
_CHUNKS: Final = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """The answers as they were sent, by field, and the key that makes the whole of it single."""

    raw: Mapping[str, Sequence[str]] = field(default_factory=dict)
    key: str = field(default_factory=lambda: public_id(20))


def read(request: HttpRequest) -> Draft:
    """What the browser has kept; an empty draft where it has nothing, or something that is not ours."""
    parts = [request.COOKIES.get(f"{_NAME}{number}", "") for number in range(_CHUNKS)]
    packed = "".join(parts)
    if not packed:
        return Draft()
    try:
        text = zlib.decompress(b85decode(unseal(urlsafe_b64decode(packed)))).decode()
    except (Error, InvalidTag, ValueError, zlib.error):
        return Draft()
    kept = json.loads(text)
    return Draft(raw=kept["raw"], key=kept["key"])


def has_begun(request: HttpRequest) -> bool:
    """Is there an unfinished answer?"""
    return bool(read(request).raw)


def write(response: HttpResponse, token: str, draft: Draft) -> HttpResponse:
    """Lets the browser keep it. RuleError where it is more than a browser keeps."""
    text = json.dumps({"raw": dict(draft.raw), "key": draft.key}, ensure_ascii=False)
    packed = urlsafe_b64encode(seal(b85encode(zlib.compress(text.encode())).decode())).decode()
    if len(packed) > _CHUNK * _CHUNKS:
        raise RuleError(_("That is more than there is room for. Write a little less."))
    for number in range(_CHUNKS):
        part = packed[number * _CHUNK : (number + 1) * _CHUNK]
        if part:
            response.set_cookie(
                f"{_NAME}{number}", part, path=_path(token), httponly=True, samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
            )  # fmt: skip
        else:
            response.delete_cookie(f"{_NAME}{number}", path=_path(token), samesite="Lax")
    return response


def forget(response: HttpResponse, token: str) -> HttpResponse:
    """The browser keeps nothing of it any more."""
    for number in range(_CHUNKS):
        response.delete_cookie(f"{_NAME}{number}", path=_path(token), samesite="Lax")
    return response


def _path(token: str) -> str:
    return reverse("surveys:answer", args=[token])
