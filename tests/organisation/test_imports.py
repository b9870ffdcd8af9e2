"""Files of units and people: as Excel saves them, whole or not at all, the second time unchanged."""

from datetime import datetime

import pytest
from tests.harness.people import House

from stillads.audit.models import AuditEvent
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import Denied
from stillads.kernel.viewer import Viewer
from stillads.organisation.actions.imports import import_file
from stillads.organisation.imports.report import Fault, Report
from stillads.organisation.models import Assignment, OrganisationImport, Person, Unit, UnitPlacement
from stillads.organisation.policy import ADMINISTRATOR, MANAGER

AT = datetime(2022, 4, 1, 9, tzinfo=COPENHAGEN)
UNITS = """nøgle;navn;type;hører under;fra
elmely;Elmely;plejecenter;plejecentre;1.1.2022
plejecentre;Plejecentre;område;kommunen;1.1.2022

"""
PEOPLE = """Medarbejdernummer;Navn;E-mail;Titel;Rolle;Enhed;Fra;Til
1001;Åse Kjær;ase@example.dk;Leder;leder;kommunen;1-1-2022;
1001;Åse Kjær;ase@example.dk;Leder;Prøvehandlingsansvarlig;kommunen;2022-04-26;23.8.2022
1002;Bo Lund;;;medarbejder;kommunen;;
"""


@pytest.fixture
def viewer(house: House) -> Viewer:
    return house.viewer(ADMINISTRATOR, on=AT.date())


def _read(kind: str, text: str | bytes, viewer: Viewer, *, dry_run: bool = False) -> Report:
    data = text if isinstance(text, bytes) else text.encode()
    return import_file(kind=kind, data=data, file_name="fil.csv", dry_run=dry_run, viewer=viewer, at=AT)


def _counts(report: Report) -> tuple[int, int, int, int]:
    return report.count("created"), report.count("changed"), report.count("unchanged"), len(report.faults)


def test_units_are_made_whatever_their_order_and_the_second_time_changes_nothing(viewer: Viewer) -> None:
    first = _read("units", UNITS, viewer)
    assert (_counts(first), first.saved) == ((2, 0, 0, 0), True)
    placement = UnitPlacement.objects.get(unit__key="elmely")
    assert placement.parent == Unit.objects.get(key="plejecentre")
    events = AuditEvent.objects.count()
    second = _read("units", UNITS, viewer)
    assert _counts(second) == (0, 0, 2, 0)
    assert AuditEvent.objects.count() == events + 1
    assert [row.report["unchanged"] for row in OrganisationImport.objects.order_by("pk")] == [0, 2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_every_way_that_excel_saves_is_read(viewer: Viewer, encoding: str, delimiter: str) -> None:
    text = PEOPLE.replace(";", delimiter).replace("\n", "\r\n")
    report = _read("people", text.encode(encoding), viewer)
    assert (_counts(report), report.delimiter) == ((2, 1, 0, 0), delimiter)
    person = Person.objects.get(employee_number="1001")
    assert (person.name, person.email) == ("Åse Kjær", "ase@example.dk")
    held = [(a.role, str(a.valid_from), str(a.valid_to)) for a in person.assignments.order_by("valid_from")]
    assert held == [("manager", "2022-01-01", "None"), ("trial_lead", "2022-04-26", "2022-08-23")]
    assert _counts(_read("people", text.encode(encoding), viewer)) == (0, 0, 3, 0)


def test_a_dry_run_keeps_nothing_and_says_the_same(viewer: Viewer) -> None:
    before = Person.objects.count(), AuditEvent.objects.count()
    tried = _read("people", PEOPLE, viewer, dry_run=True)
    assert (_counts(tried), tried.saved) == ((2, 1, 0, 0), False)
    assert (Person.objects.count(), AuditEvent.objects.count()) == before
    assert [o.text for o in _read("people", PEOPLE, viewer).outcomes] == [o.text for o in tried.outcomes]


def test_every_fault_is_told_with_line_column_and_what_was_expected(viewer: Viewer) -> None:
    text = (
        PEOPLE
        + "1003;;kim@;;gartner;kommunen;32.8.2026;\n1004;Kim Skov;;;leder;findesikke;1.1.2022;1.1.2021\n"
    )
    report = _read("people", text, viewer)
    assert [(fault.line, fault.column) for fault in report.faults] == [
        (5, "navn"), (5, "e-mail"), (5, "rolle"), (5, "fra"), (6, "enhed"),
    ]  # fmt: skip
    assert "Der står ”32.8.2026”" in report.faults[3].expected
    assert not report.saved
    assert not Person.objects.filter(employee_number="1001").exists()


def test_a_person_already_there_is_corrected_not_doubled(viewer: Viewer) -> None:
    _read("people", PEOPLE, viewer)
    report = _read("people", PEOPLE.replace("Bo Lund;;", "Bo Lund;bo@example.dk;"), viewer)
    assert _counts(report) == (0, 1, 2, 0)
    assert Person.objects.get(employee_number="1002").email == "bo@example.dk"


def test_an_end_date_ends_the_role(viewer: Viewer) -> None:
    _read("people", PEOPLE, viewer)
    _read("people", PEOPLE.replace("1-1-2022;", "1-1-2022;31.12.2022"), viewer)
    assert str(Assignment.objects.get(person__employee_number="1001", role=MANAGER).valid_to) == "2022-12-31"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04", "Det er en Excel-fil"),
        (b"\x00\x01\x02", "Det er ikke en tekstfil"),
        (b"", "ingen rækker"),
        (b"navn;rolle;enhed\n", "ingen rækker"),
        (b'navn;rolle;enhed\n"Bo;x;y\n', "Anførselstegnene"),
    ],
)
def test_what_is_no_table_is_refused_in_words(viewer: Viewer, data: bytes, said: str) -> None:
    [fault] = _read("people", data, viewer).faults
    assert said in fault.expected


def test_missing_and_double_columns_are_all_named(viewer: Viewer) -> None:
    report = _read("units", "nøgle;navn;navn\nx;y;z\n", viewer)
    assert [fault.column for fault in report.faults] == ["type", "hører under", "navn"]


def test_a_ring_of_units_is_a_fault(viewer: Viewer) -> None:
    ring = "nøgle;navn;type;hører under\na;A;team;b\nb;B;team;a\n"
    assert [fault.column for fault in _read("units", ring, viewer).faults] == ["hører under", "hører under"]


def test_a_cpr_number_in_any_cell_is_a_fault(viewer: Viewer) -> None:
    report = _read("people", PEOPLE.replace("1002", "010190-1234"), viewer)
    assert report.faults == [Fault(4, "medarbejdernummer", "Det ligner et CPR-nummer. Tag det ud af filen.")]


def test_a_manager_may_not_import(house: House) -> None:
    with pytest.raises(Denied):
        _read("units", UNITS, house.viewer(MANAGER, on=AT.date()))
