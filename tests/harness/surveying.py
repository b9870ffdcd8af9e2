"""Surveys under way: the ward's talks on day 24, and its anonymous staff survey on day 2."""

from datetime import datetime

from tests.harness.capturing import Ward

from stillads.capture.models import Asked, Wave
from stillads.capture.survey_rules import wave_by
from stillads.kernel.clock import COPENHAGEN
from stillads.organisation.models import Person
from stillads.organisation.policy import EMPLOYEE

DAY_TWO = datetime(2026, 4, 14, 12, tzinfo=COPENHAGEN)
MOOD = {"mood": ["4"], "heard": ["5"]}
STAFF = {f"wellbeing_{number}": ["4"] for number in range(1, 6)}


def wave_of(ward: Ward, instrument: str, number: int = 1) -> Wave:
    """A wave at Elmely, loaded as actions want it."""
    wave = Wave.objects.get(deployment=ward.deployment(instrument), number=number)
    return wave_by(wave.public_id)


def colleagues(ward: Ward, count: int) -> list[Person]:
    """So many more who work at Elmely."""
    return [ward.house.person(EMPLOYEE, "elmely", name=f"Kollega {n:02d}") for n in range(count)]


def loaded(asked: Asked) -> Asked:
    """One who is asked, with the wave that links are made of."""
    asked.wave = wave_by(asked.wave.public_id)
    return asked
