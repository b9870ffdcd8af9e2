"""The editor in words: steps, lists, what is still missing and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date
from stillads.playbooks.drafting.parts import name_of, rows_at, type_place
from stillads.playbooks.queries.page import DraftView
from stillads.playbooks.reading import Problem

from ..places import KINDS, change_url, kind_of, lists_in, problem_url
from .rows import row_said, title_of

PARTS: Final[Mapping[str, tuple[str | Promise, str | Promise]]] = {
    "formaal": (lazy("Purpose"), lazy("What do you want to find out, for whom, and why?")),
    "teori": (lazy("Why it should work"), lazy("From what you do to what becomes better.")),
    "redskaber": (lazy("What is registered"), lazy("Tallies, questions, flows: as few as you can do with.")),
    "vinduer": (
        lazy("Observation windows"),
        lazy("Where something is only looked at on certain days: a week, four evenings."),
    ),
    "maalinger": (lazy("What is measured"), lazy("The figures that come out of it.")),
    "forventninger": (lazy("What we expect"), lazy("Written before anything is measured.")),
    "regler": (
        lazy("What decides, and house rules"),
        lazy("What it takes to go on, and what all must know."),
    ),
}
WANTS: Final = (
    ("register", lazy("Count something"), lazy("A tap on the phone each time it happens.")),
    ("survey", lazy("Ask somebody"), lazy("Questions to citizens, relatives or employees.")),
    ("case", lazy("Follow a course"), lazy("Steps from one to the next, with who and by when.")),
    ("wishes", lazy("Gather wishes"), lazy("One list per citizen: heard, acted on, told back.")),
    ("plan", lazy("Describe the day"), lazy("One sheet per citizen that all shifts share.")),
    ("desk", lazy("Lend or show things"), lazy("A desk with visits, loans and returns.")),
    ("presence", lazy("Be there together"), lazy("Who was there, and meetings with an agenda.")),
    ("account", lazy("Save up and use"), lazy("Minutes or vouchers that the citizen decides over.")),
    ("interview", lazy("Hold a conversation"), lazy("Notes of a focus group or an observation.")),
    ("series", lazy("Use figures that others have"), lazy("Sick leave, visits or kilometres from a file.")),
)
_SAID: Final[Mapping[str, tuple[Any, Any]]] = {
    "items": (lazy("The questions"), lazy("Add a question")),
    "start": (lazy("Asked when it begins"), lazy("Add a question")),
    "visit": (lazy("Asked at the desk"), lazy("Add a question")),
    "delivery": (lazy("Asked when something is delivered"), lazy("Add a question")),
    "steps": (lazy("The steps"), lazy("Add a step")),
    "old_way": (lazy("How it was done before"), lazy("Add a step of the old way")),
    "hours": (lazy("Opening hours"), lazy("Add opening hours")),
    "ways": (lazy("Each way on by itself"), lazy("Add a way")),
    "catalogue": (lazy("Each thing by itself: group, number, loan"), None),
    "fields": (lazy("Each heading by itself: help, time of day, length"), None),
    "columns": (lazy("Each figure by itself: unit, bounds, name in the file"), None),
    "legal_basis": (lazy("Each law by itself: when it holds, a remark"), None),
    "chain": (lazy("Each link by itself: what it leads to, which measure shows it"), None),
    "house_rules": (lazy("Each rule by itself"), None),
    "options": (lazy("Each one by itself: help, points"), None),
    "buttons": (lazy("Each one by itself: help, points"), None),
    "areas": (lazy("Each one by itself: help, points"), None),
    "uses": (lazy("Each one by itself: help, points"), None),
    "functions": (lazy("Each one by itself: help, points"), None),
    "themes": (lazy("Each one by itself: help, points"), None),
    "errands": (lazy("Each one by itself: help, points"), None),
}
"""Lists in words, and the button that adds to them; a list without one is written line by line in the form above."""
_FIELDS: Final[Mapping[str, str | Promise]] = {
    "title": lazy("The title"), "question": lazy("The question"), "summary": lazy("The short text"),
    "background": lazy("The background"), "target_group": lazy("Whom it is for"), "theme": lazy("The theme"),
    "source": lazy("Where the idea comes from"), "theory": lazy("Why it should work"),
    "chain": lazy("The way from what you do to what becomes better"), "core": lazy("What must be kept"),
    "what": lazy("What it concerns"), "used_for": lazy("What it is used for"), "items": lazy("The questions"),
    "event": lazy("The question over the buttons"), "buttons": lazy("The buttons"), "steps": lazy("The steps"),
    "ways": lazy("Where it goes from here"), "outcomes": lazy("How it can end"), "role": lazy("Who does it"),
    "cancel_reasons": lazy("Why it may be called off"), "text": lazy("The words"), "unit": lazy("The unit"),
    "instrument": lazy("What is counted"), "how": lazy("What is counted"), "how_known": lazy("How you will know"),
    "instruments": lazy("What is registered"), "measures": lazy("What is measured"),
    "criteria": lazy("What we expect"), "options": lazy("The answers"), "points": lazy("The answers"),
    "scale": lazy("The scale"), "en": lazy("in English"), "da": lazy("in Danish"),
    "areas": lazy("What a wish can be about"), "fields": lazy("The headings"), "catalogue": lazy("The things"),
    "functions": lazy("What one is there as"), "uses": lazy("What it can be used for"), "guide": lazy("The questions"),
    "professions": lazy("Whose time is noted"), "windows": lazy("Observation windows"),
    "wish": lazy("Where a wish goes"), "area": lazy("What a wish is about"), "hours": lazy("Opening hours"),
    "hosts": lazy("Which sites it may lead to"),
    "themes": lazy("The themes"), "holder": lazy("Who has the figures"), "columns": lazy("The figures"),
}  # fmt: skip
_MISSING: Final = frozenset(
    {"missing", "text_empty", "list_too_short", "kind_missing", "options_or_list", "scale_or_points"}
)


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One thing to mend: where in words, what, the page, and which part of the editor it belongs to."""

    where: str
    text: str
    url: str
    part: str


