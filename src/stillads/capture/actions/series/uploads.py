"""A file that somebody sent: kept, its mapping guessed, looked at, read in; a large one by the worker."""

from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import Final

from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import local_day, now
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Person, Unit
from stillads.organisation.queries.viewers import viewer_for_person

from ...series.mapping import FileMapping, guess
from ...series.report import UnreadableFileError
from ...series.table import opened
from ...series.uploads import LARGEST, Upload, forget, keep, upload_by
from .importing import import_file, look_at, remembered
from .places import Places, places_of, series_by

AT_ONCE: Final = 500_000
"""Bytes: so much is read while one waits."""


def receive(
    *, series: str, name: str, size: int, chunks: Iterable[bytes], viewer: Viewer, at: datetime
) -> Upload:
    """Keeps a file and guesses its mapping. Raises Denied, NotFound, RuleError (no table, too large)."""
    places = places_of(series_by(series), viewer)
    if size > LARGEST:
        raise RuleError(_("The file is larger than 300 MB. Send it in parts."), field="file")
    made = keep(name, series, chunks)
    try:
        made.mapping = guessed(places, made, at).as_json()
    except UnreadableFileError as error:
        forget(made.key)
        raise RuleError(str(error), field="file") from None
    made.save()
    start(upload=made.key, what="look", viewer=viewer, at=at)
    return upload_by(made.key)


def guessed(places: Places, upload: Upload, at: datetime) -> FileMapping:
    """What the file's headings and first rows tell. Raises UnreadableFileError."""
    units = Unit.objects.filter(valid_from__lte=local_day(at)).values_list("name", "public_id")
    with opened(upload.path, upload.name) as table:
        some = [cells for _line, cells in islice(table.rows, 400)]
        return guess(places.kind, table.headings, some, dict(units), remembered(places.instrument.pk))


def start(
    *, upload: str, what: str, viewer: Viewer, at: datetime, mapping: FileMapping | None = None
) -> Upload:
    """Looks at the file, or reads it in: now, or by the worker where it is large. Raises NotFound, Denied."""
    from ...tasks import read_series

    made = upload_by(upload)
    places_of(series_by(made.series), viewer)
    if made.doing:
        return made  # sent twice
    made.mapping = mapping.as_json() if mapping else made.mapping
    made.doing, made.done, made.failed = what, 0, ""
    made.save()
    if made.size <= AT_ONCE or viewer.person_id is None:
        work(made, viewer, at)
    else:
        read_series.enqueue(made.key, viewer.person_id)
    return upload_by(upload)


def work_by(key: str, person: int) -> int:
    """The same by the worker, on behalf of a person. Begun again after a crash it does no harm."""
    made = upload_by(key)
    if made.doing:
        at = now()
        viewer = viewer_for_person(Person.objects.get(pk=person), on=local_day(at), purpose="series")
        work(made, viewer, at)
    return made.done


def work(made: Upload, viewer: Viewer, at: datetime) -> None:
    """Does what the upload is set to do, and writes down what came of it."""
    do = import_file if made.doing == "import" else look_at
    try:
        report = do(
            instrument=made.series, path=made.path, name=made.name, mapping=FileMapping.of(made.mapping),
            viewer=viewer, at=at, tell=made.tell,
        )  # fmt: skip
        made.report = report.as_json() | {
            "sample": [[unit, day.isoformat(), dict(values)] for unit, day, values in report.sample]
        }
    except RuleError as refused:
        made.failed = str(refused.reason)
    finally:
        made.doing = ""
        made.save()
