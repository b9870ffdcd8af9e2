"""A wish that is heard in a questionnaire goes onto the wish list under one of the list's own areas."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ..kinds.survey import Survey
from ..questions import Question
from ..questions.single_choice import SingleChoice
from .base import Draft, Fault, Path, check, parts_within


@check
def wish_areas(draft: Draft) -> Iterator[Fault]:
    """The answers to the question that gives a wish its area."""
    lists = {row["key"]: row for row in draft.rows("instruments") if _is_list(row)}
    for number, survey in draft.instruments.items():
        if not isinstance(survey, Survey) or survey.wish is None or survey.wish.area is None:
            continue
        if survey.wish.wishes in lists and survey.wish.area in survey.observables():
            areas = _areas(lists[survey.wish.wishes].get("areas"))
            yield from _answers(survey, survey.wish.area, areas, ("instruments", number))


def _is_list(row: Any) -> bool:
    return isinstance(row, Mapping) and row.get("kind") == "wishes" and isinstance(row.get("key"), str)


def _areas(rows: Any) -> set[str]:
    there = rows if isinstance(rows, list | tuple) else ()
    return {str(row["key"]) for row in there if isinstance(row, Mapping) and "key" in row}


def _answers(survey: Survey, asked: str, areas: Collection[str], path: Path) -> Iterator[Fault]:
    for place, part in parts_within(path, survey):
        if not isinstance(part, Question) or part.key != asked:
            continue
        if not isinstance(part, SingleChoice):
            yield Fault((*path, "wish", "area"), "area_no_choice", {"said": asked})
            continue
        for number, option in enumerate(part.choices):
            if option.key not in areas:
                where = ("standard",) if part.standard else ("options", number, "key")
                yield Fault((*place, *where), "unknown_area", {"said": option.key}, areas)
