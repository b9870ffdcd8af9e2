"""One or a few sentences in plain Danish for each picture, made from its result and never saying more than it.

Pure: results of `analysis.spc` and plain numbers in, text out. What must not be said is decided here too: no statement
about chance from fewer than ten useful points, none from one person's estimate, no interval where the same few people
are counted again and again.
"""

from .answers import answers
from .change import change
from .difference import share_difference
from .each_site import each_site
from .few import few
from .hours import hours
from .left import left
from .sites import sites
from .times import times
from .topic import Sampling, Topic, What, Wish

__all__ = [
    "Sampling", "Topic", "What", "Wish", "answers", "change", "each_site", "few", "hours", "left", "share_difference",
    "sites", "times",
]  # fmt: skip
