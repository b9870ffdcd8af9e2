"""Those who gave an idea hear that its trial now stands in a published booklet."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.ideas.actions.tell import tell_givers
from stillads.ideas.models import Idea
from stillads.kernel.viewer import Viewer

from ..queries.content import RoundContent


def tell_of_booklet(content: RoundContent, *, viewer: Viewer, at: datetime) -> int:
    """Once per round, with its first edition. Returns how many messages went into the outbox."""
    key = content.round.key
    trials = [phase.phase.trial_id for phase in content.phases]
    address = f"{settings.STILLADS_BASE_URL}{reverse('booklet:newest', args=[key])}"
    return tell_givers(
        ideas=list(Idea.objects.filter(trials__in=trials).distinct()),
        headline=_("The trial of your idea stands in a booklet now"),
        text=_("The booklet of the trials “%(round)s” has been published. Read here what we learned:")
        % {"round": content.round.title}
        + f"\n\n{address}",
        dedup_key=f"booklet:{key}",
        viewer=viewer,
        at=at,
    )
