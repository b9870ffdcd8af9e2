"""A trial under way, and the employee's browser."""

import pytest
from django.test import Client
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward, new_ward


@pytest.fixture
def ward(db: None, freeze: Freeze) -> Ward:
    """Two care centres that try every instrument out."""
    freeze(NOON)
    return new_ward()


@pytest.fixture
def browser(ward: Ward) -> Client:
    """The employee's."""
    return ward.house.client_of(ward.nurse)
