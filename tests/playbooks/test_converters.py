"""Older versions of the format come up to the newest, step by step; unknown ones are told."""

from typing import Any

import pytest

from stillads.playbooks.format.canonical import data_of
from stillads.playbooks.format.converters import CONVERTERS, Converters, WrongFormat
from stillads.playbooks.format.playbook import FORMAT
from stillads.playbooks.library import shelf
from stillads.playbooks.reading import check_data


@pytest.fixture
def three() -> Converters:
    made = Converters(newest=3)

    @made.register(1)
    def renamed(data: dict[str, Any]) -> dict[str, Any]:
        return {("key" if name == "name" else name): value for name, value in data.items()}

    @made.register(2)
    def wrapped(data: dict[str, Any]) -> dict[str, Any]:
        return data | {"title": {"da": data["title"], "en": data["title"]}}

    return made


def test_every_step_is_taken_and_the_old_data_stays(three: Converters) -> None:
    old = {"format": 1, "name": "a-b", "title": "Titel"}
    newest = {"format": 3, "key": "a-b", "title": {"da": "Titel", "en": "Titel"}}
    assert three.upgrade(old) == newest
    assert old == {"format": 1, "name": "a-b", "title": "Titel"}
    assert three.upgrade({"format": 2, "key": "a-b", "title": "Titel"}) == newest
    assert three.upgrade(newest) == newest


@pytest.mark.parametrize(
    ("said", "code"),
    [(None, "format_missing"), (4, "format_newer"), (0, "format_unknown"), ("1", "format_unknown"),
     (True, "format_unknown"), (1.0, "format_unknown")],
)  # fmt: skip
def test_a_version_without_a_way(three: Converters, said: Any, code: str) -> None:
    with pytest.raises(WrongFormat) as refused:
        three.upgrade({"format": said} if said is not None else {})
    assert refused.value.code == code


def test_a_step_is_registered_once_and_leads_to_a_version_there_is(three: Converters) -> None:
    for version in (1, 3, 0):
        with pytest.raises(ValueError, match="no room"):
            three.register(version)(lambda data: data)


def test_every_version_since_the_first_has_a_way_to_ours() -> None:
    assert CONVERTERS.newest == FORMAT
    for version in range(1, FORMAT + 1):
        assert CONVERTERS.upgrade({"format": version})["format"] == FORMAT


def test_an_old_file_is_read_through_its_converters() -> None:
    demo = shelf()[0].read().playbook
    assert demo is not None
    made = Converters(newest=2)

    @made.register(1)
    def theme_was_called_topic(data: dict[str, Any]) -> dict[str, Any]:
        return {("theme" if name == "topic" else name): value for name, value in data.items()}

    old = {("topic" if name == "theme" else name): value for name, value in data_of(demo).items()}
    problems = check_data(old, converters=made).problems
    assert [problem.key for problem in problems] == ["format"]  # 2 is not ours yet; the theme was found
    assert [p.key for p in check_data(old).problems] == ["theme", "topic"]
