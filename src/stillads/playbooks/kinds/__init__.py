"""The kinds of instruments: one file each, registered when this package is imported."""

from . import (  # noqa: F401  registration
    account,
    case,
    desk,
    interview,
    plan,
    presence,
    register,
    series,
    survey,
    wishes,
)
from .base import InstrumentDefinition, instrument_kinds

__all__ = ["InstrumentDefinition", "instrument_kinds"]
