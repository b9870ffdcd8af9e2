"""A file of another system as a questionnaire; which kind it is, its content says, not its name."""

from typing import Final

from django.utils.translation import gettext as _

from .fhir.reader import read_fhir
from .redcap.reader import read_redcap
from .refusals import Unreadable
from .result import Questionnaire
from .xlsform.reader import read_xlsform

LARGEST: Final = 10_000_000
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"


def read_questionnaire(data: bytes) -> Questionnaire:
    """XLSForm, REDCap data dictionary or FHIR R4 Questionnaire. Raises Unreadable with a reason."""
    if len(data) > LARGEST:
        raise Unreadable(_("The file is larger than 10 MB."))
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:4]
    if not start:
        raise Unreadable(_("The file is empty."))
    if data.startswith(_OLD_EXCEL):
        raise Unreadable(
            _("The file is an old Excel file (.xls) or has a password. Save it as .xlsx without one.")
        )
    if data.startswith(b"PK"):
        return read_xlsform(data)
    return read_fhir(data) if start[:1] in (b"{", b"[") else read_redcap(data)
