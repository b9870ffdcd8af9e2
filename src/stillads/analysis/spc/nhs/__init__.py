"""The rules of NHS England's "Making Data Count": an XmR chart that says improvement, concern or neither."""

from .chart import NhsChart, NhsPoint, making_data_count
from .meaning import Assurance, Direction, Meaning
from .special_cause import SpecialCause

__all__ = [
    "Assurance",
    "Direction",
    "Meaning",
    "NhsChart",
    "NhsPoint",
    "SpecialCause",
    "making_data_count",
]
