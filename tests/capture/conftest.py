"""A trial under way, with the clock at noon on day 24."""

import pytest
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward, new_ward


@pytest.fixture
def ward(db: None, freeze: Freeze) -> Ward:
    """Two care centres that try every instrument out."""
    freeze(NOON)
    return new_ward()
