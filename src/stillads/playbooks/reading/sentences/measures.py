"""What does not hold in a measure, or between it and what it reads."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from .base import type_sentences

MEASURES: Final[type_sentences] = {
    "measure_needs": (
        _("A measure with “how: %(how)s” needs “%(name)s”."),
        _("Write “%(name)s:”, or choose another “how”."),
    ),
    "measure_has_no_use": (
        _("A measure with “how: %(how)s” does not use “%(name)s”; only these do: %(hows)s."),
        _("Take it away, or choose another “how”."),
    ),
    "chart_for_another": (
        _("This chart is for measures with “how” as one of these: %(hows)s."),
        _("Write “chart: run”, which always fits."),
    ),
    "measure_of_another_kind": (
        _("A measure with “how: %(how)s” reads an instrument of the kind %(kind)s."),
        _("Choose an instrument of that kind, or another “how”."),
    ),
    "unknown_form": (_("A form of the instrument belongs here: %(known)s."), _("Choose one of them.")),
    "sustaining_closed": (
        _("The measure runs on in daily operation, but “%(instrument)s” closes with the trial."),
        _("Write “after: true” under “open” of the instrument."),
    ),
    "unknown_fact": (
        _("Something that the instrument registers belongs here: %(known)s."),
        _("Ask for it in the instrument, or choose another one."),
    ),
    "fact_no_number": (
        _("A measure with “how: %(how)s” needs numbers, and the answers here are none."),
        _("Choose a question whose answer is a number, or count with “where”."),
    ),
    "fact_no_date": (
        _("Lead time lies between two dates, and this is none."),
        _("Choose something that has a date, such as the day on which a step was done."),
    ),
    "breakdown_without_end": (
        _(
            "A measure is split by something with a few possible answers; here there can be any number of them."
        ),
        _("Split by a question with fixed answers."),
    ),
    "fact_no_score": (
        _("The answers to this question have no score."),
        _("Give every option a “score”, or choose a scale."),
    ),
    "no_windows": (
        _("The measure is per observation window, but the playbook has none."),
        _("Add the windows under “windows”, or choose another period."),
    ),
    "exposure_measure": (
        _("“per” names a measure when, and only when, its kind is measure."),
        _("Write “kind: measure” together with “measure:”."),
    ),
    "measured_by_itself": (
        _("A measure cannot be divided by itself."),
        _("Choose another measure."),
    ),
    "baseline_window": (
        _("“baseline” names a window when, and only when, its kind is window."),
        _("Write “kind: window” together with “window:”."),
    ),
    "baseline_measure": (
        _("“baseline” names a measure when, and only when, its kind is series."),
        _("Write “kind: series” together with “measure:”."),
    ),
    "no_baseline": (
        _("The measure is compared with the time before day 1, but then “%(instrument)s” is not open."),
        _("Write “baseline: true” under “open” of the instrument, or “baseline: {kind: none}” here."),
    ),
}
