"""What every file of sentences holds."""

from collections.abc import Mapping

from django.utils.functional import Promise

Told = tuple[str | Promise, str | Promise]
"""What was expected; what to do (empty where a suggestion, or nothing, says it)."""

type_sentences = Mapping[str, Told]
"""By code."""
