"""A unit where something is tried out does not close."""

from datetime import timedelta

import pytest
from tests.trials.conftest import END, Bench

from stillads.kernel.rules import RuleError
from stillads.organisation.actions.units import close_unit


def test_a_unit_closes_after_the_phase_and_not_within_it(bench: Bench) -> None:
    bench.phase()
    unit = bench.house.unit("elmely")
    with pytest.raises(RuleError, match="”Ro om natten” bliver afprøvet her"):
        close_unit(unit=unit.public_id, last_day=END - timedelta(days=1), viewer=bench.viewer, at=bench.at)
    assert close_unit(unit=unit.public_id, last_day=END, viewer=bench.viewer, at=bench.at).valid_to == END
