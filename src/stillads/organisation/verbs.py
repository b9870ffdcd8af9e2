"""The room's verbs as the log shows them."""

from django.utils.translation import gettext_lazy as _

from stillads.audit.verbs import declare

declare(
    {
        "organisation.create_unit": _("made the unit"),
        "organisation.change_unit": _("changed the unit"),
        "organisation.move_unit": _("moved the unit"),
        "organisation.close_unit": _("closed the unit"),
        "organisation.create_person": _("added the person"),
        "organisation.change_person": _("corrected what we know of"),
        "organisation.give_role": _("gave a role to"),
        "organisation.end_role": _("ended a role of"),
        "organisation.note_absence": _("noted an absence of"),
        "organisation.remove_absence": _("removed an absence of"),
        "organisation.hand_over": _("handed over the work of"),
        "organisation.invite": _("made a log-in link for"),
        "organisation.accept_invitation": _("chose a first password"),
        "organisation.municipal_login": _("first logged in through the municipality:"),
        "organisation.close_login": _("closed the log-in of"),
        "organisation.enrol_device": _("enrolled the shared phone"),
        "organisation.renew_link": _("made a new link for the shared phone"),
        "organisation.claim_device": _("opened the link on the shared phone"),
        "organisation.revoke_device": _("revoked the shared phone"),
        "organisation.choose_code": _("chose a code for shared phones"),
        "organisation.give_start_code": _("gave a start code to"),
        "organisation.sign_in_on_phone": _("signed in on a shared phone"),
        "organisation.add_residents": _("wrote down residents of"),
        "organisation.resident_left": _("noted that a resident has moved from"),
        "organisation.residents.read": _("looked at the residents of"),
        "organisation.import": _("imported"),
        "organisation.person.read": _("looked at"),
        "organisation.people.search": _("searched people"),
        "organisation.unit.read_people": _("looked at the people of"),
        "audit.log.read": _("looked in the log"),
        "audit.export.read": _("exported the log"),
        "audit.erase": _("erased what was due"),
        "audit.check_seals": _("checked the seals"),
        "vocabularies.change": _("changed the legal basis"),
        "vocabularies.create": _("added the legal basis"),
    }
)
