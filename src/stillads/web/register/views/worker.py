"""The worker that lets the phone open these pages without a connection."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from stillads.ui.theme import theme_href
from stillads.web.shell.access import public_page

_FILES = (
    "vendor/dkfds/css/dkfds.css",
    "vendor/dkfds/fonts/IBMPlexSans-Regular-Latin1.woff2",
    "vendor/dkfds/fonts/IBMPlexSans-SemiBold-Latin1.woff2",
    "ui/stillads.css",
    "ui/stillads.js",
    "ui/answering.js",
    "ui/questions.css",
    "ui/favicon.svg",
    "register/register.css",
    "register/queue.js",
    "register/send.js",
    "register/tap.js",
)
_SOURCE = "register/worker.js"


@require_safe
@cache_control(no_cache=True)
@public_page("a script like any other, the same for everybody")
def worker(request: HttpRequest) -> HttpResponse:
    """The script, headed by the names of the files it keeps; another name is another version."""
    return HttpResponse(_script(), content_type="text/javascript; charset=utf-8")


@cache
def _script() -> str:
    files = [*(static(name) for name in _FILES), theme_href()]
    text = _source()
    version = sha256("\n".join([text, *files]).encode()).hexdigest()[:12]
    told = {"version": version, "files": files, "scope": reverse("register:start")}
    return f"const HOUSE = {json.dumps(told)};\n{text}"


def _source() -> str:
    found = finders.find(_SOURCE)
    if isinstance(found, str):
        return Path(found).read_text("utf-8")
    with staticfiles_storage.open(_SOURCE) as kept:  # an installation without the sources
        return str(kept.read().decode("utf-8"))
