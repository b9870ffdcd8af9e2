"""Layers hold for tables too: a string foreign key is invisible to import-linter."""

import tomllib
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).parents[2]


def _heights() -> dict[str, int]:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(c for c in contracts if c["id"] == "layers")["layers"]
    return {
        room.strip(" ()"): height
        for height, layer in enumerate(reversed(layers))
        for room in layer.split("|")
    }


def test_tables_point_only_at_tables_of_their_own_room_or_of_rooms_below() -> None:
    height = _heights()
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        if model.__module__.startswith("stillads.")
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model
        and field.related_model.__module__.startswith("stillads.")
        and field.related_model._meta.app_label != model._meta.app_label
        and height[field.related_model._meta.app_label] >= height[model._meta.app_label]
    ]  # fmt: skip
    assert upward == []


def test_only_a_participant_knows_which_citizen_it_is() -> None:
    pointing = [
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model
        and field.related_model._meta.label == "organisation.Citizen"
    ]  # fmt: skip
    assert pointing == ["trials.Participant"]
