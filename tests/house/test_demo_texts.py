"""The demo's texts are read as they were meant: a comma in a bare YAML label would cut it in two."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.harness.databases import CHECKOUT

FILES = sorted((CHECKOUT / "src" / "stillads" / "demo" / "content").glob("*.yaml"))


def _keys(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield str(key)
            yield from _keys(value)
    elif isinstance(node, list):
        for kid in node:
            yield from _keys(kid)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_no_label_is_cut_in_two(file: Path) -> None:
    keys = list(_keys(yaml.safe_load(file.read_text("utf-8"))))
    assert keys
    assert [key for key in keys if " " in key] == []
