"""The one way in which a playbook is written down as JSON, and its digest."""

import hashlib
import json
from typing import Any

from .playbook import Playbook


def data_of(playbook: Playbook) -> dict[str, Any]:
    """Plain data without what stands at its default; `load` gives the same playbook back."""
    return playbook.model_dump(mode="json", by_alias=True, exclude_defaults=True) | {
        "format": playbook.format,
    }


def canonical(data: Any) -> str:
    """JSON with sorted keys and no space: equal data, equal text."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest(text: str) -> str:
    """SHA-256 of the canonical JSON, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()
