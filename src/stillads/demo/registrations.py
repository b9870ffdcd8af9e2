"""Constructed registrations of the live round: the same every time, told through the same action as a phone's."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from stillads.capture.actions.entries import Said, register
from stillads.capture.models import Deployment
from stillads.capture.openness import calendar_of, is_open
from stillads.kernel.clock import COPENHAGEN, today
from stillads.playbooks.actions.versions import publish_playbook
from stillads.playbooks.library import shelved
from stillads.playbooks.loading import playbook_of
from stillads.playbooks.models import Playbook
from stillads.trials.actions.participants import enrol
from stillads.trials.models import Phase, Window

from .people import consultant, narrator

type_raw = dict[str, list[str]]


def taken_in(key: str, at: datetime) -> str:
    """Public id of the library's newest version of `key`, published here."""
    there = shelved(key)
    content = there.read().playbook if there else None
    if content is None:
        raise ValueError(f"the library has no playbook {key} that can be read")
    made = publish_playbook(content=content, origin=Playbook.Origin.LIBRARY, viewer=consultant(at), at=at)
    return made.public_id


def register_what_happened(key: str, phase: Phase, start: date) -> None:
    """Every day from the baseline on until yesterday, at every site, as this playbook's story has it."""
    if key not in _STORIES:
        return
    rows = Deployment.objects.filter(phase_site__phase=phase).select_related(
        "instrument__version__playbook", "unit", "phase_site__phase__trial"
    )
    windows = list(Window.objects.filter(phase=phase).exclude(key=""))
    for row in rows.order_by("unit__key", "instrument__key"):
        definition = playbook_of(row.instrument.version).instrument(row.instrument.key)
        calendar = calendar_of(row, definition.open, [w for w in windows if w.key in definition.open.windows])
        chance = Random(f"{key} {row.instrument.key} {row.unit.key}")  # noqa: S311  (a story, not a secret)
        about = _participants(phase, row) if key == "gaavenner" and row.instrument.key == "walks" else []
        day = row.valid_from
        while day < today():
            if is_open(calendar, day):
                _tell_day(key, row, day, start, chance, about)
            day += timedelta(days=1)


def _tell_day(key: str, row: Deployment, day: date, start: date, chance: Random, about: list[str]) -> None:
    for number, raw in enumerate(_STORIES[key](row.instrument.key, day, start, chance)):
        moment = datetime.combine(day, time(chance.randint(7, 21), chance.randint(0, 59)), COPENHAGEN)
        said = Said(
            form=next(iter(playbook_of(row.instrument.version).instrument(row.instrument.key).forms())),
            raw=raw,
            key=f"demo-{row.public_id}-{day:%Y%m%d}-{number}",
            participant=chance.choice(about) if about else "",
            occurred_at=moment,
            source="simulation",
            constructed=True,
        )
        register(deployment=row.pk, said=said, viewer=narrator(), at=moment)


def _participants(phase: Phase, row: Deployment) -> list[str]:
    at = datetime.combine(row.valid_from, time(9), COPENHAGEN)
    return [
        enrol(
            phase=phase.pk,
            site=row.unit.key,
            state="participates",
            idempotency_key=f"demo-walks-{row.unit.key}-{number}",
            viewer=narrator(),
            at=at,
        ).public_id
        for number in range(11)
    ]


def _falls(instrument: str, day: date, start: date, chance: Random) -> Iterator[type_raw]:
    if instrument == "acted":
        if day.isoweekday() == 5:
            for _fall in range(chance.randint(1, 3)):
                yield {"event": [_drawn(chance, {"furniture": 5, "aid": 3, "medicine": 2, "nothing": 2})]}
        return
    for _fall in range(_how_many(chance, 0.45)):
        before = day < start
        minutes = chance.randint(13, 22) if before else chance.randint(6, 13)
        yield {
            "event": [_drawn(chance, {"room": 6, "bath": 4, "common": 2, "outside": 1})],
            "again": [_drawn(chance, {"yes": 2 if before else 1, "no": 5})],
            "minutes": [str(minutes)],
        }


def _walks(instrument: str, day: date, start: date, chance: Random) -> Iterator[type_raw]:
    if instrument != "walks" or day.isoweekday() > 5:
        return
    rain = 19 <= (day - start).days <= 28
    for _pair in range(chance.randint(1, 3)):
        event = _drawn(
            chance,
            {
                "walked": 3 if rain else 8,
                "coffee": 5 if rain else 1,
                "cancelled_citizen": 1,
                "cancelled_friend": 1,
            },
        )
        yield {"event": [event], **({"minutes": [str(chance.randint(15, 50))]} if event == "walked" else {})}


def _tasks(instrument: str, day: date, start: date, chance: Random) -> Iterator[type_raw]:
    if instrument != "tasks" or day.isoweekday() > 5:
        return
    for _task in range(chance.randint(2, 5)):
        task = _drawn(
            chance,
            {"medicine": 6, "meals": 4, "stockings": 5, "safety": 3, "training": 2, "care": 5, "other": 2},
        )
        event = _drawn(chance, _BY_SCREEN[task])
        raw = {"event": [event], "task": [task]}
        if event != "whole":
            raw["why_not"] = [_drawn(chance, {"hands": 6, "sees": 2, "wants": 2, "technique": 2})]
        yield raw


def _calls(instrument: str, day: date, start: date, chance: Random) -> Iterator[type_raw]:
    if instrument != "calls":
        return
    for _call in range(chance.randint(1, 3)):
        event = _drawn(chance, {"toilet": 6, "drink": 3, "company": 4, "pain": 2, "other": 1})
        yield {"event": [event], "minutes": [str(chance.randint(3, 18))]}


_BY_SCREEN: Mapping[str, Mapping[str, int]] = {
    "medicine": {"whole": 6, "partly": 2, "never": 1},
    "meals": {"whole": 4, "partly": 3, "not_now": 1},
    "stockings": {"never": 8, "not_now": 1},
    "safety": {"whole": 8, "not_now": 1},
    "training": {"partly": 4, "not_now": 3},
    "care": {"never": 9},
    "other": {"not_now": 3, "whole": 1},
}
_STORIES: Mapping[str, Any] = {
    "faldregistrering": _falls,
    "gaavenner": _walks,
    "digital-hjemmepleje": _tasks,
    "demo-alle-redskaber": _calls,
}


def _drawn(chance: Random, weights: Mapping[str, int]) -> str:
    return chance.choices(list(weights), list(weights.values()))[0]


def _how_many(chance: Random, mean: float) -> int:
    """0, 1 or 2 on a day, `mean` on average."""
    return sum(chance.random() < mean / 2 for _each in range(2))
