"""Action tags in a field annotation: which of them say something that a question can say."""

import re
from collections.abc import Mapping
from typing import Final

_TAG = re.compile(r"@([A-Z][A-Z0-9_-]*)(?:\s*=\s*(?:'([^']*)'|\"([^\"]*)\"|([\w.-]+)))?")

HIDDEN: Final = frozenset({"HIDDEN", "HIDDEN-SURVEY", "HIDDEN-FORM"})
COMPUTED: Final = frozenset({"CALCTEXT", "CALCDATE"})
TODAY: Final = frozenset({"TODAY", "NOW", "TODAY-SERVER", "NOW-SERVER", "TODAY-UTC", "NOW-UTC"})
SAID: Final = (
    HIDDEN
    | COMPUTED
    | TODAY
    | {"DEFAULT", "CHARLIMIT", "WORDLIMIT", "HIDECHOICE", "HIDDEN-PDF", "HIDDEN-APP"}
)
"""What is looked at, or means nothing to a phone."""


def tags_of(annotation: str) -> Mapping[str, str]:
    """Tag → its value ("" where it has none)."""
    return {found[1]: found[2] or found[3] or found[4] or "" for found in _TAG.finditer(annotation)}
