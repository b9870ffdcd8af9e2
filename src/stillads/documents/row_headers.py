"""Makes the first cell of each table row a row header in a tagged PDF.

typst 0.15 marks column headers only; its own function for row headers stands behind a switch that its Python
package does not have. So the finished file gets an incremental update (ISO 32000-1, 7.5.6): the changed
elements of the structure tree stand after the first end of the file, with a cross-reference table that leads
to them. Nothing that is drawn is touched.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

_HEADER = re.compile(r"U(\d+)x0y0")
_HOLDERS = {"/Table", "/THead", "/TBody", "/TFoot"}


def with_row_headers(pdf: bytes, tables: Sequence[bool]) -> bytes:
    """The PDF with row headers. `tables`: for each table in reading order, whether its rows have a header.

    Raises ValueError where the file holds another number of tables. A file without any is returned as it is.
    """
    reader = PdfReader(BytesIO(pdf))
    found = _tables(reader)
    if len(found) != len(tables):
        raise ValueError(f"{len(found)} tables in the file, {len(tables)} in the document")
    changed: dict[int, DictionaryObject] = {}
    for table, wanted in zip(found, tables, strict=True):
        if wanted:
            for row in _rows(table):
                changed.update(_headed(row))
    return _updated(pdf, reader, changed) if changed else pdf


def _tables(reader: PdfReader) -> list[DictionaryObject]:
    """The tables in reading order: those of the column headers, which are numbered by table (`U3x0y0`).

    The tree of all elements is a hundred times as large; it is not walked.
    """
    root: Any = reader.root_object["/StructTreeRoot"]
    names = root.get("/IDTree")
    headers = dict(_named(names)) if names is not None else {}
    first = {int(match[1]): cell for key, cell in headers.items() if (match := _HEADER.fullmatch(key))}
    return [_table_of(first[number]) for number in sorted(first)]


def _named(node: Any) -> Iterator[tuple[str, DictionaryObject]]:
    """The entries of a name tree."""
    node = node.get_object()
    for kid in node.get("/Kids", ()):
        yield from _named(kid)
    entries = node.get("/Names", ())
    for key, value in zip(entries[::2], entries[1::2], strict=True):
        yield str(key), value.get_object()


def _table_of(cell: DictionaryObject) -> DictionaryObject:
    node: Any = cell
    while node["/S"] != "/Table":
        node = node["/P"]
    table: DictionaryObject = node
    return table


def _rows(node: Any) -> Iterator[DictionaryObject]:
    """The rows at or below an element of a table."""
    node = node.get_object()
    if isinstance(node, list):
        for kid in node:
            yield from _rows(kid)
    elif isinstance(node, DictionaryObject) and node.get("/S") == "/TR":
        yield node
    elif isinstance(node, DictionaryObject) and node.get("/S") in _HOLDERS:
        yield from _rows(node.get("/K", ArrayObject()))


def _headed(row: DictionaryObject) -> Iterator[tuple[int, DictionaryObject]]:
    """The cells of a row of data by object number: the first heads its row, the others find their headers.

    With an explicit list of headers a reader would look no further; without, it goes left and up to both.
    """
    kids: Any = row["/K"]
    cells = [(kid.idnum, kid.get_object()) for kid in kids]
    if cells[0][1]["/S"] != "/TD":
        return
    for at, (number, cell) in enumerate(cells):
        del cell["/A"]
        if at == 0:
            cell[NameObject("/S")] = NameObject("/TH")
            cell[NameObject("/A")] = DictionaryObject(
                {NameObject("/O"): NameObject("/Table"), NameObject("/Scope"): NameObject("/Row")}
            )
        yield number, cell


def _updated(pdf: bytes, reader: PdfReader, changed: dict[int, DictionaryObject]) -> bytes:
    out = BytesIO()
    out.write(pdf.rstrip(b"\r\n") + b"\n")
    places: dict[int, int] = {}
    for number in sorted(changed):
        places[number] = out.tell()
        out.write(b"%d 0 obj\n" % number)
        changed[number].write_to_stream(out)
        out.write(b"\nendobj\n")
    table = out.tell()
    out.write(b"xref\n")
    for number, place in places.items():
        out.write(b"%d 1\n%010d 00000 n\r\n" % (number, place))
    trailer = DictionaryObject(
        {NameObject(key): reader.trailer.raw_get(key) for key in ("/Size", "/Root", "/Info", "/ID")}
    )
    out.write(b"trailer\n")
    trailer.write_to_stream(out)
    before = pdf[pdf.rindex(b"startxref") :].split()[1]
    ending = out.getvalue().removesuffix(b">>")
    return ending + b"/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (before, table)
