"""Changing the themes."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.danish import fold
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from ..finding import theme_by
from ..models import Theme
from ..permissions import THEMES
from ..rules import check_words


def save_theme(
    *, key: str = "", name: str, question: str, valid_to: date | None = None, viewer: Viewer, at: datetime
) -> Theme:
    """Changes the theme `key`, or adds one at the end. `valid_to` takes it out of use; it is never deleted.

    Raises Denied, Invalid, RuleError (field name) where another theme is called so.
    """
    check_may(viewer, THEMES)
    check_words(name=name, question=question)
    if not name.strip():
        raise RuleError(_("Write the name of the theme."), field="name")
    with transaction.atomic():
        theme = theme_by(key) or Theme(key=_new_key(name), order=_last() + 1)
        if Theme.objects.exclude(pk=theme.pk).filter(name__iexact=name.strip()).exists():
            raise RuleError(_("There is a theme of that name already."), field="name")
        theme.name, theme.question, theme.valid_to = name.strip(), question.strip(), valid_to
        theme.save()
        target = f"theme:{theme.key}"
        record(viewer=viewer, verb="ideas.save_theme", target=target, target_name=theme.name, at=at)
    return theme


def _last() -> int:
    return int(Theme.objects.aggregate(last=Max("order"))["last"] or 0)


def _new_key(name: str) -> str:
    base = slugify(fold(name))[:50] or "tema"
    taken = set(Theme.objects.filter(key__startswith=base).values_list("key", flat=True))
    candidates = [base, *(f"{base}-{number}" for number in range(2, len(taken) + 3))]
    return next(candidate for candidate in candidates if candidate not in taken)
