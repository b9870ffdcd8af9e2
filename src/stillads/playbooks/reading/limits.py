"""How large and how deep a playbook may be. What is beyond is refused before anything is built of it."""

from typing import Final

MOST_BYTES: Final = 256 * 1024
"""The fullest playbooks are a tenth of it."""

MOST_DEPTH: Final = 40
"""Lists and mappings inside each other. A condition on a question in a group in a section is at 20."""

MOST_NODES: Final = 20_000
"""Texts, lists and mappings in all."""

MOST_PROBLEMS: Final = 200
"""Nobody reads more of them at a time."""
