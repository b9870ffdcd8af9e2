"""The room's verbs as the log shows them."""

from django.utils.translation import gettext_lazy as _

from stillads.audit.verbs import declare

declare(
    {
        "decisions.add_action": _("added the action"),
        "decisions.decide": _("noted the decision on"),
        "decisions.draft_item": _("drafted the committee item on"),
        "decisions.freeze_meeting": _("closed the welfare meeting"),
        "decisions.give_feedback": _("gave feedback"),
        "decisions.open_feedback": _("opened for feedback at"),
        "decisions.order_agenda": _("ordered the agenda of"),
        "decisions.plan_meeting": _("planned the welfare meeting"),
        "decisions.record_committee_wording": _("noted the committee’s wording on"),
        "decisions.reopen": _("reopened the decision on"),
        "decisions.save_agenda_item": _("saved a point of the agenda of"),
        "decisions.save_texts": _("saved texts of the item on"),
        "decisions.submit_item": _("sent the item to the committee"),
        "decisions.take_hearing_step": _("noted a step of the hearing on"),
        "decisions.take_item_back": _("took the item back"),
        "decisions.tick_action": _("ticked off the action"),
        "decisions.untick_action": _("unticked the action"),
        "decisions.type_paper_feedback": _("typed in feedback from paper"),
    }
)
