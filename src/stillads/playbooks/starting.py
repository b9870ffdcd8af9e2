"""The playbook that one begins with: commented, and without a problem."""

from pathlib import Path
from typing import Final

from stillads.playbooks.format.playbook import FORMAT

_FILE: Final = Path(__file__).with_name("starting.yaml")


def starting_text(key: str) -> str:
    """The text of a playbook file with this key. Whether the key is one is for the reader to say."""
    written = key.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    plain = key if key.replace("-", "").isalnum() and key.isascii() else f'"{written}"'
    return _FILE.read_text("utf-8").replace("FORMAT", str(FORMAT)).replace("KEY", plain)
