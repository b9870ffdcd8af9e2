"""Every verb that an action writes into the log is put in words by its room."""

import re

from django.conf import settings

from stillads.audit import verbs
from stillads.audit.verbs import in_words

_ROOMS = (
    "audit|vocabularies|media|notices|organisation|ideas|trials|playbooks|capture|evaluation|booklet|rollout"
    "|decisions"
)
_VERB = re.compile(rf'verb="((?:{_ROOMS})\.[a-z_.]+)"')


def test_every_verb_in_the_source_has_words() -> None:
    sources = [path for path in settings.ROOT.glob("*/**/*.py") if "migrations" not in path.parts]
    written = {verb for path in sources for verb in _VERB.findall(path.read_text("utf-8"))}
    assert written
    assert sorted(verb for verb in written if verb not in verbs._words) == []


def test_a_verb_without_words_is_shown_as_it_stands() -> None:
    assert in_words("nobody.said") == "nobody.said"
