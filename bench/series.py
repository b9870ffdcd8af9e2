"""A file of figures: a million rows through `series`, with the clock, the processor and the memory it takes.

Runs inside data of its own (see `measure.py`): a playbook with figures and a measure of them, in daily operation at
a hundred units for a thousand days; ten rows a unit and day. Prints one line of JSON.
"""

import json
import os
import resource
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

import django

from bench import databases

UNITS, DAYS = 100, 1000
FIRST = date(2023, 1, 2)


def main() -> None:
    """Makes units and file, reads the file in, says what it took."""
    django.setup()
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "tal.csv"
        series, names = _places()
        _write(path, names, rows)
        print(json.dumps(_measured(series, path, rows)))


def _places() -> tuple[str, list[str]]:
    from tests.harness.playbooks import playbook, playbook_data

    from stillads.capture.models import Deployment
    from stillads.kernel.clock import COPENHAGEN, now
    from stillads.kernel.viewer import system_viewer
    from stillads.organisation.models import Unit
    from stillads.playbooks.actions.versions import publish_playbook
    from stillads.playbooks.models import Instrument

    hours = {
        "key": "hours", "title": "Sygetimer", "perspective": "economy", "instrument": "sickness", "how": "mean",
        "field": "hours", "unit": "timer", "direction": "down",
    }  # fmt: skip
    at = datetime.combine(FIRST, datetime.min.time(), COPENHAGEN)
    content = playbook(key="bench-series", measures=[*playbook_data()["measures"], hours])
    version = publish_playbook(content=content, viewer=system_viewer("bench"), at=min(at, now()))
    instrument = Instrument.objects.get(version=version, key="sickness")
    units = [
        Unit.objects.create(key=f"bench-{n}", name=f"Enhed {n:03d}", kind=Unit.Kind.TEAM, valid_from=FIRST)
        for n in range(UNITS)
    ]
    made = [Deployment.objects.create(instrument=instrument, unit=unit, valid_from=FIRST) for unit in units]
    return made[0].public_id, [unit.name for unit in units]


def _write(path: Path, names: list[str], rows: int) -> None:
    """In Danish dress: semicolons, decimal commas, Latin-1, CRLF."""
    days = [(FIRST + timedelta(days=n)).strftime("%d-%m-%Y") for n in range(DAYS)]
    with path.open("w", encoding="latin-1", newline="") as handle:
        handle.write("Enhed;Dato;Sygetimer\r\n")
        for n in range(rows):
            name, day = names[n % UNITS], days[n // UNITS % DAYS]
            handle.write(f"{name};{day};{n % 37},{n % 4 * 25:02d}\r\n")


def _measured(series: str, path: Path, rows: int) -> dict[str, float]:
    from itertools import islice

    from django.conf import settings

    from stillads.capture.actions.series.importing import import_file
    from stillads.capture.actions.series.places import places_of, series_by
    from stillads.capture.models import Entry
    from stillads.capture.series.mapping import guess
    from stillads.capture.series.table import opened
    from stillads.kernel.clock import now
    from stillads.kernel.viewer import system_viewer
    from stillads.organisation.models import Unit

    settings.DEBUG = False
    viewer = system_viewer("bench")
    with opened(path, path.name) as table:
        units = dict(Unit.objects.values_list("name", "public_id"))
        kind = places_of(series_by(series), viewer).kind
        mapping = guess(kind, table.headings, [cells for _n, cells in islice(table.rows, 400)], units)
    clock, processor = time.perf_counter(), _processor()
    report = import_file(
        instrument=series, path=path, name=path.name, mapping=mapping, viewer=viewer, at=now()
    )
    clock, processor = time.perf_counter() - clock, _processor() - processor
    assert (report.rows, report.fault_count) == (rows, 0), report.faults[:3]
    assert Entry.objects.filter(form="row", deployment__instrument__key="sickness").count() >= rows
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": clock, "processor": processor, "megabytes": megabytes}


def _processor() -> float:
    """Seconds of this process, and of the database's processes where it has some."""
    return time.process_time() + databases.processor(os.environ.get("STILLADS_DATABASE", ""))


if __name__ == "__main__":
    main()
