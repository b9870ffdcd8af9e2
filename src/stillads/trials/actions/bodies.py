"""Text bodies on their way in: plain text or block data, cleaned and free of CPR numbers."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from stillads.documents.blocks import parse_body
from stillads.documents.plain import from_plain
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import RuleError


def body_data(text: Mapping[str, Any] | str, *, field: str = "description") -> dict[str, Any]:
    """The JSON form of a Body, out of block data or of text as a person types it."""
    if isinstance(text, str):
        body = from_plain(text)
    else:
        try:
            body = parse_body(dict(text))
        except ValueError as error:
            raise RuleError(_("The text could not be read."), field=field) from error
    check_no_cpr(body.plain_text(), field=field)
    return body.data()
