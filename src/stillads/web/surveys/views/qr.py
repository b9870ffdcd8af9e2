"""An address as a code to scan."""

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _


def qr(address: str) -> SafeString:
    """The picture for a page."""
    code = segno.make(address, error="m", micro=False)
    drawn = code.svg_inline(
        border=2, svgclass="qr", lineclass=None, omitsize=True, title=_("The address as a code to scan")
    )
    return mark_safe(drawn)  # noqa: S308  (drawn by ourselves from an address of ours)


def qr_svg(address: str) -> str:
    """The picture for print."""
    code = segno.make(address, error="m", micro=False)
    return code.svg_inline(border=0, svgclass=None, lineclass=None, omitsize=True)
