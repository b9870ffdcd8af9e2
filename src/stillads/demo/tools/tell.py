"""The whole story of *Et godt døgn*, instrument by instrument."""

from datetime import date

from stillads.trials.models import Phase

from .corner import tell_corner
from .heard import tell_absence, tell_group
from .mornings import tell_mornings
from .residents import tell_moving_in, tell_own_time, tell_plans, tell_wishes
from .talks import tell_staff, tell_talks
from .ward import Ward

PLAYBOOK = "demo-alle-redskaber"


def tell_tools(phase: Phase, start: date) -> None:
    """`phase` runs on the playbook that uses every kind of instrument; its first day is `start`.

    The mornings come first: a meeting's agenda brings what waits, and nothing did then.
    """
    ward = Ward(phase, start)
    tell_mornings(ward)
    tell_talks(ward)
    tell_staff(ward)
    tell_wishes(ward)
    tell_moving_in(ward)
    tell_plans(ward)
    tell_corner(ward)
    tell_own_time(ward)
    tell_group(ward)
    tell_absence(ward)
