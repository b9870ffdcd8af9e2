"""A round, a trial and a phase for the pages of this journey."""

from tests.trials.conftest import bench

__all__ = ["bench"]
