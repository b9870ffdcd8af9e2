"""How a file is handed out."""

from django.http import HttpResponse

from stillads.booklet.rendering import Form


def attachment(content: bytes, content_type: str, name: str) -> HttpResponse:
    """The bytes as a file to keep; never shown as a page of ours."""
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def form_file(content: bytes, form: Form, name: str) -> HttpResponse:
    """A booklet in one of its forms."""
    return attachment(content, form.content_type, name)
