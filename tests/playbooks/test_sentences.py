"""Every code has its sentences, every sentence is used, and both languages say the same words."""

import re
from pathlib import Path

from django.utils import translation

from stillads import playbooks
from stillads.playbooks.reading.sentences import SENTENCES
from stillads.playbooks.reading.shape import _BOUNDS, _SAME

ROOM = Path(str(playbooks.__file__)).parent
_PLACES = re.compile(r"%\((\w+)\)s")


def _codes_in_source() -> set[str]:
    """What stands where a code is given: ValueError(…), Fault(path, …), and a flaw's second part."""
    texts = [path.read_text("utf-8") for path in ROOM.rglob("*.py") if "sentences" not in path.parts]
    found = {code for text in texts for code in re.findall(r'ValueError\("([a-z0-9_]+)"\)', text)}
    found |= {code for text in texts for code in re.findall(r'WrongFormat\("([a-z0-9_]+)"\)', text)}
    return found


def test_every_code_of_a_validator_has_sentences() -> None:
    assert _codes_in_source() <= set(SENTENCES)
    assert {*_SAME.values(), *(code for code, _bound in _BOUNDS.values())} <= set(SENTENCES)


def test_every_sentence_is_used_somewhere() -> None:
    source = "\n".join(
        path.read_text("utf-8") for path in ROOM.rglob("*.py") if "sentences" not in path.parts
    )
    assert [code for code in SENTENCES if f'"{code}"' not in source] == []


def test_both_languages_have_the_same_words_and_differ() -> None:
    for code, sentences in SENTENCES.items():
        for sentence in sentences:
            if not sentence:
                continue
            with translation.override("en"):
                english = str(sentence)
            with translation.override("da"):
                danish = str(sentence)
            assert _PLACES.findall(english) == _PLACES.findall(danish), code
            assert english != danish, code
            assert english[-1] in ".?" and danish[-1] in ".?", code


def test_no_sentence_breaks_on_a_percent_sign() -> None:
    for sentences in SENTENCES.values():
        for sentence in filter(None, sentences):
            names = dict.fromkeys(_PLACES.findall(str(sentence)), "x")
            assert "%(" not in str(sentence) % names
