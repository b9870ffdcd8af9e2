"""Before the lock the page says what the round can show of each expectation; afterwards it is silent."""

from datetime import date
from typing import Any

import pytest
from tests.conftest import Freeze
from tests.harness.capturing import PLANNED, Ward, new_ward
from tests.harness.queries import queries_of

from stillads.analysis.queries.planning import plans_of
from stillads.kernel.rules import Denied
from stillads.kernel.viewer import PUBLIC
from stillads.trials.actions.prediction import lock_prediction
from stillads.trials.models import PhaseSite

pytestmark = pytest.mark.django_db
CALLS: dict[str, Any] = {
    "key": "calls", "title": "Opkald", "perspective": "employee", "instrument": "calls", "unit": "opkald",
    "how": "count", "assumed": {"level": 6},
}  # fmt: skip
FEWER: dict[str, Any] = {
    "key": "fewer", "perspective": "employee", "what": "Færre opkald", "direction": "down", "size": 30, "unit": "%",
    "measure": "calls", "primary": True, "how_known": "Hvert opkald tælles.",
}  # fmt: skip
LITTLE = FEWER | {"key": "little", "what": "Lidt færre", "size": 2, "primary": False}


@pytest.fixture
def ward(freeze: Freeze) -> Ward:
    freeze(PLANNED)
    found = new_ward(running=False, measures=[CALLS], criteria=[FEWER, LITTLE])
    found.at = PLANNED
    return found


def _page(ward: Ward) -> str:
    return (
        ward.house.client("consultant")
        .get(f"/proevehandlinger/{ward.phase.trial.public_id}/fase/{ward.phase.public_id}/forudsigelse/")
        .content.decode()
    )


def test_what_is_promised_is_held_against_what_can_be_seen(ward: Ward) -> None:
    page = _page(ward)
    assert (
        "Med 2 steder, 4 uger før dag 1 og 14 uger efter kan I se en ændring på 21\u202f% eller mere." in page
    )
    assert "Det, I lover, er stort nok." in page
    assert "I lover 2\u202f% og vil som regel ikke kunne afgøre det." in page
    lock_prediction(phase=ward.phase.pk, viewer=ward.lead, at=PLANNED)
    assert "kan I se en ændring" not in _page(ward)


def test_a_place_that_has_withdrawn_does_not_help(ward: Ward) -> None:
    PhaseSite.objects.filter(phase=ward.phase, unit__key="elmely").update(
        withdrawn_reason="Ombygning", valid_to=date(2026, 4, 1)
    )
    assert "Med 1 sted, 4 uger" in _page(ward)


def test_three_queries_and_only_for_who_may_read(ward: Ward) -> None:
    assert len(queries_of(lambda: plans_of(ward.phase.pk, viewer=ward.lead))) == 3
    with pytest.raises(Denied):
        plans_of(ward.phase.pk, viewer=PUBLIC)
