"""Anonymous answers as the house may see them: all at once, when the wave is over, and only if there are enough."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from stillads.audit.actions.record import record_read
from stillads.kernel.rules import NotFound, refusal, type_reason
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.items import Group, Items, Scale, flat
from stillads.playbooks.questions import Question
from stillads.playbooks.questions.texts import LongText, ShortText

from ...models import AnonymousEntry
from ...permissions import REGISTER
from ...survey_rules import check_can_see_answers, fewest, survey_of, wave_by


@dataclass(frozen=True, slots=True)
class QuestionAnswers:
    """What was answered to one question by `n` people: how often each answer, or the texts in no order of time.

    few  so few answered this question that it is not shown
    """

    text: str
    n: int
    counts: tuple[tuple[str, int], ...] = ()
    texts: tuple[str, ...] = ()
    few: bool = False


@dataclass(frozen=True, slots=True)
class AnonymousAnswers:
    """`hidden` is why nothing is shown; else the answers."""

    number: int
    n: int
    fewest: int
    hidden: type_reason | None
    questions: tuple[QuestionAnswers, ...]


def anonymous_answers(*, wave: str, viewer: Viewer, day: date) -> AnonymousAnswers:
    """The answers of one wave. The look is logged; two queries and the viewer's own."""
    row = wave_by(wave)
    check_may(viewer, REGISTER, unit_id=row.deployment.unit_id)
    survey = survey_of(row.deployment)
    if not survey.anonymous:
        raise NotFound("not anonymous")
    record_read(
        viewer=viewer, verb="capture.read_answers", target=f"wave:{row.public_id}", target_name=survey.title
    )
    answers = list(AnonymousEntry.objects.filter(wave=row).order_by("key").values_list("answers", flat=True))
    hidden = refusal(check_can_see_answers, survey, row, len(answers), day)
    shown = () if hidden else tuple(_questions(survey.items, answers, fewest(survey)))
    return AnonymousAnswers(row.number, len(answers), fewest(survey), hidden, shown)


def _questions(items: Items, answers: list[dict[str, object]], least: int) -> list[QuestionAnswers]:
    """What one person tells several times (a group) is never shown one by one."""
    asked = [
        question
        for item, _conditions in flat(items)
        if not isinstance(item, Group)
        for question in (item.questions if isinstance(item, Scale) else (item,))
    ]
    return [_question(q, [given[q.key] for given in answers if q.key in given], least) for q in asked]


def _question(question: Question, given: list[object], least: int) -> QuestionAnswers:
    if len(given) < least:
        return QuestionAnswers(question.text, len(given), few=True)
    if isinstance(question, ShortText | LongText):
        return QuestionAnswers(question.text, len(given), texts=tuple(sorted(str(text) for text in given)))
    said = Counter(text for value in given for text in _said(question, value))
    return QuestionAnswers(question.text, len(given), counts=tuple(said.most_common()))


def _said(question: Question, value: object) -> list[str]:
    return [question.say([each]) for each in value] if isinstance(value, list) else [question.say(value)]
