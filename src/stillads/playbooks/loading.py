"""From a version's row to the playbook it holds. What is published never changes, so it is read once."""

from functools import lru_cache

from .format.playbook import Playbook
from .models import PlaybookVersion
from .reading import load


def playbook_of(version: PlaybookVersion) -> Playbook:
    """The playbook of a published version. Raises ValueError for a draft, which need not be whole."""
    if version.published_at is None:
        raise ValueError("a draft is read by reading.check_data")
    return _read(version.pk, version.sha256)


@lru_cache(maxsize=128)
def _read(pk: int, sha256: str) -> Playbook:
    text = PlaybookVersion.objects.values_list("content", flat=True).get(pk=pk, sha256=sha256)
    return load(text)
