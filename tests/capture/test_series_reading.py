"""Files in Danish dress: opened, guessed, read; no database."""

from datetime import date
from pathlib import Path

import pytest
from tests.harness.playbooks import playbook
from tests.harness.series_files import DANISH, text_file, workbook

from stillads.capture.series.days import FORMATS, as_text, day_in, guess_format
from stillads.capture.series.mapping import PASSED_OVER, FileMapping, guess
from stillads.capture.series.report import Report, UnreadableFileError
from stillads.capture.series.rows import Place, Reader
from stillads.capture.series.table import opened
from stillads.playbooks.kinds.series import Series

MAY_4 = date(2026, 5, 4)


@pytest.fixture
def kind() -> Series:
    """The sickness of the tests' playbook."""
    made = playbook().instrument("sickness")
    assert isinstance(made, Series)
    return made


@pytest.mark.parametrize(
    ("key", "text", "day"),
    [
        ("iso", "2026-05-04", MAY_4), ("iso", "2026-05-04 12:30:00", MAY_4), ("danish", "4.5.2026", MAY_4),
        ("danish", "04/05/26", MAY_4), ("compact", "20260504", MAY_4), ("week", "2026-W19", MAY_4),
        ("week", "2026U19", MAY_4), ("year_week", "2026 uge 19", MAY_4), ("week_year", "uge 19, 2026", MAY_4),
        ("week_year", "19/2026", MAY_4), ("month", "2026-05", date(2026, 5, 1)),
        ("month_year", "5-2026", date(2026, 5, 1)),
        ("named_month", "maj 2026", date(2026, 5, 1)), ("named_month", "Sept. 2026", date(2026, 9, 1)),
        ("danish", "31-02-2026", None), ("week", "2026-W54", None), ("named_month", "mai 2026", None),
        ("iso", "4-5-2026", None),
    ],
)  # fmt: skip
def test_days_weeks_and_months_in_each_way_of_writing(key: str, text: str, day: date | None) -> None:
    assert day_in(key, text) == day


def test_the_way_of_writing_is_the_first_in_which_all_are_written() -> None:
    assert guess_format("day", ["1-5-2026", "31-12-2026", ""]) == "danish"
    assert guess_format("week", ["2026-W01", "2026-W53"]) == "week"
    assert guess_format("day", ["2026-W01"]) == "week"
    assert guess_format("month", []) == "month"
    assert set(FORMATS) >= {"iso", "danish", "week", "month"}


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("latin-1", "Latin-1"),
        ("cp1252", "Latin-1"),
        ("utf-16", "UTF-16"),
    ],
)
def test_each_way_of_saving_danish_letters(tmp_path: Path, encoding: str, said: str) -> None:
    path = text_file(tmp_path, 'Sted;Tal\r\n"Østergård; øst";1\r\n\r\n;;\r\nÅ;2\r\n', encoding)
    with opened(path, "tal.csv") as table:
        rows = list(table.rows)
    assert (table.headings, table.how.split(",")[0]) == (("Sted", "Tal"), said)
    assert [cells for _line, cells in rows] == [["Østergård; øst", "1"], ["Å", "2"]]
    assert [line for line, _cells in rows] == [2, 5]


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02", b"PK\x03\x04garbage", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b'a;b\n"x;1\n'],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "tal"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError), opened(path, "tal") as table:
        list(table.rows)


def test_an_excel_file_gives_the_same_texts(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        [
            ["Enhed", "Dato", "Timer"],
            ["Elmely", date(2026, 5, 4), 7.5],
            [None, None, None],
            ["Elmely", "x", 3],
        ],
    )
    with opened(path, "tal.xlsx") as table:
        assert table.headings == ("Enhed", "Dato", "Timer")
        assert list(table.rows) == [(2, ["Elmely", "2026-05-04", "7,5"]), (4, ["Elmely", "x", "3"])]
    assert as_text(1234.1) == "1234,1"


