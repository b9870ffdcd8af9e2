"""A large file is taken back by the worker: refused at once or put in line, told how far it is, done once or not."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from tests.harness.capturing import Ward
from tests.harness.series_files import read_in, text_file

from stillads.capture.actions.series.undo import AT_ONCE, start_undo, undo_by
from stillads.capture.models import Entry, ImportBatch
from stillads.capture.queries.series.overview import batch_page
from stillads.capture.series.taking_back import taking_back
from stillads.kernel.rules import Denied, NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Assignment

MANY = AT_ONCE + 100


@pytest.fixture
def batch(ward: Ward, tmp_path: Path) -> str:
    """A file of more rows than are taken back while one waits, all of Elmely."""
    rows = "".join(f"Elmely;{n % 16 + 14}-4-2026;{n % 9}\n" for n in range(MANY))
    path = text_file(tmp_path, f"Enhed;Dato;Sygetimer\n{rows}")
    return read_in(ward, path).batch


def _start(batch: str, viewer: Viewer, ward: Ward, reason: str = "Forkert måned.") -> None:
    start_undo(batch=batch, reason=reason, viewer=viewer, at=ward.at)


def _asked() -> list[list[object]]:
    """What the worker was asked to take back."""
    waiting = DBTaskResult.objects.filter(task_path="stillads.capture.tasks.undo_series")
    return [task.args_kwargs["args"] for task in waiting]


def _voids() -> int:
    return Entry.objects.filter(form="void").count()


def test_the_worker_takes_it_back_once_however_often_it_was_sent(ward: Ward, batch: str) -> None:
    for _twice in range(2):
        _start(batch, ward.lead, ward)
    assert _asked() == [[batch, ward.lead.person_id]]
    assert _voids() == 0
    waiting = batch_page(batch=batch, viewer=ward.lead).taking_back
    assert waiting is not None and (waiting.done, waiting.rows, waiting.at_work) == (0, MANY, True)
    assert ward.lead.person_id is not None
    assert undo_by(batch, ward.lead.person_id) == MANY
    assert undo_by(batch, ward.lead.person_id) == 0
    assert (_voids(), taking_back(batch)) == (MANY, None)
    assert ImportBatch.objects.get().undone_why == "Forkert måned."


def test_what_would_be_refused_is_refused_before_anything_begins(
    ward: Ward, batch: str, tmp_path: Path
) -> None:
    with pytest.raises(RuleError) as silent:
        _start(batch, ward.lead, ward, reason=" ")
    assert (str(silent.value), silent.value.field) == ("Skriv, hvorfor filen bliver fortrudt.", "reason")
    with pytest.raises(NotFound):
        _start("nothing", ward.lead, ward)
    elsewhere = read_in(ward, text_file(tmp_path, "Enhed;Dato;Sygetimer\nToftegaarden;2-5-2026;4\n")).batch
    with pytest.raises(Denied):
        _start(elsewhere, ward.manager, ward)
    assert (_asked(), taking_back(batch), _voids()) == ([], None, 0)
    _start(elsewhere, ward.lead, ward)  # one row: while one waits
    assert (_asked(), _voids()) == ([], 1)


def test_one_who_may_no_longer_when_the_worker_comes_gets_the_reason_and_the_file_stays(
    ward: Ward, batch: str
) -> None:
    _start(batch, ward.manager, ward)
    assert ward.manager.person_id is not None
    Assignment.objects.filter(person_id=ward.manager.person_id).update(valid_to=ward.at - timedelta(days=1))
    assert undo_by(batch, ward.manager.person_id) == 0
    left = taking_back(batch)
    assert left is not None and not left.at_work
    assert left.failed == "Tallene hører til enheder, hvor du ikke sætter registreringer op."
    assert _voids() == 0
    _start(batch, ward.lead, ward)  # somebody else does it
    assert _asked() == [[batch, ward.manager.person_id], [batch, ward.lead.person_id]]
    assert batch_page(batch=batch, viewer=ward.lead).taking_back == taking_back(batch)


def test_the_page_tells_how_far_it_is_and_then_that_it_is_done(ward: Ward, batch: str) -> None:
    client = ward.house.client("consultant")
    shown, undo = reverse("series:batch", args=[batch]), reverse("series:undo", args=[batch])
    page = client.post(undo, {"reason": "Forkert fil."}, follow=True).content.decode()
    assert f"0 af {MANY // 1000}.{MANY % 1000:03d} rækker er fortrudt." in page
    assert undo not in page
    made = taking_back(batch)
    assert made is not None
    made.tell(5000)
    asked = client.get(reverse("series:taking_back", args=[batch]))
    assert "5.000 af 5.100 rækker er fortrudt." in asked.content.decode()
    [[_batch, person]] = _asked()
    assert isinstance(person, int)
    undo_by(batch, person)
    assert client.get(reverse("series:taking_back", args=[batch]))["HX-Redirect"] == shown
    assert "Fortrudt den 6. maj 2026" in client.get(shown).content.decode()
