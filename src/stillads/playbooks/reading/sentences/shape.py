"""Types, bounds, missing and unknown keys; and what the models themselves find."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from .base import type_sentences

SHAPE: Final[type_sentences] = {
    "missing": (_("The key “%(said)s” is missing."), _("Write “%(said)s:” and what belongs there.")),
    "unknown_key": (_("There is no such key here. There are: %(known)s."), _("Take it away.")),
    "comma_splits": (
        _("Inside “{…}” a comma begins the next key, and there is no such key here."),
        _("If the comma belongs to the text, put the whole text in quotation marks."),
    ),
    "one_of": (_("One of these belongs here: %(known)s."), _("Choose one of them.")),
    "kind_missing": (
        _("Here it is missing which kind it is."),
        _("Write “kind:” and the kind, for example “kind: short_text”."),
    ),
    "text": (_("A text belongs here."), _("Write the text behind the colon.")),
    "text_in_quotes": (
        _("A text belongs here. Numbers, true and false are texts only in quotation marks."),
        _("Put it in quotation marks."),
    ),
    "text_empty": (_("A text belongs here, and there is none."), _("Write the text behind the colon.")),
    "text_too_long": (_("The text may have at most %(n)s letters."), _("Write it shorter.")),
    "key_shape": (
        _("A key is written with small letters a–z, digits and _, and begins with a letter."),
        _("Write it for example as “days_at_home”."),
    ),
    "slug_shape": (
        _("This is written with small letters a–z, digits and hyphens, and begins with a letter."),
        _("Write it for example as “fewer-phone-calls”."),
    ),
    "whole_number": (_("A whole number belongs here."), _("Write it in digits, without quotation marks.")),
    "number": (
        _("A number belongs here."),
        _("Write it in digits with a point before the decimals, for example 7.5."),
    ),
    "truth": (_("Here belongs true or false."), _("Write true or false.")),
    "more_than": (_("A number above %(n)s belongs here."), ""),
    "at_least": (_("The number must be at least %(n)s."), ""),
    "at_most": (_("The number must be at most %(n)s."), ""),
    "list": (_("A list belongs here, also when there is only one."), _("Write it as “[…]”.")),
    "list_too_short": (_("At least %(n)s must stand in the list."), ""),
    "list_too_long": (
        _("At most %(n)s may stand in the list."),
        _("Take away what you can do without."),
    ),
    "mapping": (
        _("Here belong keys, each with its value."),
        _("Write the keys on lines of their own below, indented."),
    ),
    "time": (_("A time of day belongs here."), _("Write it in quotation marks, for example “08:30”.")),
    "does_not_fit": (_("This does not fit here."), _("Compare it with a playbook from the library.")),
    "condition_shape": (
        _(
            "A condition is either “question” with a test (is, is_not, at_least, at_most, answered) "
            "or one of all, any, none with a list of conditions."
        ),
        _("Write for example “{question: reason, is: other}”."),
    ),
    "bounds_reversed": (_("The least number is larger than the largest one."), _("Exchange the two.")),
    "unknown_scale": (_("A standard scale is one of these: %(known)s."), _("Choose one of them.")),
    "unknown_scored_scale": (_("A scale with a score is one of these: %(known)s."), _("Choose one of them.")),
    "scale_or_points": (
        _("The question needs either a standard “scale” or at least two “points”, not both."),
        _("Keep one of the two."),
    ),
    "unknown_list": (_("A standard list is one of these: %(known)s."), _("Choose one of them.")),
    "options_or_list": (
        _("The question needs either “options” or the name of a “standard” list, not both."),
        _("Keep one of the two."),
    ),
    "option_twice": (_("Two answers have the same key."), _("Give each answer a key of its own.")),
    "closes_before_opening": (
        _("The closing time does not lie after the opening time."),
        _("Exchange the two, or write two lines if it is open past midnight."),
    ),
}
