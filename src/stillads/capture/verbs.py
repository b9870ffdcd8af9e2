"""The room's verbs as the log shows them."""

from django.utils.translation import gettext_lazy as _

from stillads.audit.verbs import declare

declare(
    {
        "capture.register": _("registered in"),
        "capture.entries.read": _("looked at the registrations of"),
        "capture.participants.read": _("looked at who takes part in"),
        "capture.void": _("took back a registration in"),
        "capture.deploy": _("opened registrations of"),
        "capture.continue": _("let registrations go on in daily operation of"),
        "capture.stop": _("stopped registrations of"),
        "capture.agree_with_med": _("wrote down MED's agreement on"),
        "capture.draw": _("drew those who are asked in"),
        "capture.choose_channel": _("chose how somebody is asked in"),
        "capture.hand_out": _("handed out links and sheets of"),
        "capture.decline": _("noted that somebody does not answer in"),
        "capture.open_link": _("opened a link to"),
        "capture.close_link": _("closed a link to"),
        "capture.open_temps": _("made a poster for temps at"),
        "capture.close_temps": _("closed a poster for temps at"),
        "capture.read_survey": _("looked at who is asked in"),
        "capture.plans.read": _("looked through the plans of the citizens"),
        "capture.plan.read": _("looked at a citizen's"),
        "capture.import_series": _("read in a file of figures of"),
        "capture.undo_series": _("took back a file of figures of"),
        "capture.balances.read": _("looked through the citizens' cards"),
        "capture.balance.read": _("looked at a citizen's"),
        "capture.share_plan": _("opened to one more unit a citizen's"),
        "capture.end_plan_share": _("closed to a unit a citizen's"),
        "capture.presence.plan": _("planned who is present in"),
        "capture.presence.take_back": _("took planned presence back in"),
        "capture.agenda.add": _("put a point on the agenda of"),
        "capture.agenda.settle": _("settled a point of"),
        "capture.agenda.read": _("looked at the agenda of"),
        "capture.meeting.hold": _("noted that a meeting was held in"),
        "capture.interview.read": _("looked at the notes of"),
        "capture.read_answers": _("looked at the answers to"),
        "capture.hear_wish": _("wrote down a wish in"),
        "capture.act_on_wish": _("wrote down what was done about a wish in"),
        "capture.tell_back": _("told the citizen what became of a wish in"),
        "capture.close_wish": _("closed a wish that cannot be granted in"),
        "capture.start_case": _("started a case in"),
        "capture.take_step": _("took a step of a case in"),
        "capture.assign_case": _("gave a case to somebody in"),
        "capture.cancel_case": _("broke off a case in"),
        "capture.copy_mark": _("copied the mark for the care record in"),
        "capture.cases.read": _("looked at cases of"),
        "capture.wishes.read": _("looked at the wishes of"),
    }
)
