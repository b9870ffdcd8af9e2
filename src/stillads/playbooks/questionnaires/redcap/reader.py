"""The whole dictionary."""

from django.utils.translation import gettext as _

from ..assemble import assemble
from ..refusals import Unreadable
from ..report import FormReport
from ..result import Questionnaire
from .context import Context
from .dictionary import Dictionary
from .table import rows_of


def read_redcap(data: bytes) -> Questionnaire:
    """The questionnaire in a data dictionary. Raises Unreadable with a reason."""
    rows = rows_of(data)
    if not rows:
        raise Unreadable(_("There is no field in the dictionary."))
    forms = list(dict.fromkeys(row.get("form") for row in rows if row.get("form")))
    title = forms[0].replace("_", " ").capitalize() if len(forms) == 1 else ""
    context = Context(FormReport("redcap", title[:200]))
    return assemble(Dictionary(context).read(rows), context.names, context.report)
