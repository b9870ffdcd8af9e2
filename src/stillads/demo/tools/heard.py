"""What relatives said in a focus group, and the figures that pay and personnel hold."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from stillads.capture.actions.interviews import code_passage, note_session
from stillads.capture.actions.series.importing import import_file
from stillads.capture.lookup import deployment_by
from stillads.capture.series.mapping import FileMapping
from stillads.kernel.clock import now, today
from stillads.organisation.models import Unit

from ..people import narrator
from .ward import Ward


def tell_group(ward: Ward) -> None:
    """One conversation, coded to themes; three quotes may be published."""
    told = ward.story["interview"]
    at = ward.at(told["day"], 16)
    raw = {
        "held_on": [at.date().isoformat()],
        "people": [str(told["people"])],
        "notes": [told["notes"]],
    }
    deployment = ward.deployment("focus_group")
    session = note_session(
        deployment=deployment, raw=raw, key="demo-group", constructed=True, viewer=ward.manager, at=at
    ).entry
    for number, row in enumerate(told["passages"]):
        code_passage(
            deployment=deployment, session=session.public_id, key=f"demo-group-{number}", constructed=True,
            raw={name: said if isinstance(said, list) else [said] for name, said in row.items()},
            viewer=ward.manager, at=at,
        )  # fmt: skip


def tell_absence(ward: Ward) -> None:
    """The file as it comes from pay and personnel: one row a unit and month, months before the trial are not asked for."""
    row = deployment_by(ward.deployment("absence"))
    months = _months(row.valid_from)
    units = {key: Unit.objects.get(key=key) for key in ward.story["absence"]}
    lines = ["Afdeling;Måned;Sygedage"] + [
        f"{units[key].name};{month.isoformat()};{figures[number]}"
        for key, figures in ward.story["absence"].items()
        for number, month in enumerate(months)
    ]
    mapping = FileMapping(
        day="Måned", written="iso", unit="Afdeling", columns={"sick_days": "Sygedage"},
        units={unit.name: unit.public_id for unit in units.values()},
    )  # fmt: skip
    with TemporaryDirectory() as place:
        path = Path(place) / "sygefravaer.csv"
        path.write_text("\r\n".join(lines), "utf-8")
        import_file(
            instrument=row.public_id, path=path, name=path.name, mapping=mapping, viewer=narrator(),
            at=now(),
        )  # fmt: skip


def _months(first: date) -> list[date]:
    """The first of every month from a day on, until today."""
    year, month = first.year, first.month
    found = []
    while (day := date(year, month, 1)) <= today():
        if day >= first:
            found.append(day)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found
