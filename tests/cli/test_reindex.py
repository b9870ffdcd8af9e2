"""`stillads reindex`: the index is filled anew from the rooms."""

from argparse import Namespace

import pytest
from tests.harness.people import House

from stillads.cli.commands.reindex import run
from stillads.ideas.actions import submit_idea
from stillads.kernel.clock import now
from stillads.kernel.viewer import PUBLIC
from stillads.search.models import SearchEntry
from stillads.search.queries import find


def test_what_fell_out_of_the_index_is_found_again(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    submit_idea(
        text="Døgnrytmeplaner på ét ark", source="citizen", idempotency_key="k", viewer=PUBLIC, at=now()
    )
    SearchEntry.objects.all().delete()
    assert run(Namespace(json=False)) == 0
    assert "1  idea" in capsys.readouterr().out
    assert len(find("rytmeplan", viewer=house.viewer("employee"))) == 1
