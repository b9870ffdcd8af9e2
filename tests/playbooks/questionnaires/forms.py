"""Hypothesis strategies: any form that the playbook format can hold."""

from typing import Any

from hypothesis import strategies as some

from stillads.playbooks.format.conditions import Condition
from stillads.playbooks.format.items import Group, Item, Items, Scale, Section
from stillads.playbooks.questions import Question, question_kinds
from stillads.playbooks.questions.scales import SCALES
from stillads.playbooks.questions.standard import LIKERT_SCALES, STANDARD_LISTS

KEY = some.from_regex(r"\A[a-z][a-z0-9_]{0,8}\Z")
LINE = some.text("abcæøåÆ <&>\"'…1.?", min_size=1, max_size=40).filter(lambda text: text.strip())
HELP = some.just("") | some.text("abc æøå\n.", max_size=40)
NUMBER = some.decimals(-(10**6), 10**6, places=2, allow_nan=False)
MAYBE = some.none() | NUMBER


@some.composite
def _bounds(draw: some.DrawFn) -> dict[str, Any]:
    low, high = draw(MAYBE), draw(MAYBE)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return {"at_least": low, "at_most": high, "decimals": draw(some.integers(0, 2)), "default": draw(MAYBE)}


@some.composite
def _options(draw: some.DrawFn) -> dict[str, Any]:
    if draw(some.booleans()):
        return {"standard": draw(some.sampled_from(sorted(STANDARD_LISTS)))}
    keys = draw(some.lists(KEY, min_size=1, max_size=4, unique=True))
    score = some.none() | some.integers(-5, 100)
    return {
        "options": [{"key": k, "text": draw(LINE), "score": draw(score), "help": draw(HELP)} for k in keys]
    }


@some.composite
def _single(draw: some.DrawFn) -> dict[str, Any]:
    return draw(_options()) | {"default": draw(some.none() | KEY)}


@some.composite
def _multiple(draw: some.DrawFn) -> dict[str, Any]:
    made = draw(_options())
    keys = [option["key"] for option in made.get("options", [])]
    default: list[str] = draw(some.permutations(keys)) if keys else []
    if draw(some.booleans()):
        default = []
    return made | {"at_most": draw(some.none() | some.integers(1, 5)), "default": default}


@some.composite
def _likert(draw: some.DrawFn) -> dict[str, Any]:
    made: dict[str, Any] = {"dont_know": draw(some.booleans()), "reversed": draw(some.booleans())}
    if draw(some.booleans()):
        return made | {"scale": draw(some.sampled_from(sorted(LIKERT_SCALES)))}
    return made | {"points": draw(some.lists(LINE, min_size=2, max_size=7))}


_DAYS = some.none() | some.integers(0, 400)
OWN: dict[str, some.SearchStrategy[dict[str, Any]]] = {
    "number": some.tuples(_bounds(), LINE | some.just("")).map(lambda pair: {**pair[0], "unit": pair[1]}),
    "money": _bounds(),
    "duration": some.fixed_dictionaries({"at_most": some.integers(1, 100_000)}),
    "short_text": some.fixed_dictionaries({"longest": some.integers(1, 300)}),
    "long_text": some.fixed_dictionaries({"longest": some.integers(1, 10_000)}),
    "single_choice": _single(),
    "multiple_choice": _multiple(),
    "likert": _likert(),
    "smiley": some.just({}) | some.fixed_dictionaries({"points": some.lists(LINE, min_size=5, max_size=5)}),
    "date": some.fixed_dictionaries(
        {"days_back": _DAYS, "days_ahead": _DAYS, "default": some.sampled_from(["", "today"])}
    ),
    "time": some.fixed_dictionaries({"default": some.sampled_from(["", "now"])}),
    "unit": some.fixed_dictionaries({"unit_kind": some.sampled_from(["", "team"])}),
    "catalogue_item": some.fixed_dictionaries({"desk": some.none() | KEY}),
}


@some.composite
def _tests(draw: some.DrawFn, asked: Question) -> Condition:
    values = sorted(asked.values() or {"bad", "mad"})
    test = draw(
        some.fixed_dictionaries(
            {"is": some.lists(some.sampled_from(values), min_size=1, max_size=3, unique=True)}
        )
        | some.fixed_dictionaries({"is_not": some.lists(some.sampled_from(values), min_size=1, max_size=2)})
        | some.fixed_dictionaries({"answered": some.booleans()})
        | some.fixed_dictionaries({"at_least": NUMBER})
        | some.fixed_dictionaries({"at_least": NUMBER, "at_most": NUMBER})
    )
    return Condition.model_validate({"question": asked.key, **test})


@some.composite
def conditions(draw: some.DrawFn, before: list[Question], depth: int = 2) -> Condition | None:
    """A condition on questions that stand before, or none."""
    if not before or draw(some.booleans()):
        return None
    if depth and draw(some.booleans()):
        parts = [draw(conditions(before, depth - 1)) for _n in range(draw(some.integers(1, 3)))]
        if said := [part for part in parts if part is not None]:
            return Condition.model_validate({draw(some.sampled_from(["all", "any", "none"])): said})
    return draw(_tests(draw(some.sampled_from(before))))


@some.composite
def question(draw: some.DrawFn, key: str, before: list[Question], kind: str | None = None) -> Question:
    """A question of any kind."""
    name = kind or draw(some.sampled_from(sorted(question_kinds())))
    fields = draw(OWN.get(name, some.just({})))
    common = {"key": key, "text": draw(LINE), "help": draw(HELP), "required": draw(some.booleans())}
    return question_kinds()[name].model_validate({**fields, **common, "show_if": draw(conditions(before))})


@some.composite
def _item(draw: some.DrawFn, key: str, before: list[Question], within: bool) -> Item:
    what = draw(some.sampled_from(["question", "question", "scale", "group"] if within else
                                  ["question", "question", "scale", "group", "section"]))  # fmt: skip
    if what == "scale":
        scale = Scale(key=key, scale=draw(some.sampled_from(sorted(SCALES))), required=draw(some.booleans()),
                      show_if=draw(conditions(before)))  # fmt: skip
        before += scale.questions
        return scale
    if what == "group":
        return draw(_group(key, before))
    if what == "section":
        shown = draw(conditions(before))
        inner = [draw(_item(f"{key}_{n}i", before, True)) for n in range(draw(some.integers(1, 3)))]
        return Section(title=draw(LINE), help=draw(HELP), show_if=shown, items=tuple(inner))  # type: ignore[arg-type]
    asked = draw(question(key, before))
    before.append(asked)
    return asked


@some.composite
def _group(draw: some.DrawFn, key: str, before: list[Question]) -> Group:
    inner: list[Question] = []
    shown = draw(conditions(before))
    for n in range(draw(some.integers(1, 3))):
        inner.append(draw(question(draw(some.sampled_from([f"i{n}", f"{key}_i{n}"])), [*before, *inner])))
    return Group(key=key, title=draw(LINE), help=draw(HELP), at_least=draw(some.integers(0, 3)),
                 at_most=draw(some.integers(1, 50)), show_if=shown, items=tuple(inner))  # fmt: skip


@some.composite
def forms(draw: some.DrawFn) -> Items:
    """Any form: questions, scales, groups, sections, with conditions that look back."""
    before: list[Question] = []
    return tuple(draw(_item(f"q{n}", before, False)) for n in range(draw(some.integers(1, 5))))
