"""Spreads."""

from .spread import Spread, SpreadUnit

__all__ = ["Spread", "SpreadUnit"]
