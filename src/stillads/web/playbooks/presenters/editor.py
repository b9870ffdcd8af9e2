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
from stillads.playbooks.kinds import instrument_kinds
from stillads.playbooks.queries.page import DraftView
from stillads.playbooks.questions.base import question_kinds
from stillads.playbooks.questions.scales import SCALES
from stillads.playbooks.reading import Problem

from ..places import change_url, kind_of, problem_url

PARTS: Final[Mapping[str, tuple[str | Promise, str | Promise]]] = {
    "formaal": (lazy("Purpose"), lazy("What do you want to find out, for whom, and why?")),
    "teori": (lazy("Why it should work"), lazy("From what you do to what becomes better.")),
    "redskaber": (lazy("What is registered"), lazy("Tallies, questions, flows: as few as you can do with.")),
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
_FORMS: Final = {
    "items": lazy("The questions"),
    "start": lazy("Asked when it begins"),
    "steps": lazy("The steps"),
    "visit": lazy("Asked at the desk"),
}
_OF_KIND: Final = {
    "register": ("items",), "survey": ("items",), "account": ("items",), "presence": ("items",),
    "case": ("start", "steps"), "desk": ("visit",),
}  # fmt: skip
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
    return [
        {
            "title": title_of(row),
            "kind": _kind(row, kind_of(place)),
            "url": change_url(draft.key, place, name_of(row, number)) if _editable(row) else "",
            "key": name_of(row, number),
            "place": "/".join(place),
            "first": number == 0,
            "last": number == len(rows) - 1,
        }
        for number, row in enumerate(rows)
    ]


def inner_lists(draft: DraftView, place: type_place, part: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The lists of a part: an instrument's questions and steps, a step's questions."""
    kind = kind_of(place)
    names = _OF_KIND.get(str(part.get("kind")), ()) if kind == "instrument" else ()
    if kind == "step":
        names = ("items",)
    return [
        {
            "title": _FORMS[name],
            "rows": row_lines(draft, (*place, str(part["key"]), name)),
            "add": reverse("playbooks:add", args=[draft.key, "/".join((*place, str(part["key"]), name))]),
            "add_text": _("Add a step") if name == "steps" else _("Add a question"),
            "id": name,
        }
        for name in names
    ]


def title_of(row: Any) -> str:
    """What a part is called, however little of it is written."""
    if not isinstance(row, Mapping):
        return ""
    if row.get("kind") == "scale" and row.get("scale") in SCALES:
        return SCALES[row["scale"]].title
    return str(row.get("title") or row.get("text") or row.get("what") or _("not named yet"))


def _kind(row: Any, kind: str) -> str:
    name = str(row.get("kind", "")) if isinstance(row, Mapping) else ""
    known: Mapping[str, Any] = {"instrument": instrument_kinds(), "question": question_kinds()}.get(kind, {})
    if name in known:
        return str(known[name].word)
    return {"section": _("Section"), "group": _("Repeated questions"), "scale": _("Standard scale")}.get(
        name, ""
    )


def _editable(row: Any) -> bool:
    return isinstance(row, Mapping) and row.get("kind") not in {"section", "group"}


def _part(problem: Problem) -> str:
    head = str(problem.path[0]) if problem.path else ""
    named = {
        "instruments": "redskaber",
        "measures": "maalinger",
        "criteria": "forventninger",
        "theory": "teori",
    }
    return named.get(head, "regler" if head in {"decision_rule", "house_rules"} else "formaal")


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
