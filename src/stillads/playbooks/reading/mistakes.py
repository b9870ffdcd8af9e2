"""Which common mistake a YAML scanner's complaint is about."""

from typing import Final

from ruamel.yaml.error import MarkedYAMLError

_SIGNS: Final = (
    ("mapping values are not allowed", "yaml_colon"),
    ("could not find expected ':'", "yaml_no_colon"),
    ("escape", "yaml_escape"),
    ("quoted scalar", "yaml_quote"),
    ("cannot start any token", "yaml_odd_start"),
    ("expected ',' or", "yaml_bracket"),
    ("flow", "yaml_bracket"),
    ("block", "yaml_indentation"),
)
"""The first that is found in what the scanner says decides."""


def mistake_in(error: MarkedYAMLError) -> str:
    """The code of the fault."""
    said = f"{error.problem or ''} {error.context or ''}"
    return next((code for sign, code in _SIGNS if sign in said), "yaml")
