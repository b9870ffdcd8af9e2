"""The log's verbs in words: a registry that rooms fill, so that the log reads as sentences.

`declare({"ideas.submit": _("handed in an idea")})` in a room's `verbs.py`, imported by its `ready`.
The words complete “Inge Holm …”. A verb that no room put in words is shown as it stands.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _

type_words = str | Promise

_words: dict[str, type_words] = {}


def declare(words: Mapping[str, type_words]) -> None:
    """Adds verbs with their words."""
    _words.update(words)


def in_words(verb: str) -> str:
    """What was done, as the end of a sentence about who did it."""
    if verb.startswith("/"):
        return _("asked for %(address)s") % {"address": verb}
    return str(_words.get(verb, verb))
