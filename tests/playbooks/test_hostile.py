"""Files that would take a reader down, or quietly mean something else: refused, with a sentence and a place."""

from pathlib import Path

import pytest

from stillads.playbooks.reading import read_playbook
from stillads.playbooks.reading.limits import MOST_BYTES

BILLION_LAUGHS = (
    "a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n"
    "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
    "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\n"
)


def _found(source: Path | str | bytes) -> list[tuple[str, int | None, int | None]]:
    reading = read_playbook(source, "fil.yaml")
    assert reading.playbook is None
    return [(problem.code, problem.line, problem.column) for problem in reading.problems]


def test_aliases_are_never_followed() -> None:
    codes = [code for code, _line, _column in _found(BILLION_LAUGHS)]
    assert codes.count("anchor") == 3
    assert codes.count("alias") == 20


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_depth_ends_before_anything_is_built(opening: str) -> None:
    codes = [code for code, _line, _column in _found(opening * 50_000)]
    assert codes in (["too_deep"], ["key_no_text"])


def test_too_many_texts() -> None:
    assert [code for code, *_place in _found("a: [" + "x," * 30_000 + "]")] == ["too_many"]


def test_ten_megabytes_are_not_read(tmp_path: Path) -> None:
    large = tmp_path / "stor.yaml"
    large.write_bytes(b"a: x\n" * 2_000_000)
    assert _found(large) == [("too_large", None, None)]
    assert _found("x" * (MOST_BYTES + 1)) == [("too_large", None, None)]
    assert _found("æ" * (MOST_BYTES // 2 + 1)) == [("too_large", None, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"a: x\nb: bl\xe5b\xe6r\n", ("not_utf8", 2, 6)),
        ("a: x\n".encode("utf-16"), ("not_utf8", 1, 1)),
        ("a: x\n\tb: y\n", ("tab", 2, 1)),
        ("a: x\tz\n", ("tab", 1, 5)),
        ("a: x\nb: y\x00\n", ("unprintable", 2, 5)),
        ("", ("nothing_there", 1, 1)),
        ("# kun en bemærkning\n", ("nothing_there", 1, 1)),
        ("? [a, b]\n: x\n", ("key_no_text", 1, 3)),
        ("a: først: så\n", ("yaml_colon", 1, 9)),
        ("a: x\nb\nc: y\n", ("yaml_no_colon", 3, 1)),
        ('a: "x\nb: y\n', ("yaml_quote", 3, 1)),
        ('a: "x\\q"\n', ("yaml_escape", 1, 7)),
        ("a: @x\n", ("yaml_odd_start", 1, 4)),
        ("a: [x, y\nb: z\n", ("yaml_bracket", 2, 2)),
        ("a:\n  - x\n - y\n", ("yaml_indentation", 3, 2)),
    ],
)
def test_what_is_no_yaml_is_told_with_its_place(text: str | bytes, expected: tuple[str, int, int]) -> None:
    assert _found(text) == [expected]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert _found(tmp_path / "ingen.yaml") == [("unreadable_file", None, None)]


def test_what_is_refused_does_not_hide_the_rest() -> None:
    text = (
        "format: 1\n"
        "key: !!python/object:os.system navn\n"
        "key: to-gange\n"
        "theme: &navn boligen\n"
        "title: *navn\n"
        "summry: z\n"
        "---\n"
        "format: 1\n"
    )
    found = _found(text)
    assert [entry for entry in found if entry[1] != 1] == [
        ("tag", 2, 6),
        ("key_twice_in_file", 3, 1),
        ("anchor", 4, 8),
        ("alias", 5, 8),
        ("unknown_key", 6, 1),
        ("several_documents", 7, 1),
    ]
    assert "title" not in [problem.key for problem in read_playbook(text).problems if problem.code != "alias"]


def test_a_merge_key_merges_nothing() -> None:
    assert ("unknown_key", 2, 1) in _found("format: 1\n<<: {theme: boligen}\n")