def problem_lines(draft: DraftView, problems: tuple[Problem, ...]) -> list[ProblemLine]:
    """Each problem once, in the order of the editor."""
    lines = []
    for each in problems:
        url = problem_url(draft.key, draft.data, each.path)
        where, text = _where(draft.data, each), _text(each)
        lines.append(ProblemLine(where, text, url, _part(each)))
    once = {(line.where, line.text): line for line in lines}
    order = list(PARTS)
    return sorted(once.values(), key=lambda line: order.index(line.part))


def part_steps(draft: DraftView, lines: list[ProblemLine]) -> list[dict[str, Any]]:
    """The parts as steps, with how much is missing in each."""
    found = []
    for name, (title, what) in PARTS.items():
        missing = sum(line.part == name for line in lines)
        said = ngettext("%(n)d thing is missing", "%(n)d things are missing", missing) % {"n": missing}
        found.append(
            {
                "title": title,
                "what": what,
                "url": reverse("playbooks:part", args=[draft.key, name]),
                "state": said if missing else _("all written"),
                "tone": "plain" if missing else "good",
            }
        )
    return found


def draft_answer(draft: DraftView, lines: list[ProblemLine]) -> str:
    """How far it is."""
    if not lines:
        return _("Nothing is missing. The playbook can be published.")
    n = len(lines)
    return ngettext(
        "%(n)d thing is missing before it can be published.",
        "%(n)d things are missing before it can be published.",
        n,
    ) % {"n": n}


def saved_said(draft: DraftView) -> str:
    """Who saved last, and when."""
    if draft.changed_at is None:
        return ""
    words = {"day": format_date(local_day(draft.changed_at)), "who": draft.changed_by}
    return _("Saved %(day)s by %(who)s.") % words


def row_lines(draft: DraftView, place: type_place) -> list[dict[str, Any]]:
    """The parts of a list, each with the way to change and move it."""
    rows = rows_at(draft.data, place)
    found = []
    for number, row in enumerate(rows):
        title, more = row_said(kind_of(place), row, draft.data, place)
        found.append(
            {
                "title": title,
                "kind": more,
                "url": change_url(draft.key, place, name_of(row, number)),
                "key": name_of(row, number),
                "place": "/".join(place),
                "first": number == 0,
                "last": number == len(rows) - 1,
            }
        )
    return found


def inner_lists(
    draft: DraftView, place: type_place, name: str, part: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """The lists of the part `name`: an instrument's questions and steps, a step's questions, a question's answers."""
    return [list_shown(draft, (*place, name, each)) for each in lists_in(place, part)]


def list_shown(draft: DraftView, place: type_place) -> dict[str, Any]:
    """One list below a form. What is written as lines above is folded away; where there is nothing, it is left out."""
    title, add_text = _SAID[place[-1]]
    return {
        "title": title,
        "rows": row_lines(draft, place),
        "add": reverse("playbooks:add", args=[draft.key, "/".join(place)]) if add_text else "",
        "add_text": add_text,
        "folded": add_text is None or KINDS[place[-1]] == "way",
        "id": place[-1],
    }


def _part(problem: Problem) -> str:
    head = str(problem.path[0]) if problem.path else ""
    named = {
        "instruments": "redskaber",
        "windows": "vinduer",
        "measures": "maalinger",
        "criteria": "forventninger",
        "theory": "teori",
    }
    return named.get(head, "regler" if head in {"decision_rule", "house_rules", "one_page"} else "formaal")


def _where(data: Any, problem: Problem) -> str:
    titles: list[str] = []
    field = ""
    for step in problem.path:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list | tuple) and step < len(data) else None
            titles.append(f"„{title_of(data)}“" if isinstance(data, Mapping) else "")
            field = ""
        else:
            data = data.get(step) if isinstance(data, Mapping) else None
            word = str(_FIELDS.get(step, ""))
            field = f"{field} {word}".strip() if step in {"en", "da"} else word
    return ", ".join(part for part in (*titles, field) if part) or _("The playbook")


def _text(problem: Problem) -> str:
    if problem.code in _MISSING:
        return _("is missing.")
    return str(problem.expected)
