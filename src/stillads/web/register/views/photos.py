"""A photo that stands in a registration."""

from django.http import FileResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from stillads.capture.queries.photos import photo_of
from stillads.trials.permissions import READ
from stillads.web.shell.access import PageRequest, page


@require_safe
@page(READ)
def photo(request: PageRequest, entry: str, photo: str) -> HttpResponseBase:
    """The bytes; who may see them is the registration's own rule."""
    held = photo_of(entry=entry, photo=photo, viewer=request.viewer)
    answer = FileResponse(held.path.open("rb"), content_type=held.content_type)
    answer["Cache-Control"] = "private, no-store"
    return answer
