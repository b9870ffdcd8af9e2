"""A questionnaire that came in as an instrument, to be pasted among a playbook's instruments."""

from typing import Any, Final

from django.utils.translation import gettext as _

from ..reading.writing import yaml_of
from .result import Questionnaire
from .yaml import items_as_data

_SECONDS: Final = 10
"""What one question takes, about."""


def survey_data(read: Questionnaire, key: str, *, exact: bool = False) -> dict[str, Any]:
    """The survey `key` as plain data; what the file cannot know stands as a request to write it."""
    data: dict[str, Any] = {
        "kind": "survey",
        "key": key,
        "title": read.title or _("Questionnaire"),
        "what": _("Write here what is asked, in one sentence."),
        "used_for": _("Write here what comes of the answers."),
    }
    # A first guess, to be replaced by what a try-out shows.
    data["cost"] = {"seconds": min(_SECONDS * len(read.report.fields), 7200), "times_a_week": 1}
    if read.intro:
        data["intro"] = read.intro
    if read.thanks:
        data["thanks"] = read.thanks
    return data | {"items": items_as_data(read.items, exact=exact)}


def survey_as_yaml(read: Questionnaire, key: str) -> str:
    """The same as the one entry of a YAML list."""
    return yaml_of([survey_data(read, key, exact=True)])
