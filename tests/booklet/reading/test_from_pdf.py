"""The booklet of our own, printed: a PDF reads as the text does."""

import json
from pathlib import Path
from typing import Any

import pytest
import typst

from stillads.booklet.reading import read_file

TEXT = Path(__file__).with_name("short_booklet.txt").read_text(encoding="utf-8")
EXPECTED = json.loads(Path(__file__).with_name("short_booklet.json").read_text(encoding="utf-8"))
PRINTED = """
#set page(width: 40cm, height: {height})
#set text(font: "Libertinus Serif")
#for line in json(bytes(sys.inputs.text)) [#line #linebreak()]
"""


def _printed(text: str, *, height: str = "40cm") -> bytes:
    lines = json.dumps(text.replace("\t", " ").split("\n"))
    source = PRINTED.replace("{height}", height).encode()
    return bytes(typst.compile(source, format="pdf", sys_inputs={"text": lines}))


def _words(read: Any) -> Any:
    """The reading with single spaces and without line numbers, which printing changes."""
    if isinstance(read, dict):
        return {key: _words(value) for key, value in read.items() if key != "line"}
    if isinstance(read, list):
        return [_words(value) for value in read]
    return " ".join(read.split()) if isinstance(read, str) else read


@pytest.mark.parametrize("height", ["40cm", "12cm"], ids=["few pages", "many pages"])
def test_a_pdf_reads_as_its_text_does(height: str) -> None:
    assert _words(read_file(_printed(TEXT, height=height)).as_json()) == _words(EXPECTED)


def test_letters_that_are_set_as_one_sign_are_read_as_two() -> None:
    set_as_one = TEXT.replace("ffi", "\ufb03").replace("ff", "\ufb00").replace("fi", "\ufb01")
    set_as_one = set_as_one.replace("fl", "\ufb02")
    assert set_as_one.count("\ufb01") + set_as_one.count("\ufb02") > 0
    assert _words(read_file(_printed(set_as_one)).as_json()) == _words(EXPECTED)
