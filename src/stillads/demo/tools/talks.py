"""Conversations with the residents, week by week; and the staff's answers without names."""

from datetime import datetime, time
from random import Random

from stillads.capture.actions.surveys.answering import answer_by_link, note_conversation
from stillads.capture.actions.surveys.drawing import draw_wave
from stillads.capture.actions.surveys.open_links import open_link
from stillads.capture.actions.surveys.waves import agree_with_med, make_all_waves
from stillads.capture.links import token_of_link
from stillads.capture.models import Wave
from stillads.capture.survey_rules import wave_by
from stillads.kernel.clock import COPENHAGEN, now, today

from ..people import narrator
from .ward import SITES, Ward

_BEFORE = 14  # so many days before day 1 the conversations begin


def tell_talks(ward: Ward) -> None:
    """A conversation with most of the residents in every wave; a little better as the weeks go."""
    make_all_waves(at=now())
    for site in SITES:
        chance = Random(f"talks {site}")  # noqa: S311  (a story, not a secret)
        waves = Wave.objects.filter(
            deployment__public_id=ward.deployment("pulse", site), opens_on__gte=ward.at(1 - _BEFORE).date(),
            opens_on__lt=today(),
        )  # fmt: skip
        for wave in waves.order_by("number"):
            at = datetime.combine(wave.opens_on, time(14, 30), COPENHAGEN)
            draw_wave(wave_by(wave.public_id), viewer=narrator(), at=at)
            for person in ward.residents[site]:
                if chance.random() < 0.65:
                    note_conversation(
                        deployment=ward.deployment("pulse", site), participant=person.public_id,
                        raw=_answers(ward, wave, chance), answered_by=chance.choice(["self", "self", "with_staff"]),
                        key=f"demo-talk-{wave.public_id}-{person.public_id}", viewer=ward.employee if site == SITES[0] else narrator(), at=at,
                    )  # fmt: skip


def _answers(ward: Ward, wave: Wave, chance: Random) -> dict[str, list[str]]:
    weeks = max(0, (wave.opens_on - ward.start).days // 7 + 1)
    better = min(1.2, weeks * 0.2)
    raw = {
        "day": [str(_point(chance, 3.0 + better, 5))],
        "own_say": [str(_point(chance, 2.6 + better, 5))],
        "slept": [chance.choice(["yes", "partly"] if weeks > 3 else ["yes", "partly", "no"])],
    }
    if weeks % 4 == 1:
        raw |= {f"who5_{item}": [str(_point(chance, 3.2 + better, 6))] for item in range(1, 6)}
    if chance.random() < 0.3:
        raw["own_words"] = [chance.choice(ward.story["talks"])]
    return raw


def _point(chance: Random, mean: float, most: int) -> int:
    return max(1, min(most, round(chance.gauss(mean, 0.8))))


def tell_staff(ward: Ward) -> None:
    """The first wave of the staff's survey, before day 1; MED had agreed the guidelines."""
    deployment = ward.deployment("staff_survey")
    wave = Wave.objects.filter(deployment__public_id=deployment).order_by("number").first()
    if wave is None:
        return
    at = datetime.combine(wave.opens_on, time(15), COPENHAGEN)
    agree_with_med(wave=wave.public_id, day=ward.at(-30).date(), viewer=ward.manager, at=at)
    link = open_link(
        deployment=deployment, kind="open", name="Opslag i personalerummet", idempotency_key="demo-doegn-staff",
        viewer=ward.manager, at=at,
    )  # fmt: skip
    for number, said in enumerate(ward.story["staff"]):
        raw = {f"staff_{item}": [str(point)] for item, point in enumerate(said["points"], start=1)}
        if "comment" in said:
            raw["comment"] = [said["comment"]]
        answer_by_link(token=token_of_link(link), raw=raw, key=f"demo-staff-{number:04}", at=at)
