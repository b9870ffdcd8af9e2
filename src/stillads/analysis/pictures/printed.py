"""A picture in a publication: the drawing with its sentence, and its figures as a table for the appendix."""

from stillads.charts import picture
from stillads.charts.figures import drawable, said
from stillads.charts.picture import type_chart
from stillads.documents.elements import Picture, Table

MOST_COLUMNS = 9  # more do not fit on a page across


def printed_picture(chart: type_chart, sentence: str, *, caption: str = "") -> Picture:
    """The drawing for PDF and DOCX. Its alternative text is title and sentence: what the picture says."""
    title = chart.title if chart.title.endswith((".", "?", "!")) else f"{chart.title}."
    return Picture(
        svg=picture.draw(chart, standalone=True),
        alt=f"{title} {sentence}".strip(),
        sentence=sentence,
        caption=caption,
    )


def printed_table(chart: type_chart) -> Table:
    """The same figures as rows; columns of which no row has anything are left out."""
    rows = picture.table(chart)
    texts = rows.texts()
    kept = [
        at for at, _column in enumerate(rows.columns)
        if at == 0 or any(_filled(row[at]) for row in rows.rows)
    ][:MOST_COLUMNS]  # fmt: skip
    return Table(
        caption=rows.caption,
        header=tuple(rows.columns[at].head for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in texts),
        numeric=tuple(place for place, at in enumerate(kept) if rows.columns[at].number),
    )


def _filled(cell: str | float | None) -> bool:
    return bool(cell) if isinstance(cell, str) else said(drawable(cell)) != "–"
