"""A picture of figures to take home: as SVG, PNG or CSV."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings

from stillads.charts import picture
from stillads.charts.picture import type_chart
from stillads.documents import png

PNG_WIDTH = 1440  # twice the drawing: sharp on paper and on a projector
FORMS = ("svg", "png", "csv")


@dataclass(frozen=True, slots=True)
class ChartFile:
    """A file's content and type."""

    content: bytes
    content_type: str


def chart_file(chart: type_chart, form: str) -> ChartFile:
    """The picture in one of `FORMS`, in the municipality's colour. ValueError for another form.

    Raises `documents.typesetting.TypesettingError` where no PNG can be made.
    """
    if form not in FORMS:
        raise ValueError(f"chart_file: form={form!r}; known are {', '.join(FORMS)}")
    return _MAKERS[form](chart)


def _svg(chart: type_chart) -> ChartFile:
    return ChartFile(_drawn(chart).encode(), "image/svg+xml")


def _png(chart: type_chart) -> ChartFile:
    return ChartFile(png.render_svg(_drawn(chart), settings.STILLADS_FONTS, PNG_WIDTH), "image/png")


def _csv(chart: type_chart) -> ChartFile:
    return ChartFile(picture.table(chart).csv(), "text/csv; charset=utf-8")


def _drawn(chart: type_chart) -> str:
    return picture.draw(chart, standalone=True, colour=settings.STILLADS_COLOUR)


_MAKERS: dict[str, Callable[[type_chart], ChartFile]] = {"svg": _svg, "png": _png, "csv": _csv}
