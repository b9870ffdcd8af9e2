"""The room's verbs as the log shows them."""

from django.utils.translation import gettext_lazy as _

from stillads.audit.verbs import declare

declare(
    {
        "trials.create_round": _("made the round"),
        "trials.rename_round": _("renamed the round"),
        "trials.move_round": _("moved the days of the round"),
        "trials.round_step": _("took the round a step on"),
        "trials.add_milestone": _("added the milestone"),
        "trials.edit_milestone": _("changed the milestone"),
        "trials.finish_milestone": _("ticked off the milestone"),
        "trials.reopen_milestone": _("reopened the milestone"),
        "trials.remove_milestone": _("removed the milestone"),
        "trials.create_trial": _("began the trial"),
        "trials.edit_trial": _("changed the trial"),
        "trials.set_legal_bases": _("set the legal basis of"),
        "trials.trial_step": _("took the trial a step on"),
        "trials.link": _("linked the trial"),
        "trials.unlink": _("unlinked the trial"),
        "trials.hand_over": _("gave a new lead to"),
        "trials.add_stage": _("added the stage"),
        "trials.edit_stage": _("changed the stage"),
        "trials.plan_phase": _("planned a phase of"),
        "trials.choose_playbook": _("chose the playbook of"),
        "trials.edit_phase": _("changed a phase of"),
        "trials.phase_step": _("took the phase a step on"),
        "trials.draft_next_phase": _("drafted the next phase of"),
        "trials.set_site": _("chose a place for"),
        "trials.withdraw_site": _("withdrew a place from"),
        "trials.add_window": _("added the window"),
        "trials.edit_window": _("changed the window"),
        "trials.remove_window": _("removed the window"),
        "trials.add_criterion": _("wrote an expectation for"),
        "trials.edit_criterion": _("changed an expectation for"),
        "trials.remove_criterion": _("removed an expectation from"),
        "trials.set_decision_rule": _("wrote the decision rule of"),
        "trials.lock_prediction": _("locked the prediction of"),
        "trials.go_without_prediction": _("went without a prediction in"),
        "trials.amend_prediction": _("amended the prediction of"),
        "trials.amend_criterion": _("amended an expectation for"),
        "trials.add_figure": _("wrote the figure"),
        "trials.correct_figure": _("corrected the figure"),
        "trials.write_log": _("wrote in the log of"),
        "trials.remove_log_entry": _("removed an entry from the log of"),
        "trials.participation": _("noted what was answered by"),
        "trials.read_participants": _("looked at who takes part in"),
    }
)
