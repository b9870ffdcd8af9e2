"""The room's verbs as the log shows them."""

from django.utils.translation import gettext_lazy as _

from stillads.audit.verbs import declare

declare(
    {
        "playbooks.begin": _("began the playbook"),
        "playbooks.save": _("changed the draft of the playbook"),
        "playbooks.publish": _("published a version of the playbook"),
        "playbooks.discard": _("threw away a draft of the playbook"),
    }
)
