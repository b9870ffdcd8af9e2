"""Texts on their way in: typed or pasted, cleaned, without CPR numbers, with numbers that exist."""

from django.utils.translation import gettext_lazy as _

from stillads.documents.blocks import Body
from stillads.documents.plain import from_plain
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import RuleError
from stillads.trials.models import Figure, Phase

type_text = str | Body


def read_body(text: type_text, phase: Phase, *, field: str = "text") -> Body:
    """`text` as a Body. Raises RuleError beside `field` for a CPR number or an unknown `[tal:…]`."""
    body = from_plain(text) if isinstance(text, str) else text
    check_no_cpr(body.plain_text(), field=field)
    check_numbers(body, phase, field=field)
    return body


def read_written(text: type_text, phase: Phase, *, field: str = "text") -> Body:
    """As `read_body`, and refuses an empty one."""
    body = read_body(text, phase, field=field)
    if body.is_empty():
        raise RuleError(_("Write a sentence or two."), field=field)
    return body


def check_numbers(body: Body, phase: Phase, *, field: str = "text") -> None:
    """Every `[tal:…]` must name a figure of this trial, in this phase or an earlier one."""
    keys = body.numbers()
    if not keys:
        return
    known = set(
        Figure.objects.filter(phase__trial_id=phase.trial_id, public_id__in=keys).values_list(
            "public_id", flat=True
        )
    )
    if unknown := [key for key in keys if key not in known]:
        raise RuleError(
            _("The trial has no number called “%(key)s”. The numbers stand in the list on the right.")
            % {"key": unknown[0]},
            field=field,
        )


def check_text(**texts: str) -> None:
    """No CPR number in any of the short texts; the refusal names the field."""
    for field, text in texts.items():
        check_no_cpr(text, field=field)
