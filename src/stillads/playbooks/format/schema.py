"""The format as JSON Schema (2020-12), for editors: completion, help and errors while one writes."""

from typing import Any, Final

from .playbook import FORMAT, Playbook

NAME: Final = f"playbook-{FORMAT}.schema.json"


def schema() -> dict[str, Any]:
    """The schema of a playbook file of the newest format."""
    made = Playbook.model_json_schema(by_alias=True)
    for part in made["$defs"].values():
        _require_kind(part)
    made["required"] = ["format", *made["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Stillads: drejebog",
        **_rest(made),
    }


def _require_kind(part: dict[str, Any]) -> None:
    """The model knows its kind by itself; in a file it says which model it is."""
    if "const" in part.get("properties", {}).get("kind", {}):
        part["required"] = ["kind", *part.get("required", ())]


def _rest(made: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in made.items() if name != "title"}
