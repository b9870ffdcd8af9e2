"""The lives of a round, a trial and a phase: one table each, every transition a row."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from stillads.kernel.states import StateTable, Step

from .models import Phase, Round, Trial

R, T, P = Round.State, Trial.State, Phase.State

ROUND: Final = StateTable(
    "round",
    R.PLANNED,
    {
        R.PLANNED: _("planned"),
        R.OPEN: _("running"),
        R.EVALUATING: _("being evaluated"),
        R.MEETING: _("ready for the welfare meeting"),
        R.DECIDED: pgettext_lazy("trial", "decided"),
        R.CLOSED: _("closed"),
    },
    (
        Step(R.PLANNED, R.OPEN, "day 1"),
        Step(R.OPEN, R.EVALUATING, "the last day is over"),
        Step(R.EVALUATING, R.OPEN, "prolonged", needs_reason=True),
        Step(R.EVALUATING, R.MEETING, "the evaluations are in"),
        Step(R.MEETING, R.EVALUATING, "evaluations reopened", needs_reason=True),
        Step(R.MEETING, R.DECIDED, "the last decision is made"),
        Step(R.DECIDED, R.CLOSED, "followed up"),
        Step(R.CLOSED, R.DECIDED, "reopened", needs_reason=True),
        Step(R.PLANNED, R.CLOSED, "called off", needs_reason=True),
    ),
)

TRIAL: Final = StateTable(
    "trial",
    T.DRAFT,
    {
        T.DRAFT: pgettext_lazy("trial", "draft"),
        T.ACTIVE: _("under way"),
        T.DECIDED: pgettext_lazy("trial", "decided"),
        T.MERGED: _("merged into another"),
        T.DROPPED: pgettext_lazy("trial", "dropped"),
    },
    (
        Step(T.DRAFT, T.ACTIVE, "its first phase is planned"),
        Step(T.ACTIVE, T.DECIDED, "decided"),
        Step(T.DECIDED, T.ACTIVE, "a next phase is planned"),
        Step(T.DRAFT, T.MERGED, "merged into another", needs_reason=True),
        Step(T.ACTIVE, T.MERGED, "merged into another", needs_reason=True),
        Step(T.DECIDED, T.MERGED, "merged into another", needs_reason=True),
        Step(T.DRAFT, T.DROPPED, "dropped", needs_reason=True),
        Step(T.ACTIVE, T.DROPPED, "dropped", needs_reason=True),
        Step(T.DECIDED, T.DROPPED, "dropped", needs_reason=True),
        Step(T.DROPPED, T.DRAFT, "taken up again", needs_reason=True),
    ),
)

PHASE: Final = StateTable(
    "phase",
    P.DRAFT,
    {
        P.DRAFT: _("being planned"),
        P.READY: _("ready"),
        P.RUNNING: _("running"),
        P.EVALUATING: _("being evaluated"),
        P.EVALUATED: _("evaluated"),
        P.DECIDED: pgettext_lazy("trial", "decided"),
        P.STOPPED: _("stopped"),
    },
    (
        Step(P.DRAFT, P.READY, "prediction locked, or said why there is none"),
        Step(P.READY, P.RUNNING, "day 1"),
        Step(P.RUNNING, P.EVALUATING, "the last day is over"),
        Step(P.EVALUATING, P.RUNNING, "prolonged", needs_reason=True),
        Step(P.EVALUATING, P.EVALUATED, "evaluation approved"),
        Step(P.EVALUATED, P.EVALUATING, "evaluation reopened", needs_reason=True),
        Step(P.EVALUATED, P.DECIDED, "decided"),
        Step(P.DECIDED, P.EVALUATED, "decision reopened", needs_reason=True),
        Step(P.DRAFT, P.STOPPED, "called off", needs_reason=True),
        Step(P.READY, P.STOPPED, "called off", needs_reason=True),
        Step(P.RUNNING, P.STOPPED, "stopped before time", needs_reason=True),
        Step(P.STOPPED, P.EVALUATING, "what was learnt is written down"),
    ),
)
