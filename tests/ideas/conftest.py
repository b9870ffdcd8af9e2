"""Ideas and those who decide about them."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.harness.people import House

from stillads.ideas.actions import submit_idea
from stillads.ideas.models import Idea
from stillads.kernel.clock import now
from stillads.kernel.ids import new_token
from stillads.kernel.viewer import PUBLIC, Viewer
from stillads.organisation.policy import CONSULTANT

WHY = "Det kræver en ombygning, som vi ikke kan nå i år."
Give = Callable[..., Idea]


@pytest.fixture
def consultant(house: House) -> Viewer:
    return house.viewer(CONSULTANT)


@pytest.fixture
def give(house: House) -> Give:
    """An idea from the public, by default without a wish to hear more."""

    def make(text: str = "Flere bænke på stien ved plejecentret", **more: Any) -> Idea:
        words: dict[str, Any] = {"source": "citizen", "idempotency_key": new_token()} | more
        made = submit_idea(text=text, viewer=PUBLIC, at=now(), **words)
        return Idea.objects.get(public_id=made.public_id)

    return make
