"""The one judge of a draft: `check_data`, with the themes and laws that the house knows."""

from collections.abc import Mapping
from typing import Any

from stillads.playbooks.reading import Reading, Vocabulary, check_data
from stillads.trials.queries.choices import themes
from stillads.vocabularies.queries.legal import all_legal_bases


def judged(data: Mapping[str, Any]) -> Reading:
    """The playbook, or everything that is missing. Two queries."""
    vocabulary = Vocabulary(
        themes=frozenset(key for key, _name in themes()),
        legal_bases=frozenset(row.key for row in all_legal_bases()),
    )
    return check_data(data, vocabulary=vocabulary)
