"""The WSGI door for granian."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stillads.config.settings")

# A start makes half a million objects that all stay. Looking through them for rubbish again and again takes a
# fifth of the time, and once they are there nobody need look at them any more.
gc.disable()
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018  # the views are imported here and not in somebody's first request
gc.freeze()
gc.enable()
