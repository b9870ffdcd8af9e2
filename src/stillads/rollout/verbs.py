"""The room's verbs as the log shows them."""

from django.utils.translation import gettext_lazy as _

from stillads.audit.verbs import declare

declare(
    {
        "rollout.add_units": _("added units to the spread of"),
        "rollout.start_spread": _("began the spread of"),
        "rollout.stop_spread": _("stopped the spread of"),
        "rollout.update_line": _("updated the checklist of"),
    }
)
