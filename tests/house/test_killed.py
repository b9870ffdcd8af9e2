"""A killed process loses nothing that was confirmed, and leaves nothing half-written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.harness.databases import PostgreSQL, SQLite

from stillads.audit.models import AuditEvent
from stillads.ideas.models import Idea

CHECKOUT = Path(__file__).parents[2]
WRITES_ON_AND_ON = """
import itertools, django
django.setup()
from stillads.ideas.actions import submit_idea
from stillads.kernel.clock import now
from stillads.kernel.viewer import PUBLIC
for n in itertools.count():
    made = submit_idea(text=f"Idé nummer {n}", source="citizen", idempotency_key=f"k{n}", viewer=PUBLIC, at=now())
    print(made.public_id, flush=True)
"""


@pytest.mark.django_db(transaction=True)
def test_what_was_confirmed_before_the_kill_is_there_whole(django_db_setup: SQLite | PostgreSQL) -> None:
    environment = {
        **os.environ,
        **django_db_setup.variables(),
        "PYTHONPATH": "src",
        "DJANGO_SETTINGS_MODULE": "stillads.config.settings",
    }
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITES_ON_AND_ON],
        cwd=CHECKOUT, env=environment, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert writer.stdout is not None
    with writer.stdout as said:
        confirmed = {said.readline().strip() for _n in range(12)}
        writer.kill()  # in the middle of whichever write comes next
        confirmed |= {line.strip() for line in said if line.endswith("\n")}
    writer.wait()
    kept = set(Idea.objects.values_list("public_id", flat=True))
    assert "" not in confirmed
    assert confirmed <= kept
    assert len(kept - confirmed) <= 1  # written, killed before it could say so
    logged = AuditEvent.objects.filter(verb="ideas.submit").values_list("target", flat=True)
    assert set(logged) == {f"idea:{public_id}" for public_id in kept}