def test_the_mapping_is_guessed_and_the_remembered_one_goes_before(kind: Series) -> None:
    headings = ["Afdeling", "Dato for fravær", "Sygetimer", "Timer"]
    rows = [["elmely", "1-5-2026", "7", "8"]]
    made = guess(kind, headings, rows, {"Elmely": "u1", "Toftegaarden": "u2"})
    assert made == FileMapping(
        "Dato for fravær", "danish", "Afdeling", "", {"hours": "Sygetimer"}, {"elmely": "u1"}
    )
    before = FileMapping("Væk", "iso", "Afdeling", "", {"hours": "Timer"}, {"elmely": PASSED_OVER})
    again = guess(kind, headings, rows, {"Elmely": "u1"}, before)
    assert (again.day, again.columns, again.units) == (
        "Dato for fravær",
        {"hours": "Timer"},
        {"elmely": PASSED_OVER},
    )
    assert FileMapping.of(again.as_json()) == again
    assert FileMapping.of({"written": "odd", "strange": 1}).written == "iso"


def _read(kind: Series, path: Path, mapping: FileMapping) -> tuple[list[tuple[object, ...]], Report]:
    report = Report()
    places = {
        "u1": [Place(1, "Elmely", lambda day: day >= MAY_4)],
        "u2": [Place(2, "Toftegaarden", lambda day: True)],
    }
    with opened(path, path.name) as table:
        rows = [tuple(row) for row in Reader(kind, mapping, places, date(2026, 5, 6), report).rows(table)]
    return rows, report


MAPPING = FileMapping(
    "Dato",
    "danish",
    "Enhed",
    "",
    {"hours": "Sygetimer"},
    {"Elmely": "u1", "Toftegaarden": "u2", "Køkken": "-"},
)


def test_rows_are_read_and_what_is_left_out_is_counted(kind: Series, tmp_path: Path) -> None:
    text = f"{DANISH}Køkken;1-5-2026;3;x\nToftegaarden;2-5-2026;;x\n"
    rows, report = _read(kind, text_file(tmp_path, text), MAPPING)
    assert rows == [(3, 2, date(2026, 5, 2), {"hours": "1234.25"})]
    assert (report.outside, dict(report.elsewhere), report.faults) == (2, {"Køkken": 1}, [])


def test_every_fault_is_told_by_line_and_column(kind: Series, tmp_path: Path) -> None:
    lines = [
        "Elmely;i går;7",
        "Elmely;5-5-2026;syv",
        *["Ukendt;5-5-2026;7"] * 2,
        ";5-5-2026;7",
        "Elmely;7-5-2026;1",
    ]
    text = "\n".join(["Enhed;Dato;Sygetimer", *lines])
    rows, report = _read(kind, text_file(tmp_path, text), MAPPING)
    assert rows == []
    assert [(fault.line, fault.column) for fault in report.faults] == [
        (2, "Dato"), (3, "Sygetimer"), (4, "Enhed"), (6, "Enhed"), (7, "Dato"),
    ]  # fmt: skip
    assert dict(report.unknown) == {"Ukendt": 2, "": 1}


def test_a_file_without_the_columns_is_a_fault_of_line_one(kind: Series, tmp_path: Path) -> None:
    path = text_file(tmp_path, "A;B\n1;2\n")
    rows, report = _read(kind, path, MAPPING)
    assert (rows, {fault.line for fault in report.faults}, report.fault_count) == ([], {1}, 3)
    _rows, report = _read(kind, path, FileMapping(day="A", only="u2"))
    assert [fault.line for fault in report.faults] == [1]


def test_a_file_of_one_unit_needs_no_unit_column(kind: Series, tmp_path: Path) -> None:
    path = text_file(tmp_path, "Uge;Timer\n2026-W18;7,5\n")
    rows, _report = _read(kind, path, FileMapping("Uge", "week", "", "u2", {"hours": "Timer"}))
    assert rows == [(2, 2, date(2026, 4, 27), {"hours": "7.5"})]
