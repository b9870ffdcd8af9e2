"""The one place that calls typst. A warning (a font it does not know, say) is an error here."""

import datetime
import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

TEMPLATES = Path(__file__).parent / "typst"
FAMILY = "IBM Plex Sans"


class TypesettingError(RuntimeError):
    """The document could not be set; the message is typst's own."""


@cache
def _fonts(folder: Path) -> typst.Fonts:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    if FAMILY not in fonts.families():
        raise TypesettingError(f"the typeface {FAMILY} is not in {folder}")
    return fonts


def typeset(
    template: str,
    data: dict[str, Any],
    *,
    fonts: Path,
    form: Literal["pdf", "png"],
    day: datetime.date | None = None,
    ppi: float = 144,
) -> bytes:
    """The template (a file name in `typst/`) set with the data. PDF is always PDF/UA-1.

    Raises TypesettingError.
    """
    noon = datetime.datetime.combine(day or datetime.date(2000, 1, 1), datetime.time(12), datetime.UTC)
    try:
        result, warnings = typst.compile_with_warnings(
            TEMPLATES / template,
            root=TEMPLATES,
            format=form,
            font_paths=_fonts(fonts),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"] if form == "pdf" else [],
            timestamp=noon,
            ppi=ppi,
        )
    except typst.TypstError as error:
        raise TypesettingError("; ".join([error.message, *error.hints])) from error
    if warnings:
        raise TypesettingError("; ".join(warning.message for warning in warnings))
    return bytes(result)
