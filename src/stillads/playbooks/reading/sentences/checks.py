"""What does not hold between the parts."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from .base import type_sentences

CHECKS: Final[type_sentences] = {
    "key_twice": (
        _("Another one has the same key already."),
        _("Give each one a key of its own; measures and conditions find it by that."),
    ),
    "key_not_folder": (
        _("The key is the same as the name of the folder: %(known)s."),
        _("Write that key, or give the folder this name."),
    ),
    "name_taken": (
        _("This key belongs to something that the instrument finds out by itself."),
        _("Give the question another key."),
    ),
    "two_types": (
        _("Another form of the instrument has a question with the same key and another kind of answer."),
        _("Give one of them another key."),
    ),
    "question_comes_later": (
        _("A condition can only ask about a question that stands before it in the form."),
        _("Move the question up, or this one down."),
    ),
    "question_in_group": (
        _("A condition outside a repeated group cannot ask about a question inside it."),
        _("Ask about a question outside the group."),
    ),
    "unknown_value": (_("An answer to the question belongs here: %(known)s."), _("Choose one of them.")),
    "compared_no_number": (
        _("The answers to “%(question)s” are no numbers and cannot be larger or smaller."),
        _("Use “is” or “is_not”."),
    ),
    "unknown_instrument": (
        _("The key of an instrument in this playbook belongs here: %(known)s."),
        _("Add the instrument, or choose another one."),
    ),
    "wrong_instrument": (
        _("An instrument of the kind %(kind)s belongs here."),
        _("Choose an instrument of that kind, or add one."),
    ),
    "asked_for_nothing": (
        _("A step only asks for what a measure or a decision uses."),
        _("Take it out, or use it in a measure, or in the “when” of a way."),
    ),
    "unknown_area": (
        _("The answer is an area of the wish list: %(known)s."),
        _("Give the answer the key of an area, or add the area to the wish list."),
    ),
    "area_no_choice": (
        _("What a wish is about is chosen as one answer among the areas of the wish list."),
        _("Ask it as “single_choice”, or take away “area”."),
    ),
    "unknown_window": (
        _("The key of an observation window in this playbook belongs here: %(known)s."),
        _("Add the window under “windows”, or choose another one."),
    ),
    "never_open": (
        _("The instrument is never open: nothing can be registered."),
        _("Write “trial: true” or “baseline: true”; windows only say when within it."),
    ),
    "cost_missing": (
        _("Staff register here, and it is not said what it costs them."),
        _("Write “cost:” with “seconds:” each time and “times_a_week:”."),
    ),
    "default_out_of_bounds": (
        _("What is filled in beforehand lies outside the bounds of the question."),
        _("Change the number or the bounds."),
    ),
    "unknown_link": (
        _("The key of a link in the chain belongs here: %(known)s."),
        _("Add the link, or choose another one."),
    ),
    "leads_back": (
        _("The chain leads forward: from activity over output and short term to long term."),
        _("Let it lead to a link of the same level or a later one."),
    ),
    "unknown_measure": (
        _("The key of a measure in this playbook belongs here: %(known)s."),
        _("Add the measure, or choose another one."),
    ),
    "how_known_missing": (
        _("The expectation has no measure, and it is not said how it will be known."),
        _("Name a “measure”, or write “how_known:” who looks at what, and when."),
    ),
    "size_without_unit": (
        _("The size has no unit."),
        _("Write what it is counted in under “unit”, for example “%%” or “calls a week”."),
    ),
    "primary_guardrail": (
        _("A guardrail cannot also be the most important expectation."),
        _("Take away “primary” or “guardrail”."),
    ),
    "guardrail_direction": (
        _("A guardrail says what must not get worse, so its direction is not_worse."),
        _("Write “direction: not_worse”, and under “worse” which way is worse."),
    ),
    "not_worse_no_guardrail": (
        _("What must not get worse is a guardrail."),
        _("Write “guardrail: true”, or expect up, down or unchanged."),
    ),
    "no_instruments": (
        _("The playbook has no instruments: nothing is registered."),
        _("Add one under “instruments”. If the source gives only a title, write “title_only: true” there."),
    ),
    "no_criteria": (
        _("The playbook expects nothing, so nothing can be judged."),
        _("Write under “criteria” what you expect to see, and what must not get worse."),
    ),
    "no_primary": (
        _("No expectation is the most important one."),
        _("Write “primary: true” on the one that decides."),
    ),
    "two_primary": (
        _("Another expectation is the most important one already; only one can decide."),
        _("Take away “primary” here, or there."),
    ),
    "no_guardrail": (
        _("Nothing guards against things getting worse while one looks at the aim."),
        _("Add a criterion with “guardrail: true” and “direction: not_worse”."),
    ),
    "no_decision_rule": (
        _("It is not said what it takes to go on, and what to stop."),
        _("Write it under “decision_rule”, before anything is measured."),
    ),
    "unknown_theme": (_("The theme is one of these: %(known)s."), _("Choose one of them.")),
    "unknown_legal_basis": (
        _("The legal basis is one of these: %(known)s."),
        _("Choose one of them, or have it added to the list of legal bases."),
    ),
    "not_translated": (
        _("The English text is the Danish one once more."),
        _("Write it in English."),
    ),
    "personal_number": (
        _("Here stands something that looks like a CPR number."),
        _("Take it out: a playbook is read by many."),
    ),
}
