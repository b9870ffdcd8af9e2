"""The room's verbs as the log shows them."""

from django.utils.translation import gettext_lazy as _

from stillads.audit.verbs import declare

declare(
    {
        "ideas.submit": _("handed in the idea"),
        "ideas.create_workshop": _("made the workshop"),
        "ideas.enter_many": _("typed in ideas from"),
        "ideas.edit": _("corrected the idea"),
        "ideas.consider": _("took up the idea"),
        "ideas.choose": _("chose the idea"),
        "ideas.park": _("parked the idea"),
        "ideas.decline": _("declined the idea"),
        "ideas.merge": _("merged the idea"),
        "ideas.merge_into": _("merged other ideas into"),
        "ideas.split": _("split the idea"),
        "ideas.split_from": _("made by splitting the idea"),
        "ideas.release": _("took back the choice of"),
        "ideas.save_theme": _("saved the theme"),
        "ideas.erase_givers": _("erased who gave"),
    }
)
