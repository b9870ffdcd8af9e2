"""The ward of `tests.harness.capturing`, with links into its surveys."""

import pytest
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward, new_ward
from tests.harness.surveying import loaded, wave_of

from stillads.capture.actions.surveys.drawing import draw_wave
from stillads.capture.links import token_of_asked
from stillads.capture.models import Asked
from stillads.kernel.viewer import system_viewer


@pytest.fixture
def ward(db: None, freeze: Freeze) -> Ward:
    """Two care centres that try every instrument out, on day 24."""
    freeze(NOON)
    return new_ward()


@pytest.fixture
def token(ward: Ward) -> str:
    """The secret of B-01's own link to the talks."""
    ward.participant()
    draw_wave(wave_of(ward, "talks"), viewer=system_viewer("test"), at=NOON)
    return token_of_asked(loaded(Asked.objects.select_related("wave").get()))
