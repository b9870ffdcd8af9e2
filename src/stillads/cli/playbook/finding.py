"""Which playbook a word on the command line means: a file, `KEY`, or `KEY@VERSION`."""

from pathlib import Path

from django.db import DatabaseError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from stillads.ideas.queries.options import themes
from stillads.kernel.rules import RuleError
from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.library import shelved
from stillads.playbooks.queries.stored import stored
from stillads.playbooks.reading import Problem, Reading, Vocabulary, read_playbook
from stillads.vocabularies.queries.legal import all_legal_bases


def find(said: str) -> Playbook:
    """The playbook, from a file, from what is published, or from the library. RuleError where there is none."""
    if Path(said).suffix in {".yaml", ".yml"}:
        return _whole(read_playbook(Path(said)))
    key, _at, version = said.partition("@")
    if version and not version.isdecimal():
        raise RuleError(_("After @ stands the number of the version, for example %(key)s@1.") % {"key": key})
    return find_version(key, int(version) if version else None)


def find_version(key: str, version: int | None) -> Playbook:
    """The published version, or the one in the library; the newest where none is named."""
    published = _published(key, version)
    if published is not None:
        return published
    on_shelf = shelved(key, version)
    if on_shelf is None:
        raise RuleError(_("There is no playbook %(key)s. See: playbook list") % {"key": key})
    return _whole(on_shelf.read())


def _published(key: str, version: int | None) -> Playbook | None:
    try:
        return stored(key, version)
    except DatabaseError:  # an installation without a database yet has its library all the same
        return None


def _whole(reading: Reading) -> Playbook:
    if reading.playbook is None:
        raise RuleError("\n".join(spoken(reading.problems)))
    return reading.playbook


def spoken(problems: tuple[Problem, ...], language: str | None = None) -> list[str]:
    """A line for each problem."""
    return [problem.say(language or get_language() or "da") for problem in problems]


def vocabulary() -> Vocabulary | None:
    """Themes and legal bases as the database has them; None where it cannot be asked."""
    try:
        return Vocabulary(
            themes=frozenset(theme.key for theme in themes()),
            legal_bases=frozenset(row.key for row in all_legal_bases()),
        )
    except DatabaseError:
        return None
