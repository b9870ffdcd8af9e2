"""The whole XLSForm: sheets, settings, languages, lists, survey."""

from typing import Final

from django.utils.translation import gettext as _

from ..assemble import assemble
from ..refusals import Unreadable
from ..report import FormReport
from ..result import Questionnaire
from ..words import line_and_rest, plain
from .context import Context
from .languages import Language
from .lists import lists_of
from .sheets import Row, rows_of
from .survey import Survey
from .workbook import read_workbook

_SHEETS: Final = frozenset({"survey", "choices", "select_choices", "settings"})
_MOST: Final = 2000


def read_xlsform(data: bytes) -> Questionnaire:
    """The questionnaire in an XLSForm. Raises Unreadable with a reason."""
    workbook = read_workbook(data, _SHEETS)
    rows = rows_of(workbook.sheets.get("survey", []))
    if not any(row.get("type") for row in rows):
        raise Unreadable(_("The Excel file has no sheet “survey” with a column “type”, so it is no XLSForm."))
    if len(rows) > _MOST:
        raise Unreadable(_("The form has more than %d rows. Divide it.") % _MOST)
    choices = rows_of(workbook.sheets.get("choices", []) or workbook.sheets.get("select_choices", []))
    settings = next(iter(rows_of(workbook.sheets.get("settings", []))), Row(0, {}))
    language = Language([*rows, *choices], settings.get("default_language"))
    title = line_and_rest(plain(settings.get("form_title"))[0])[0]
    report = FormReport("xlsform", title, language.chosen, warnings=list(workbook.remarks))
    if others := [one for one in language.all if one != language.chosen]:
        report.warn(
            _("Read in %(language)s. Not taken over: %(others)s.")
            % {"language": language.chosen or _("the language without a name"), "others": ", ".join(others)}
        )
    context = Context(language, lists_of(choices, language), report)
    root = Survey(context).read(rows)
    return assemble(root, context.names, report)
