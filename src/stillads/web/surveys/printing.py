"""What is printed of a survey: the questions of a sheet, sheets and posters as PDF."""

from dataclasses import asdict
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from stillads.capture.queries.surveys.overview import PosterView
from stillads.capture.queries.surveys.sheets import SheetsPage
from stillads.documents.paper import PaperQuestion, poster, sheets
from stillads.kernel.dates import format_date
from stillads.playbooks.format.items import Group, Items, Scale, Section
from stillads.playbooks.kinds.survey import WHO_ANSWERED
from stillads.playbooks.questions import Question
from stillads.playbooks.questions.number import Money, Number
from stillads.playbooks.questions.scales import SCALES
from stillads.playbooks.questions.texts import LongText

from .grid import nth, numbered, rows_on_paper


def paper_questions(found: SheetsPage) -> list[PaperQuestion]:
    """The questions as they stand on paper, the number of each answer beside its box."""
    asked = [_question(WHO_ANSWERED, "")] if found.asks_who else []
    return asked + _walk(found.survey.items, "")


def _walk(items: Items, heading: str) -> list[PaperQuestion]:
    """A heading stands above the first question it is about."""
    found: list[PaperQuestion] = []
    for item in items:
        if isinstance(item, Section):
            found += _walk(item.items, item.title)
        elif isinstance(item, Scale):
            intro = SCALES[item.scale].intro
            found += [_question(q, intro if n == 0 else "") for n, q in enumerate(item.questions)]
        elif isinstance(item, Group):
            found += _group(item)
        else:
            found.append(_question(item, heading))
        heading = ""
    return found


def _group(group: Group) -> list[PaperQuestion]:
    """What can be told several times has its places one after another; those that are not needed stay empty."""
    found = []
    for number in range(rows_on_paper(group)):
        rest = _("Leave it empty if there is no more to tell.") if number >= max(group.at_least, 1) else ""
        words = [nth(group, number), group.help if number == 0 else "", rest]
        heading = ". ".join(part.rstrip(".") for part in words if part)
        found += [_question(q, heading if q is group.items[0] else "") for q in group.items]
    return found


def _question(question: Question, heading: str) -> PaperQuestion:
    unit = question.unit if isinstance(question, Number) else "kr." if isinstance(question, Money) else ""
    options = tuple(numbered(question))
    lines = 0 if options else 4 if isinstance(question, LongText) else 1
    several = question.kind == "multiple_choice"
    help_text = " ".join(part for part in (question.help, _("Tick all that fit.") if several else "") if part)
    return PaperQuestion(question.text, help_text, options, lines=lines, unit=unit, heading=heading)


def sheets_pdf(found: SheetsPage, *, day: date) -> bytes:
    """All sheets in one PDF, each beginning on a page of its own."""
    survey = found.survey
    data = {
        "title": survey.title,
        "unit": found.unit_name,
        "intro": survey.intro,
        "how": _("Put a cross in the box that fits best. You may leave out what you do not want to answer."),
        "used_for": _("What the answers are used for: %(used_for)s") % {"used_for": survey.used_for},
        "promise": _("The answers are anonymous. Do not write your name.") if survey.anonymous else "",
        "constructed": _("constructed") if found.constructed else "",
        "municipality": settings.STILLADS_MUNICIPALITY,
        "code_word": _("Code of the sheet"),
        "questions": [asdict(question) for question in paper_questions(found)],
        "sheets": [{"code": sheet.code, "name": sheet.name} for sheet in found.sheets],
    }
    return sheets(data, fonts=settings.STILLADS_FONTS, day=day)


def poster_pdf(view: PosterView, code: str, *, day: date) -> bytes:
    """The poster as a PDF."""
    data = {
        "title": view.survey.title,
        "unit": view.unit_name,
        "ask": _("We would like to hear what you think"),
        "how": _("Point the camera of your phone at the square. You need not log in."),
        "used_for": view.survey.used_for,
        "address": view.link.address,
        "or_type": _("Or type the address:"),
        "until": _("You can answer until %(day)s.") % {"day": format_date(view.link.expires_on)},
        "alt": _("The address as a code to scan"),
        "constructed": _("constructed") if view.constructed else "",
        "municipality": settings.STILLADS_MUNICIPALITY,
        "colour": settings.STILLADS_COLOUR,
        "qr": code,
    }
    return poster(data, fonts=settings.STILLADS_FONTS, day=day)
