"""The content files of the demo, read once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

CONTENT = Path(__file__).parent / "content"
SOURCE = "Hæftet om prøvehandlinger, Viborg Kommune, oktober 2022, prøvehandling {number}"


def trials(pattern: str) -> Iterator[dict[str, Any]]:
    """The trials told in the files that `pattern` names, in their order."""
    yaml = YAML(typ="safe")
    for path in sorted(CONTENT.glob(pattern)):
        yield from yaml.load(path.read_text("utf-8"))
