"""The verdict from registrations, in plain Python: what was expected and what was seen give one of four words.

A verdict never rests on the point estimate alone, nor on the interval alone. *Met* says two things: that it became
better is more than chance, and what was promised cannot be ruled out. Together they mean that at least about half
of the promised change was seen, and the more there is to go by, the closer to the whole of it must have been seen.
*Not met*: what was promised can be ruled out. *Wrong way*: that it became worse is more than chance. All else cannot
be told. Which rule is used follows from what was measured and is kept, by its name, with the verdict.
"""

from .judge import MOST_LOOKS, Judgement, judge
from .needed import Needed, needed
from .seen import Estimated, People, Periods, Seen

__all__ = [
    "MOST_LOOKS",
    "Estimated",
    "Judgement",
    "Needed",
    "People",
    "Periods",
    "Seen",
    "judge",
    "needed",
]
