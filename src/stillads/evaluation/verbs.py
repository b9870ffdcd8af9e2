"""The room's verbs as the log shows them."""

from django.utils.translation import gettext_lazy as _

from stillads.audit.verbs import declare

declare(
    {
        "evaluation.open": _("opened the evaluation of"),
        "evaluation.save_text": _("wrote in the evaluation of"),
        "evaluation.save_finding": _("changed a finding about"),
        "evaluation.save_box": _("said why a box is empty in"),
        "evaluation.save_part": _("changed the recommendation for"),
        "evaluation.save_rating": _("rated"),
        "evaluation.save_ledger": _("changed the economy of"),
        "evaluation.keep_save": _("saved at the same time as somebody else in"),
        "evaluation.settle": _("chose between two versions in"),
        "evaluation.add_finding": _("added a finding about"),
        "evaluation.move_finding": _("moved a finding about"),
        "evaluation.remove_finding": _("removed a finding about"),
        "evaluation.restore_finding": _("put a finding back about"),
        "evaluation.add_evidence": _("linked evidence to a finding about"),
        "evaluation.remove_evidence": _("took evidence from a finding about"),
        "evaluation.carry_over": _("took over findings from the last trial of"),
        "evaluation.add_part": _("added to the recommendation for"),
        "evaluation.move_part": _("moved a part of the recommendation for"),
        "evaluation.remove_part": _("removed a part of the recommendation for"),
        "evaluation.add_ledger_line": _("added to the economy of"),
        "evaluation.remove_ledger_line": _("removed from the economy of"),
        "evaluation.in_review": _("handed in the evaluation of"),
        "evaluation.changes_asked": _("asked for changes in the evaluation of"),
        "evaluation.approved": _("approved the evaluation of"),
        "evaluation.draft": _("opened the evaluation to writing:"),
        "evaluation.save_learning_note": _("wrote what was learnt from"),
        "analysis.fall_verdicts": _("let the verdicts fall on"),
        "analysis.release": _("released numbers to"),
    }
)
