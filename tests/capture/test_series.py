"""A file of figures is read in whole or not at all, once, and taken back as a whole."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.conftest import Freeze
from tests.harness.capturing import NOON, Ward, new_ward
from tests.harness.playbooks import playbook_data
from tests.harness.queries import assert_same_query_count
from tests.harness.series_files import DANISH, read_in, text_file

from stillads.audit.models import AuditEvent
from stillads.capture.actions.buckets import rebuild
from stillads.capture.actions.series.importing import remembered
from stillads.capture.actions.series.undo import undo_import
from stillads.capture.actions.series.uploads import receive, start
from stillads.capture.models import Bucket, Entry, ImportBatch
from stillads.capture.queries.series.overview import batch_page, series_lines, series_page
from stillads.capture.series.mapping import FileMapping
from stillads.capture.series.uploads import forget_old, upload_by
from stillads.kernel.clock import now
from stillads.kernel.rules import Denied, NotFound, RuleError

HOURS = {
    "key": "hours", "title": "Sygetimer", "perspective": "economy", "instrument": "sickness", "how": "mean",
    "field": "hours", "unit": "timer", "direction": "down", "by": ["weekday"],
}  # fmt: skip


@pytest.fixture
def ward(db: None, freeze: Freeze) -> Ward:
    """With a measure of the figures."""
    freeze(NOON)
    return new_ward(measures=[*playbook_data()["measures"], HOURS])


def _sums() -> list[tuple[object, ...]]:
    rows = Bucket.objects.filter(measure="hours").order_by("deployment", "day", "slice")
    return list(rows.values_list("site__key", "day", "slice", "n", "total", "denominator"))


def test_a_file_is_read_in_with_its_sums_and_remembered(ward: Ward, tmp_path: Path) -> None:
    report = read_in(ward, text_file(tmp_path))
    assert (report.rows, report.repeated, report.fault_count) == (3, 1, 0)
    assert report.totals == {"hours": (3, Decimal("1243.75"))}
    batch = ImportBatch.objects.get(public_id=report.batch)
    assert (batch.rows, batch.first_day, batch.last_day) == (3, date(2026, 5, 1), date(2026, 5, 2))
    entries = Entry.objects.order_by("pk")
    assert [(e.site.key, e.local_day, e.answers) for e in entries] == [
        ("elmely", date(2026, 5, 1), {"day": "2026-05-01", "hours": "7.5"}),
        ("toftegaarden", date(2026, 5, 2), {"day": "2026-05-02", "hours": "1234.25"}),
        ("elmely", date(2026, 5, 1), {"day": "2026-05-01", "hours": "2"}),
    ]
    assert {(e.source, e.form, e.batch_id, e.version_id) for e in entries} == {
        ("import", "row", batch.pk, ward.version.pk)
    }
    assert ("elmely", date(2026, 5, 1), "", 2, Decimal("9.5"), 2) in _sums()
    kept = _sums()
    for key in ("elmely", "toftegaarden"):
        rebuild(deployment=ward.deployment("sickness", key), at=ward.at)
    assert _sums() == kept
    mapping = remembered(batch.instrument_id)
    assert mapping is not None
    assert mapping.columns == {"hours": "Sygetimer"}
    assert AuditEvent.objects.filter(verb="capture.import_series").count() == 1


def test_the_same_file_twice_changes_nothing(ward: Ward, tmp_path: Path) -> None:
    path = text_file(tmp_path)
    read_in(ward, path)
    kept = _sums()
    again = read_in(ward, path)
    assert (again.rows, again.unchanged, again.batch) == (0, 3, "")
    assert (Entry.objects.count(), ImportBatch.objects.count(), _sums()) == (3, 1, kept)
    longer = read_in(ward, text_file(tmp_path, DANISH + "Elmely;3-5-2026;4;x\n"))
    assert (longer.rows, longer.unchanged) == (1, 3)


def test_other_figures_for_a_day_that_is_there_are_refused_with_all_of_the_file(
    ward: Ward, tmp_path: Path
) -> None:
    read_in(ward, text_file(tmp_path))
    report = read_in(
        ward, text_file(tmp_path, "Enhed;Dato;Sygetimer\nElmely;3-5-2026;4\nElmely;1-5-2026;8\n")
    )
    assert ([fault.line for fault in report.faults], report.batch) == ([3], "")
    assert Entry.objects.count() == 3


def test_one_fault_and_nothing_is_read_in(ward: Ward, tmp_path: Path) -> None:
    rows = "".join(f"Elmely;{day}-4-2026;1\n" for day in range(13, 31)) * 400
    report = read_in(ward, text_file(tmp_path, f"Enhed;Dato;Sygetimer\n{rows}Elmely;1-5-2026;syv\n"))
    assert (report.rows, [fault.line for fault in report.faults]) == (7200, [7202])
    assert (Entry.objects.count(), ImportBatch.objects.count(), _sums()) == (0, 0, [])


def test_a_look_stores_nothing_and_tells_the_same(ward: Ward, tmp_path: Path) -> None:
    path = text_file(tmp_path)
    looked = read_in(ward, path, dry_run=True)
    assert (Entry.objects.count(), ImportBatch.objects.count()) == (0, 0)
    assert looked.as_json() | {"batch": ""} == read_in(ward, path).as_json() | {"batch": ""}


def test_a_whole_file_is_taken_back_with_its_reason_and_can_be_read_in_again(
    ward: Ward, tmp_path: Path
) -> None:
    path = text_file(tmp_path)
    batch = read_in(ward, path).batch
    with pytest.raises(RuleError) as refused:
        undo_import(batch=batch, reason=" ", viewer=ward.lead, at=ward.at)
    assert refused.value.field == "reason"
    for _twice in range(2):
        undo_import(batch=batch, reason="Forkert måned.", viewer=ward.lead, at=ward.at)
    voids = Entry.objects.filter(form="void")
    assert {(void.void_reason, void.batch_id is not None) for void in voids} == {("Forkert måned.", True)}
    assert sorted(void.voids_id or 0 for void in voids) == sorted(
        Entry.objects.filter(form="row").values_list("pk", flat=True)
    )
    assert {(n, total, part) for _s, _d, _w, n, total, part in _sums()} == {(0, Decimal(0), 0)}
    assert read_in(ward, path).rows == 3
    page = batch_page(batch=batch, viewer=ward.lead)
    assert (page.line.undone_why, page.report["rows"]) == ("Forkert måned.", 3)


def test_a_manager_reads_in_the_own_units_rows_and_no_others(ward: Ward, tmp_path: Path) -> None:
    report = read_in(ward, text_file(tmp_path), viewer=ward.manager)
    assert (report.rows, dict(report.elsewhere)) == (2, {"Toftegaarden": 1})
    batch = read_in(ward, text_file(tmp_path)).batch
    with pytest.raises(Denied):
        undo_import(batch=batch, reason="Nej.", viewer=ward.manager, at=ward.at)
    with pytest.raises(Denied):
        read_in(ward, text_file(tmp_path), viewer=ward.employee)
    with pytest.raises(NotFound):
        undo_import(batch="nothing", reason="Nej.", viewer=ward.lead, at=ward.at)


def test_a_file_is_received_looked_at_and_read_in_and_then_forgotten(ward: Ward) -> None:
    sent = receive(
        series=ward.deployment("sickness").public_id, name="../tal.csv", size=len(DANISH), chunks=[DANISH.encode()],
        viewer=ward.lead, at=ward.at,
    )  # fmt: skip
    assert (sent.name, sent.doing, sent.report and sent.report["rows"]) == ("tal.csv", "", 3)
    assert FileMapping.of(sent.mapping).written == "danish"
    made = start(upload=sent.key, what="import", viewer=ward.lead, at=ward.at)
    assert made.report is not None
    assert ImportBatch.objects.get().public_id == made.report["batch"]
    assert forget_old(now()) == 0
    with pytest.raises(NotFound):
        upload_by("../../../etc")


def test_the_lists_cost_the_same_for_one_file_as_for_three(ward: Ward, tmp_path: Path) -> None:
    lines = iter(range(1, 10))

    def add() -> None:
        read_in(
            ward,
            text_file(
                tmp_path, f"Enhed;Dato;Sygetimer\nElmely;{next(lines)}-4-2026;4\n".replace("-4-", "-5-")
            ),
        )

    series = ward.deployment("sickness").public_id
    assert_same_query_count(
        show=lambda: series_page(series=series, viewer=ward.lead, day=ward.at.date()), add=add
    )
    assert [line.last_day for line in series_lines(viewer=ward.lead)] == [date(2026, 5, 3)]
