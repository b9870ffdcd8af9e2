"""What the kinds of instruments find in themselves."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from .base import type_sentences

KINDS: Final[type_sentences] = {
    "unknown_step": (
        _("A way leads to a step or an outcome of the flow: %(known)s."),
        _("Add the step, or let the way lead to another one."),
    ),
    "no_way_without_condition": (
        _("Every way on from the step “%(said)s” has a condition; a case could stand still there."),
        _("Let the last way be without “when”."),
    ),
    "unknown_profession": (_("A profession is one of these: %(known)s."), _("Choose one of them.")),
    "step_name_taken": (
        _("A step cannot be called start, cancel, or like an outcome."),
        _("Give the step another key."),
    ),
    "unreachable_step": (
        _("No way leads to the step “%(said)s”."),
        _("Let a way of an earlier step lead to it, or take it away."),
    ),
    "no_way_to_an_end": (
        _("From the step “%(said)s” no way leads to an outcome; a case would never end."),
        _("Add a way that leads to an outcome."),
    ),
    "unknown_field": (_("A field of the sheet belongs here: %(known)s."), _("Choose one of them.")),
    "links_without_hosts": (
        _("The sheet may carry links, but it is not said to which sites."),
        _("Write the sites under “hosts”, or “links: 0”."),
    ),
    "too_many_after_tap": (
        _("After a tap at most 6 things are asked, so that it takes 15 seconds. Here are %(n)s."),
        _("Keep what a measure uses, and ask for the rest in a questionnaire."),
    ),
    "anonymous_wish": (
        _("A wish belongs to a citizen, and the answers are anonymous."),
        _("Take away “wish”, or “anonymous”."),
    ),
    "anonymous_photo": (
        _("A photo can tell who took it, and the answers are anonymous."),
        _("Take away the question about a photo, or “anonymous”."),
    ),
    "anonymous_staff": (
        _("Anonymous answers cannot be given through staff, who know who answers."),
        _("Use the channels open_link, kiosk or paper."),
    ),
    "interval_and_days": (
        _("The questions are asked either at an interval or on certain days, not both."),
        _("Keep “every_days” or “days”."),
    ),
    "unknown_question": (_("The key of a question belongs here: %(known)s."), ""),
}
